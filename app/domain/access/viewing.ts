import type { Id, Person } from '#app/domain/plan/case-file'
import { type LeakCheck, leakCheck } from '#app/domain/plan/checks/leaks'
import { isApart } from './apart'
import type { Eyes, Keepable } from './eyes'
import { handOut } from './handles'
import { namingIn } from './naming'
import { mayRing } from './phone-numbers'
import type { SeenPerson, Someone, Wording } from './plan-as-seen'
import type { Situation } from './situation'
import { wordingIn } from './wording'

/** One viewer looking at one family: what every part of the view is made with. */
export type Viewing = {
  situation: Situation
  eyes: Eyes
  /** Whether a part with these people in its content is this viewer's. `within` is the worry or sign it is part of. */
  theirs: (item: Keepable, names: (Id | undefined)[], within?: Keepable) => boolean
  /** Whether the item names this viewer, or is set apart for them. */
  involves: (item: Keepable, names: (Id | undefined)[], within?: Keepable) => boolean
  words: (item: { id: Id; text: string; byVoice?: true }) => Wording
  field: (id: Id, field: string, english: string) => Wording
  /** Not to be copied before `callEveryone`: a copy keeps the short name. */
  someone: (id: Id) => Someone
  /** Tells apart everyone the view names; to be called when it is complete. */
  callEveryone: () => void
  /** What in others' words would tell this viewer something kept from them. */
  leaks: LeakCheck
  person: (id: Id) => SeenPerson
  /** Everyone this view names so far: whom a viewer with a narrow view knows to be involved. */
  met: Set<Id>
  /** Who acts in a warning sign beside this viewer. */
  actWithMe: Set<Id>
  /** Public ids and case-file ids of what the view holds, so that what was said about it can follow it. */
  inView: Map<Id, Wording>
  /** The English of every sentence of the plan this view shows, by the key its translations go by. */
  shown: Map<string, string>
}

/** Sets one viewer before one family. */
export function viewing(situation: Situation, eyes: Eyes): Viewing {
  const { file, publicId } = situation
  const met = new Set<Id>()
  const actWithMe = new Set<Id>()
  const shown = new Map<string, string>()
  const inLanguage = wordingIn(situation.language, file.plan.translations)
  const translated = (key: string, english: string) => {
    shown.set(key, english)
    return inLanguage(key, english)
  }
  const leaks = leakCheck(file, eyes.hides, eyes.isIn)
  const isStaff = eyes.sight === 'staff'
  // A name in other letters is its owner's: it is no text that may name somebody else.
  const mayRead = (words: string) => isStaff || leaks(words).every(({ kind }) => kind === 'script')
  const naming = namingIn(situation, { isStaff, viewer: eyes.id, mayRead })

  function called<One extends object>(id: Id, one: One): One & Someone {
    met.add(id)
    const named = Object.assign(one, { id: publicId(id), ...(id === eyes.id && { you: true as const }) })
    naming.note(id, (called) => Object.assign(named, called))
    return named as One & Someone
  }

  const someone = (id: Id): Someone => called(id, {})

  const person = (id: Id): SeenPerson => {
    const known = file.people.find((person) => person.id === id)
    const line = known ? known.phone : situation.staff[id]?.phone
    const may = known ? mayRing(situation, eyes, id, actWithMe) : !!line
    const content = {
      kind: known?.kind ?? (file.children.some((child) => child.id === id) ? 'child' : 'professional'),
      ...(isApart(situation, id) && { apart: true as const }),
      ...(may && line && { phone: line }),
      ...(may && known && alsoBy(known)),
      ...(known?.availability && mayRead(known.availability) && { availability: known.availability }),
    } as const
    return handOut<'person', Someone & typeof content>(id, called(id, content))
  }

  /** The other ways to reach somebody, for whoever may ring them. */
  function alsoBy({ otherPhones, email }: Person): Pick<SeenPerson, 'otherPhones' | 'email'> {
    const numbers = otherPhones?.map(({ number, note }) => ({ number, ...(note && mayRead(note) && { note }) }))
    return { ...(numbers && { otherPhones: numbers }), ...(email && { email }) }
  }

  const byVoice = (): Wording => {
    const told = { byVoice: '' }
    naming.note(situation.worker, ({ name }) => {
      told.byVoice = name
    })
    return told
  }

  const involves: Viewing['involves'] = (item, names, within) =>
    names.includes(eyes.id) ||
    (!!item.onlyFor && eyes.isIn(item.onlyFor)) ||
    (!!within?.onlyFor && eyes.isIn(within.onlyFor))

  return {
    situation,
    eyes,
    met,
    actWithMe,
    inView: new Map(),
    shown,
    involves,
    theirs: (item, names, within) =>
      !(within && eyes.shut(within)) &&
      !eyes.shut(item, names) &&
      (isStaff || (eyes.sight === 'inner' && (!eyes.ownItems || involves(item, names, within)))),
    words: (item) => {
      if (isStaff) return { ...translated(item.id, item.text), item: publicId(item.id) }
      return item.byVoice ? byVoice() : translated(item.id, item.text)
    },
    field: (id, field, english) => translated(`${id}.${field}`, english),
    someone,
    callEveryone: naming.settle,
    leaks,
    person,
  }
}
