import type { WhyNot } from '#app/domain/people/refusals'
import { nextSafeMoment } from '#app/domain/texts/safe-times'
import { textToShow } from '#app/domain/texts/wording'
import type { World } from '#app/domain/world'
import { type PersonLine, personLine } from './people-for-staff'

/** Why no text goes to somebody as things stand. */
export type WhyNoText = 'draft' | 'noNumber' | 'stop' | WhyNot

/** The text that would go next to somebody, with dots for what it is filled with; or why none goes. */
export type NextText =
  | {
      kind: 'invitation' | 'sign-in'
      body: string
      segments: number
      pence: number
      language: string
      /** When it would go (ISO, UTC) if it were sent now: `now`, later, or never. */
      goes: 'now' | 'never' | string
    }
  | { none: WhyNoText }

/** What would go next to this person (public id), as the texts themselves are made. Nothing is written. */
export async function nextTextTo(world: World, familyId: string, publicId: string): Promise<NextText> {
  const person = await personLine(world, familyId, publicId)
  if (!person) return { none: 'draft' }
  const none = whyNone(person)
  if (none) return { none }
  const kind = person.status.state === 'joined' ? 'sign-in' : 'invitation'
  const now = world.now()
  // Whoever asks for a link waits for it, also at night.
  const at = nextSafeMoment([person], now, { asked: kind === 'sign-in' })
  const goes = !at ? 'never' : at.getTime() === now.getTime() ? 'now' : at.toISOString()
  return { kind, goes, language: person.language, ...(await textToShow(world, person.language, kind)) }
}

/** As the last look before a text goes has it (`coming-in/last-look.ts`): the first that would keep it. */
function whyNone({ neverInvited, phone, noTexts, numberTrouble, stops }: PersonLine): WhyNoText | undefined {
  if (neverInvited) return neverInvited
  if (noTexts) return 'no-texts'
  if (!phone) return 'noNumber'
  if (numberTrouble) return numberTrouble
  if (stops.length === 0) return undefined
  return stops.some(({ why }) => why === 'stop') ? 'stop' : 'number-stopped'
}
