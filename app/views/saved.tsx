import { Fragment, type ReactNode } from 'react'

/** Exactly what was saved, line by line; what was left empty has no line. */
export function Saved({ heading, lines }: { heading: string; lines: [string, ReactNode][] }) {
  return (
    <section className="card mine">
      <h2 className="mt-0">{heading}</h2>
      <dl>
        {lines
          .filter(([, content]) => content)
          .map(([name, content]) => (
            <Fragment key={name}>
              <dt className="soft mt-3">{name}</dt>
              <dd className="whitespace-pre-wrap wrap-anywhere">{content}</dd>
            </Fragment>
          ))}
      </dl>
    </section>
  )
}
