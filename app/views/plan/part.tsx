import type { ReactNode } from 'react'

type PartProps = { id?: string; heading: string; hint?: string | number; children: ReactNode }

/** Where a part of the plan stands: open under its heading, or folded behind its tile. */
export type Holder = (props: PartProps) => ReactNode

export function Open({ id, heading, children }: PartProps) {
  return (
    <section id={id}>
      <h2>{heading}</h2>
      {children}
    </section>
  )
}

/** A tile that opens in place, without script. `hint` says a little of what it holds. */
export function Folded({ id, heading, hint, children }: PartProps) {
  return (
    <details className="fold" id={id}>
      <summary>
        <h2>{heading}</h2>
        {hint !== undefined && <small>{hint}</small>}
      </summary>
      {children}
    </details>
  )
}
