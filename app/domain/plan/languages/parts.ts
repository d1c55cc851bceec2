/** A text that a translator's program has cut into parts, put together again: all of it, or none. */
import { isCopy } from './ruined'
import type { Returned } from './sheet'

/** `isUntouched`: the program says that nobody has worked on it; `order`: where its translation stands, counted from 1. */
export type Part = {
  is: 'segment' | 'ignorable'
  source: string
  target: string
  isUntouched: boolean
  order?: number
}

/** Half a rule is another rule: a text of which a part has no translation is a fault, one of which none has is untranslated. */
export function returnedOf({ id, parts }: { id: string; parts: Part[] }): Returned {
  const source = parts.map((part) => part.source).join('')
  const open = parts.filter(isOpen)
  const back = (target: string, fault?: string): Returned => ({
    ...{ id, source, target },
    ...(target && segments(parts).every((one) => one.isUntouched) && { untouched: true }),
    ...(fault && { fault }),
  })
  if (open.length === 0) return inOrder(parts, back)
  if (segments(parts).every((part) => isOpen(part) || !hasWords(part.source))) return back('')
  return back('', `a part of it has no translation: “${open[0]?.source.trim()}” Translate all of it.`)
}

const segments = (parts: Part[]) => parts.filter(({ is }) => is === 'segment')
const hasWords = (text: string) => /[\p{L}\p{N}]/u.test(text)
const isOpen = ({ is, source, target }: Part) =>
  is === 'segment' && hasWords(source) && (!target.trim() || isCopy(target, source))

function inOrder(parts: Part[], back: (target: string, fault?: string) => Returned): Returned {
  const placed = parts.map((part, at) => ({ at: part.order ?? at + 1, words: part.target || wordless(part.source) }))
  if (new Set(placed.map(({ at }) => at)).size < placed.length)
    return back('', 'its parts do not say which comes first. Ask for the file again.')
  const cutAtSpaces = parts.some(({ source }, at) => /\s$/.test(source) || (at > 0 && /^\s/.test(source)))
  const words = placed.sort((a, b) => a.at - b.at).map((one) => one.words)
  return back(
    words.reduce((all, one) => {
      const isTogether = cutAtSpaces && /\S$/.test(all) && /^[\p{L}\p{N}{]/u.test(one)
      return all + (isTogether ? ' ' : '') + one
    }, ''),
  )
}

const wordless = (source: string) => (hasWords(source) ? '' : source)
