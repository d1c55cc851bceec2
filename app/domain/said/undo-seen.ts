/** "Seen" pressed by mistake: taken back, the words wait on the desk again. */
import { and, eq, inArray } from 'drizzle-orm'
import type { StaffSession } from '#app/domain/council/staff-sessions'
import { type Form, type Sent, sendOnce } from '#app/domain/forms/tickets'
import { ifChanged } from '#app/domain/trail/audit'
import type { World } from '#app/domain/world'
import { seen } from '#db/schema'

/** What was marked as seen by one press, at one moment (ISO, UTC): by whom it was said, newest first. */
export type LastSeen = { at: string; entries: { familyId: string; saidId: string; by: string }[] }

/** Takes back what was seen at that moment, as far as it still can be. */
export async function undoSeen(
  world: World,
  sender: StaffSession,
  form: Form,
  { entries, at }: LastSeen,
): Promise<Sent<unknown>> {
  const { staffId } = sender
  const dids = entries.map(({ familyId, saidId }) => ({
    ...{ who: `staff:${staffId}` as const, familyId, did: 'entry.unseen', about: saidId },
  }))
  const ids = entries.map(({ saidId }) => saidId)
  const families = [...new Set(entries.map(({ familyId }) => familyId))]
  return sendOnce(
    world,
    sender,
    form,
    dids,
    (db) => [
      db
        .delete(seen)
        .where(and(inArray(seen.familyId, families), inArray(seen.saidId, ids), eq(seen.by, staffId), eq(seen.at, at))),
    ],
    { onlyIf: ifChanged },
  )
}
