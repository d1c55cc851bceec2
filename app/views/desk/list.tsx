import type { ReactNode } from 'react'

/** Lines under a heading, with how many there are and what can be done with all of them; nothing when there are none. */
export function List({ heading, all, children }: { heading: string; all?: ReactNode; children: ReactNode[] }) {
  if (children.length === 0) return null
  return (
    <section>
      <div className="list-head">
        <h2>
          {heading} <small>{children.length}</small>
        </h2>
        {all}
      </div>
      <ul className="lines">{children}</ul>
    </section>
  )
}
