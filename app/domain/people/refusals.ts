import type { FamilyFile, Id } from '#app/domain/plan/case-file'
import { person as personSchema } from '#app/domain/plan/document/people'
import { type NumberRefusal, whyNotTexted } from '#app/domain/plan/numbers'
import { phoneFrom } from '#app/domain/plan/phone'
import { type Contact, namesOf, type Reach } from './contact'
import { type AskedTimes, type SafeTimesRefusal, whyNotSafeTimes } from './safe-times'
import { type WordRefusal, whyNotWord } from './word'

/** Why a person is not invited. Each is a sentence in `locales/…/desk-people.json`. */
export type WhyNot =
  | 'no-plan'
  | 'nobody'
  | 'outer-circle'
  | 'apart'
  | 'not-to-be-told'
  | 'professional'
  | 'child-without-sign-in'
  | 'joined'
  | 'not-a-number'
  | 'no-texts'
  | 'unsafe-number'
  | 'unsafe-not-numbers'
  | 'number-stopped'
  | 'number-of-someone-else'
  | 'language'
  | SafeTimesRefusal
  | 'word-missing'
  | NumberRefusal
  | WordRefusal

/** What the worker checks and fills in. */
export type InvitationForm = {
  /** As typed: "07700 900112". */
  phone: string
  language: string
  safeToText: AskedTimes
  /** The word agreed face to face; without one, the one agreed before. */
  word?: string
  /** "She is with me: send now." */
  sendNow?: boolean
}

/** Why this person may not be invited, whatever their number. */
export function whyNotInvited(file: FamilyFile, personId: Id): WhyNot | undefined {
  const child = file.children.find((child) => child.id === personId)
  if (child) return child.ownSignIn ? undefined : 'child-without-sign-in'
  const person = file.people.find((person) => person.id === personId)
  if (!person) return 'nobody'
  if (person.kind === 'professional') return 'professional'
  if (person.notToBeTold) return 'not-to-be-told'
  if (person.circle === 'inner' || person.circle === 'middle') return undefined
  // Nobody from whom the family is kept is to be told and put in a circle as others are.
  return person.planView === 'own-items' ? 'apart' : 'outer-circle'
}

/** The number of a form as E.164, or every reason why the form will not do. Without a word in it there must be one already. */
export function checkForm(
  reach: Reach,
  personId: Id,
  form: InvitationForm,
): { phone: string } | { refused: [WhyNot, ...WhyNot[]] } {
  const number = numberFor(reach, personId, form.phone)
  const phone = 'phone' in number ? number.phone : ''
  const names = namesOf(reach.file, personId)
  const noWord: WhyNot | undefined = reach.contactOf(personId).hasWord ? undefined : 'word-missing'
  const [first, ...more] = [
    reach.contactOf(personId).noTexts && 'no-texts',
    'refused' in number && number.refused,
    !personSchema.shape.language.safeParse(form.language).success && 'language',
    ...whyNotSafeTimes(form.safeToText),
    form.word ? whyNotWord(form.word, { names, phone }) : noWord,
  ].filter((why): why is WhyNot => !!why)
  return first ? { refused: [first, ...more] } : { phone }
}

function numberFor(reach: Reach, personId: Id, typed: string): { phone: string } | { refused: WhyNot } {
  const phone = phoneFrom(typed)
  if (!phone) return { refused: 'not-a-number' }
  const refused = whyNotThisNumber(reach.contactOf(personId), phone)
  if (refused) return { refused }
  const others = reach.everyone.filter((id) => id !== personId)
  return others.some((id) => reach.contactOf(id).phone === phone) ? { refused: 'number-of-someone-else' } : { phone }
}

/** Why a person is not texted on this number, as far as the number itself tells. */
export function whyNotThisNumber({ phone, landline, unsafePhones }: Contact, number: string): WhyNot | undefined {
  if (unsafePhones.includes(number)) return 'unsafe-number'
  return landline && number === phone ? 'landline' : whyNotTexted(number)
}
