import { type Apart, whyApart } from '#app/domain/access/apart'
import { eyesOf } from '#app/domain/access/eyes'
import { type Standing, standingOf } from '#app/domain/access/standing'
import { londonDay } from '#app/domain/london'
import { type Status, statusOf } from '#app/domain/network/status'
import { type Reach, reachFrom } from '#app/domain/people/contact'
import { type WhyNot, whyNotInvited, whyNotThisNumber } from '#app/domain/people/refusals'
import { personCalled } from '#app/domain/plan/called'
import type { Circle, FamilyFile, Id, Person, SafeToText } from '#app/domain/plan/case-file'
import { kinds } from '#app/domain/texts/kinds'
import type { NumberStop } from '#app/domain/texts/number-stops'
import type { Text } from '#app/domain/texts/outbox'
import { neverCame, stateOf, type TextState } from '#app/domain/texts/state'
import type { World } from '#app/domain/world'
import { type WaysIn, waysIn } from './ways-in'

/** One person of a family, as the worker invites them: how to reach them, how far they have come, what comes next. */
export type PersonLine = {
  /** Public. */
  id: string
  name: string
  fullName: string
  initials: string
  /** Staff only: it may hold an address or a secret. */
  relationship?: string
  kind: Person['kind'] | 'child'
  circle?: Circle
  /** Why they stand apart, if they do: drawn in no circle, and under none of their names. */
  apart: Apart[]
  /** Whether there is a plan for them to see. */
  hasView: boolean
  phone?: string
  otherPhones?: Person['otherPhones']
  email?: string
  /** Why this number is not texted. */
  numberTrouble?: WhyNot
  language: string
  safeToText?: SafeToText
  noTexts: boolean
  /** Where they must never be texted. */
  unsafePhones: string[]
  hasWord: boolean
  status: Status
  /** Why no text goes to their number. */
  stops: Pick<NumberStop, 'why' | 'since'>[]
  /** A text, other than an invitation, that did not arrive and that nobody has looked at. */
  lost?: { id: string; state: TextState }
  /** What they said when they declined. */
  declinedWords?: string
  /** Why they cannot be invited, whatever their number. */
  neverInvited?: WhyNot
  may: { invite: boolean; resend: boolean; revoke: boolean; reach: boolean; card: boolean; test: boolean }
}

/** Everybody in a family's published plan, people before children; null when nothing is published. */
export async function peopleForStaff(world: World, familyId: string): Promise<PersonLine[] | null> {
  const [family, ways] = await Promise.all([standingOf(world, familyId), waysIn(world, [familyId])])
  const theirs = ways.get(familyId)
  return family && theirs ? peopleIn(family, theirs, londonDay(world.now().toISOString())) : null
}

/** The same of a family that is loaded. */
export function peopleIn(family: Standing, ways: WaysIn, today: string): PersonLine[] {
  const reach = reachFrom(family)
  const { people, children } = reach.file
  const called = (id: Id) => {
    const { name, fullName, initials } = personCalled(reach.file, family.staff, id)
    return { name, fullName, initials }
  }
  return [
    ...people.map(({ id, kind, circle, relationship }) => ({
      ...lineOf(family, reach, ways, id),
      ...{ ...called(id), kind, circle, relationship },
      apart: whyApart({ file: reach.file, narrowings: family.narrowings, today }, id),
    })),
    ...children.map(({ id }) => ({
      ...lineOf(family, reach, ways, id),
      ...{ ...called(id), kind: 'child' as const, apart: [] },
    })),
  ]
}

/** One of them by public id; null when there is none. */
export async function personLine(world: World, familyId: string, publicId: string): Promise<PersonLine | null> {
  return (await peopleForStaff(world, familyId))?.find(({ id }) => id === publicId) ?? null
}

function lineOf(family: Standing, reach: Reach, ways: WaysIn, personId: string) {
  const contact = reach.contactOf(personId)
  const { phone, language, noTexts, safeToText, unsafePhones, hasWord } = contact
  const status = statusOf({ personId, ...ways })
  const neverInvited = whyNotInvited(reach.file, personId)
  const numberTrouble = phone && !neverInvited ? whyNotThisNumber(contact, phone) : undefined
  const declined =
    status.state === 'declined'
      ? ways.invitations.find((row) => row.personId === personId && row.declinedAt === status.since)
      : undefined
  const stops = ways.stops.filter((stop) => stop.phone === phone).map(({ why, since }) => ({ why, since }))
  const lost = lostOf(ways.texts, personId)
  const invitable = !neverInvited && status.state !== 'joined'
  const textable = !!phone && !numberTrouble && !noTexts
  const isStopped = stops.some(({ why }) => why === 'stop')
  // Of a link that ran out one may still ask for a new one; a void one is over.
  const isVoid = status.trouble === 'wrong-words' || status.trouble === 'not-for-me'
  const underWay = !isVoid && ['invited', 'sent', 'opened', 'told'].includes(status.state)
  return {
    id: family.publicIds.get(personId) ?? '',
    hasView: !!eyesOf({ file: family.document, narrowings: family.narrowings }, personId),
    ...(phone && { phone }),
    ...otherWaysTo(reach.file, personId),
    ...(numberTrouble && { numberTrouble }),
    language,
    ...(safeToText && { safeToText }),
    noTexts,
    unsafePhones: [...new Set(unsafePhones)],
    hasWord,
    status,
    stops,
    ...(lost && { lost }),
    ...(declined?.declinedWords && { declinedWords: declined.declinedWords }),
    ...(neverInvited && { neverInvited }),
    may: {
      invite: invitable && !noTexts,
      resend: invitable && hasWord && textable && stops.length === 0 && status.state !== 'not-invited',
      revoke: status.state === 'joined' || underWay,
      reach: !neverInvited,
      card: !neverInvited,
      test: !neverInvited && textable && !isStopped,
    },
  }
}

/** The newest text to a person, as long as it did not arrive, is no invitation (`status` has that) and is news to the worker. */
function lostOf(texts: Text[], personId: Id): PersonLine['lost'] {
  const theirs = texts.filter((text) => text.personId === personId)
  const last = theirs.toSorted((a, b) => a.queuedAt.localeCompare(b.queuedAt)).at(-1)
  if (!last || kinds[last.kind].lasts || last.seenAt) return undefined
  const state = stateOf(last)
  return neverCame(state) ? { id: last.id, state } : undefined
}

/** As the plan has them: these are not among the facts that are changed between versions. */
function otherWaysTo({ people }: FamilyFile, id: Id): Pick<PersonLine, 'otherPhones' | 'email'> {
  const { otherPhones, email } = people.find((person) => person.id === id) ?? {}
  return { ...(otherPhones && { otherPhones }), ...(email && { email }) }
}
