import { reachIn } from '#app/domain/people/contact'
import type { PersonForStaff } from '#app/domain/people/person-for-staff'
import { type WhyNot, whyNotInvited, whyNotThisNumber } from '#app/domain/people/refusals'
import { stopsOn } from '#app/domain/texts/number-stops'
import { newText } from '#app/domain/texts/outbox'
import { type AuditedWrite, plainly } from '#app/domain/trail/audited-write'
import type { World } from '#app/domain/world'
import { texts } from '#db/schema'

/**
 * Sends a text that only shows that the number is right, while the person sits beside the worker: at once, also
 * outside safe times, and also to a number that is in doubt. Refuses with the reason.
 */
export async function sendTest(
  world: World,
  { staffId, familyId, personId }: PersonForStaff,
  write: AuditedWrite = plainly(world),
): Promise<{ queued: true } | { refused: WhyNot[] }> {
  const reach = await reachIn(world, familyId)
  const contact = reach?.contactOf(personId)
  if (!reach || !contact) return { refused: ['no-plan'] }
  const never = whyNotInvited(reach.file, personId)
  if (never) return { refused: [never] }
  const { phone, language, noTexts } = contact
  if (!phone) return { refused: ['not-a-number'] }
  const refused = noTexts ? 'no-texts' : whyNotThisNumber(contact, phone)
  if (refused) return { refused: [refused] }
  const stops = await stopsOn(world.db.read, [phone])
  if (stops.some(({ why }) => why === 'stop')) return { refused: ['number-stopped'] }
  const text = newText(
    world,
    { kind: 'test', familyId, personId, to: phone, language, queuedBy: staffId, sendNow: true },
    [contact],
  )
  await write({ who: `staff:${staffId}`, familyId, did: 'test-text.queued', about: text.id }, async (db) => [
    db.insert(texts).values(text),
  ])
  return { queued: true }
}
