/** The council's own list of words of the trade, and what to say instead: an administrator's. */
import { JARGON, type PlainWord } from '#app/domain/plan/plain-words/jargon'
import { plainly } from '#app/domain/trail/audited-write'
import type { World } from '#app/domain/world'
import { council } from '#db/schema'
import { councilOf } from './council'
import { historyOf } from './council-history'
import type { StaffSession } from './staff-sessions'

declare module '#db/kept' {
  interface Kept {
    plainWords: PlainWord[]
  }
}

/** As many as somebody may keep in order. */
const MOST = 500
const LONGEST = 80

/** Why a list was not taken: `words-line` with the line that has no "=" or nothing beside it. */
export type WordsRefusal = { why: 'words-line' | 'words-many' | 'words-long'; line?: string }

/** The list as it stands. */
export async function plainWordsNow(world: World): Promise<PlainWord[]> {
  return (await councilOf(world)).plainWords ?? JARGON
}

/** As it is typed: a line a word, "contact = seeing each other". */
export const wordsAsTyped = (words: PlainWord[]): string =>
  words.map(({ word, plain }) => `${word} = ${plain}`).join('\n')

/** Sets the list; without a line, the one the portal comes with. Refused, and nothing changed, when a line is none. */
export async function setPlainWords(
  world: World,
  { staffId }: Pick<StaffSession, 'staffId'>,
  typed: string,
  write = plainly(world),
): Promise<{ refused: WordsRefusal } | { set: PlainWord[] | null }> {
  const read = typed
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map(lineIn)
  const refused = read.find((one) => 'why' in one)
  if (refused) return { refused }
  if (read.length > MOST) return { refused: { why: 'words-many' } }
  const set = read.length > 0 ? (read as PlainWord[]) : null
  const before = await councilOf(world)
  await write({ who: `staff:${staffId}`, did: 'plain-words.set' }, async (db) => [
    db.update(council).set({ plainWords: set }),
    ...historyOf(world, db, staffId, before, { plainWords: set }),
  ])
  return { set }
}

function lineIn(line: string): PlainWord | WordsRefusal {
  const [word = '', plain = ''] = line.split(/\s*=\s*/, 2)
  if (!/\p{L}/u.test(word) || !/\p{L}/u.test(plain)) return { why: 'words-line', line: line.slice(0, LONGEST) }
  if (word.length > LONGEST || plain.length > LONGEST) return { why: 'words-long', line: line.slice(0, LONGEST) }
  return { word, plain }
}
