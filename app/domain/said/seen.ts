import type { StaffSession } from '#app/domain/council/staff-sessions'
import { type Form, sendOnce } from '#app/domain/forms/tickets'
import type { World } from '#app/domain/world'
import { seen } from '#db/schema'
import type { EntryForStaff } from './entry-for-staff'

/** Notes that a member of staff has read this, once: its author is told who and when. A second time changes nothing. */
export async function markSeen(world: World, sender: StaffSession, form: Form, { familyId, saidId }: EntryForStaff) {
  const { staffId } = sender
  return sendOnce(
    world,
    sender,
    form,
    { who: `staff:${staffId}`, familyId, did: 'entry.seen', about: saidId },
    (db) => [
      db.insert(seen).values({ familyId, saidId, by: staffId, at: world.now().toISOString() }).onConflictDoNothing(),
    ],
  )
}
