/** The texts of a plan as a translator outside gets them. */
import type { FamilyFile } from '../case-file'
import { type Mask, placeholdersIn, withoutIsolates } from './placeholders'
import { type TranslationState, translationOf } from './translations'

/** One text to translate: `id` is public, `where` in plain English. */
export type ToTranslate = { id: string; key: string; where: string; english: string }

/** A line of the file that goes out: no name and no number in it. */
export type Line = { id: string; where: string; source: string; target: string; state: TranslationState }

/** A line that came back, as its file has it. `untouched`: its program says so; `fault`: why it cannot be read whole. */
export type Returned = { id: string; source: string; target: string; untouched?: true; fault?: string }

/**
 * What goes out: each text that is still to be translated or checked. A translation goes with it when it names the same
 * people as its English, since otherwise it may name one in a way that nobody has noted. `withheld`: a name in them
 * cannot be taken out, or they are what must be in nobody's hands outside (the code word, where somebody would be safe),
 * so they do not leave.
 */
export function sheetOf(
  file: FamilyFile,
  mask: Mask,
  language: string,
  texts: ToTranslate[],
): { lines: Line[]; withheld: ToTranslate[] } {
  const withheld: ToTranslate[] = []
  const { codeWord = [], safePlaces = [] } = file.plan.safety ?? {}
  const kept = new Set([...codeWord, ...safePlaces].map(({ id }) => id))
  const lines = texts.flatMap((text): Line[] => {
    const { state, translation } = translationOf(file, language, text.key, text.english)
    if (state === 'checked') return []
    const source = kept.has(text.key) ? undefined : mask(text.english)
    if (!source) {
      withheld.push(text)
      return []
    }
    const target = translation && mask(withoutIsolates(translation.text))
    const goes = target && isSame(placeholdersIn(target.text), placeholdersIn(source.text))
    return [{ id: text.id, where: text.where, source: source.text, target: goes ? target.text : '', state }]
  })
  return { lines, withheld }
}

const isSame = (a: Set<string>, b: Set<string>) => a.size === b.size && [...a].every((one) => b.has(one))
