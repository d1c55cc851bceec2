import type { FamilyFile, Id, Person } from '../case-file'
import { allNames, shownName } from '../names'
import { emailsIn } from './email-addresses'
import { asWritten, type Folded, folded } from './folding'
import { phonesIn, type Span } from './phone-numbers'
import { postcodesIn } from './postcodes'
import { scriptsIn } from './scripts'
import { inOneRow, tellingIn, type Words } from './telling-in'
import { type Names, type Telling, tellingGiveaways, tellingNames } from './telling-words'
import { wordsWithin } from './words'

/** A find of the leak check: what kind of thing, and the words that would tell, as they were written. */
export type Leak = { kind: 'name' | 'giveaway' | 'script' | 'phone' | 'email' | 'postcode'; found: string }

/** A text made ready to be looked through for any number of readers: folded once. */
export type Checked = { text: Folded; words: () => Words; contacts: () => Leak[] }

/** What in a text would tell one reader something kept from them. */
export type LeakCheck = (text: string | Checked) => Leak[]

/**
 * The check for one reader: names and aliases of people hidden from them, in all their forms and spellings; giveaway
 * words kept from them; words in a script in which one of those is not noted (`script`), since nobody can tell what
 * they name; and what nobody should read in a text: phone numbers, e-mail addresses, postcodes. A name
 * shared with someone they may see is no find; titles never are. `hides` and `isIn` are the reader's (see
 * `access/eyes.ts`). Costs a look at the people; the hidden words are put together when first needed.
 */
export function leakCheck(
  { people, children, giveaways = [] }: FamilyFile,
  hides: (id: Id) => boolean,
  isIn: (list: Id[]) => boolean,
): LeakCheck {
  const hidden = people.filter(({ id }) => hides(id))
  const kept = giveaways.filter(({ keepFrom }) => isIn(keepFrom)).flatMap(({ words }) => words)
  const names = once(() => {
    const open = people.filter(({ id }) => !hides(id)).map(knownAs)
    return tellingNames(hidden.map(goesBy), [...open, ...children.map(({ firstName }) => ({ name: firstName }))])
  })
  const words = once(() => tellingGiveaways(kept))
  const notedAs = [...hidden.map(allNames), ...(kept.length ? [kept] : [])]
  return (given) => {
    const one = typeof given === 'string' ? checked(given) : given
    const look = (kind: Leak['kind'], telling: Telling) =>
      leaks(kind, one.text, tellingIn(one.text, one.words(), telling))
    return [
      ...(hidden.length > 0 ? look('name', names()) : []),
      ...(kept.length > 0 ? look('giveaway', words()) : []),
      ...(notedAs.length > 0 ? inAnotherScript(one.text, notedAs) : []),
      ...one.contacts(),
    ]
  }
}

/** Whoever is hidden is told by every name they have and had. */
function goesBy(person: Person): Names {
  const [name, ...alsoKnownAs] = allNames(person)
  return { name, alsoKnownAs }
}

/** A name that nobody is shown makes no other of that name known. */
const knownAs = (person: Person): Names => ({ name: shownName(person), alsoKnownAs: person.alsoKnownAs })

/** A word in a script in which one of these people, or of the giveaways, was never noted. */
function inAnotherScript(text: Folded, notedAs: string[][]): Leak[] {
  const script = scriptsIn(text.text).find((one) => notedAs.some((ways) => !ways.some((way) => one.test(way))))
  const found = script?.exec(text.text)
  return found ? [{ kind: 'script', found: asWritten(text, found.index, found.index + found[0].length) }] : []
}

/** Makes a text ready for the check. */
export function checked(written: string): Checked {
  const text = folded(written)
  return {
    text,
    words: once(() => inOneRow(wordsWithin(text))),
    contacts: once(() => [
      ...leaks('phone', text, phonesIn(text.text)),
      ...leaks('email', text, emailsIn(text.text)),
      ...leaks(
        'postcode',
        text,
        postcodesIn(text.text, ({ start, end }) => asWritten(text, start, end)),
      ),
    ]),
  }
}

/** Each thing that would tell is said once, and what is part of another with it. */
function leaks(kind: Leak['kind'], text: Folded, spans: Span[]): Leak[] {
  const whole = spans
    .filter(
      ({ start, end }) =>
        !spans.some((one) => one.start <= start && one.end >= end && one.end - one.start > end - start),
    )
    .sort((a, b) => a.start - b.start)
  return [...new Set(whole.map(({ start, end }) => asWritten(text, start, end)))].map((found) => ({ kind, found }))
}

function once<T>(make: () => T): () => T {
  let made: { of: T } | undefined
  return () => {
    made ??= { of: make() }
    return made.of
  }
}
