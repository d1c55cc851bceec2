import { createContext, useContext } from 'react'

/** What is looked for, on the page that shows what was found. */
export const LookedFor = createContext('')

/** Words, with what is looked for marked in them; all else as it is. */
export function FoundIn({ words }: { words: string }) {
  const typed = useContext(LookedFor).trim()
  if (!typed) return words
  const letters = typed.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  return words.split(new RegExp(`(${letters})`, 'giu')).map((part, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: a page drawn once, on the server
    at % 2 === 1 ? <mark key={at}>{part}</mark> : part,
  )
}

/** The same in quotation marks. */
export function QuoteFoundIn({ words, language }: { words: string; language?: string }) {
  return (
    <q dir="auto" lang={language}>
      <FoundIn words={words} />
    </q>
  )
}
