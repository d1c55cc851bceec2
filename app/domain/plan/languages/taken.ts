/** What comes back from a translator outside. */
import type { FamilyFile } from '../case-file'
import { faultList, type Listed } from '../listed'
import { pathText } from '../paths'
import { type Mask, type Masked, placeholdersIn, unmasked, withoutIsolates } from './placeholders'
import { isCopy, ruinedIn } from './ruined'
import type { Returned, ToTranslate } from './sheet'
import { type Translation, translationOf } from './translations'

/** What came back and fits: by key. `left`: so many whose English is another by now. */
export type Taken = { changes: Record<string, Translation>; left: number }

const LONGEST = 5000
/** Signs that turn the direction of what stands round them, and what no keyboard types. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u

/**
 * Puts names and numbers back. A file with a line that does not fit is not taken, any of it: every such line is a
 * fault. Left out without a fault is what has no translation or the English in its place, what is as it was, and what
 * is of an English that is not the plan's any more. `mark` is what is said of each: whether it was checked, and by whom.
 */
export function takenFrom(
  { file, mask, language, texts }: { file: FamilyFile; mask: Mask; language: string; texts: ToTranslate[] },
  returned: Returned[],
  mark: Pick<Translation, 'status' | 'by'>,
): Taken | Listed {
  const byId = new Map(texts.map((text) => [text.id, text]))
  const { add, listed } = faultList()
  const changes: Taken['changes'] = {}
  const seen = new Set<string>()
  let left = 0
  for (const [at, { id, source, target, untouched, fault }] of returned.entries()) {
    const say = (message: string) => add(() => ({ path: pathText([at + 1]), message }))
    const text = byId.get(id)
    const now = text && mask(text.english)
    const words = target.trim()
    const wrong = fault ?? (now && words ? whyWrong(words, now) : undefined)
    if (!text || !now) say(`“${id}” is no text of this plan. Send the file back as it was sent out.`)
    else if (seen.has(id)) say(`${text.where} stands in the file twice. Keep the one that is right.`)
    else if ((words || fault) && plain(source) !== plain(now.text)) left++
    else if (wrong) say(`${text.where}: ${wrong}`)
    else if (words && !isCopy(words, now.text)) {
      const { translation, state } = translationOf(file, language, text.key, text.english)
      const whole = unmasked(words, now.stands, language)
      const isAsItWas = plain(withoutIsolates(translation?.text ?? '')) === plain(withoutIsolates(whole))
      if (!isAsItWas || (state === 'stale' && !untouched) || (mark.status === 'checked' && state === 'draft'))
        changes[text.key] = { text: whole, of: text.english, ...mark }
    }
    seen.add(id)
  }
  if (returned.length > 0 && !returned.some(({ id }) => byId.has(id)))
    return { faults: [{ path: '$', message: 'None of this is of this family’s plan.' }] }
  const wrong = listed()
  return wrong.faults.length > 0 ? wrong : { changes, left }
}

function whyWrong(words: string, { text, stands }: Masked): string | undefined {
  if (words.length > LONGEST) return `is too long. At most ${LONGEST} letters.`
  if (UNSEEN.test(words)) return 'holds signs that nobody sees. Write it anew without them.'
  const ruined = ruinedIn(words, text)
  if (ruined)
    return `its letters are ruined: “${ruined}”. Save the table as “CSV UTF-8”, or the file as UTF-8, and send it again.`
  const [has, needs] = [placeholdersIn(words), placeholdersIn(text)]
  const missing = [...needs].filter((one) => !has.has(one))
  const unknown = [...has].filter((one) => !stands.has(one))
  if (missing.length > 0) return `${named(missing)} stands in the English and not in the translation. Put it in.`
  if (unknown.length > 0) return `${named(unknown)} does not stand in the English. Take it out.`
  return /[{}]/.test(words.replace(/\{[^{}]*\}/g, ''))
    ? 'a “{” or “}” is alone. Write the whole {…} as in the English.'
    : undefined
}

const named = (names: string[]) => names.map((name) => `{${name}}`).join(', ')
const plain = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()
