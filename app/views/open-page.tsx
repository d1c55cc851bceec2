import type { ReactNode } from 'react'

/** A page anyone may open: a title and plain sections. A line break in a text starts a new paragraph. */
export function OpenPage({
  title,
  intro,
  parts,
  children,
}: {
  title: string
  intro?: string
  parts: { title: string; text: string }[]
  children?: ReactNode
}) {
  return (
    <>
      <h1>{title}</h1>
      {intro && <Paragraphs of={intro} />}
      {children}
      {parts.map((part) => (
        <section key={part.title}>
          <h2>{part.title}</h2>
          <Paragraphs of={part.text} />
        </section>
      ))}
    </>
  )
}

function Paragraphs({ of }: { of: string }) {
  return of.split('\n').map((text) => <p key={text}>{text}</p>)
}
