/**
 * Names that are everyday words: "It will be a good day" names neither Will nor Mr Day. Found wherever they stand, they
 * would keep nearly everything from whoever the person is hidden from. So they count where they read as a name.
 */
import type { Folded } from './folding'
import { asWritten } from './folding'
import type { Word } from './words'

const list = (words: string) => new Set(words.split(/\s+/))

/** Said in every other sentence: a name only with a capital that does not begin one. */
const FUNCTION = list(
  `am an as at be by can do go he her him if in it me my no of on or see she so the to up us we you`,
)

const MONTHS = list('april june august may')

const EVERYDAY = new Set([
  ...MONTHS,
  ...list(`art august bell best bill black brook brown case castle chase church cook dawn day days dean don dot drew eve
    faith field flower frank good grace grant gray green grey guy hill hope house hunt joy king lane little long love
    mark marks max miles page park pat penny price ray read rich rob rock rod sandy saw short sky small star stone
    street sue summer summers van ward white will winter wood woods young`),
])

/** What follows a name in small letters, as many write on a phone: "will is here", "mark came". */
const DOES = list(`is isn't was has hasn't had came comes said says rang rings went goes did didn't does wants told got
  took takes knows lives works picked picks texted texts called calls left drove brought turned`)
/** And what stands before one. */
const BEFORE = list(`with saw met ask asked tell told ring rang call called text texted visit visited uncle aunt aunty
  auntie cousin grandad grandma nan mr mrs ms miss dr z od do dla u`)
/** Behind a capital that begins a sentence: "Will you come?", "Hope you are well", "Mark the day". */
const NO_NAME = list('you i he she it we they this that the there your my his her all to of a an be')
/** "In May", "last June", "until April", "2 May". */
const BEFORE_A_MONTH = list(
  'in on of since until till by last next every early late mid this from for end before after',
)

const BETWEEN_MONTHS = list('and or to till until')
const EVERY_MONTH = list('january february march april may june july august september october november december')

export const isEveryday = (word: string): boolean => FUNCTION.has(word) || EVERYDAY.has(word)

/** Whether an everyday word at this place of a text reads as somebody's name. */
export function readsAsName(text: Folded, words: Word[], at: number): boolean {
  const { text: word = '', base, start = 0, end = 0 } = words[at] ?? {}
  const [before, after] = [words[at - 1], words[at + 1]]
  const name = base ?? word
  const written = asWritten(text, start, end)
  const shouted = !/\p{Ll}/u.test(text.written)
  const capital = /^\p{Lu}/u.test(written) && !shouted
  const begins =
    !before ||
    /[.!?:;\n"“”(]/.test(text.written.slice(before.end, start)) ||
    /[.!?:;"(]/.test(text.text.slice(before.end, start))
  if (FUNCTION.has(name)) return capital && !begins
  if (MONTHS.has(name) && isMonth(text, words, at)) return false
  if (capital) return !begins || !NO_NAME.has(after?.text ?? '')
  return base !== undefined || DOES.has(after?.text ?? '') || BEFORE.has(before?.text ?? '')
}

/** "In May", "2 May", "in May and June", "May 2" at the beginning; not behind a time or a stop, "10.30 May picks her up". */
function isMonth({ text }: Folded, words: Word[], at: number): boolean {
  const [before, month, after] = [words[at - 1], words[at], words[at + 1]]
  if (!before || !month) return /^\d/.test(after?.text ?? '')
  if (BEFORE_A_MONTH.has(before.text)) return true
  if (BETWEEN_MONTHS.has(before.text) && EVERY_MONTH.has(words[at - 2]?.text ?? '')) return true
  return A_DAY.test(text.slice(Math.max(0, month.start - 9), month.start))
}

const A_DAY = /(?<![\d.:/-])(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)? +$/
