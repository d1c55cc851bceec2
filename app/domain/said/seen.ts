import type { StaffSession } from '#app/domain/council/staff-sessions'
import { type Form, sendOnce } from '#app/domain/forms/tickets'
import type { World } from '#app/domain/world'
import { seen } from '#db/schema'
import type { EntryForStaff } from './entry-for-staff'

/**
 * Notes that a member of staff has read these, once: their authors are told who and when. A second time changes
 * nothing. All by one press, in one write.
 */
export async function markSeen(world: World, sender: StaffSession, form: Form, entries: EntryForStaff[]) {
  const { staffId } = sender
  const dids = entries.map(({ familyId, saidId }) => ({
    ...{ who: `staff:${staffId}` as const, familyId, did: 'entry.seen', about: saidId },
  }))
  return sendOnce(world, sender, form, dids, (db) => {
    const at = world.now().toISOString()
    const rows = entries.map(({ familyId, saidId }) => ({ familyId, saidId, by: staffId, at }))
    return rows.length > 0 ? [db.insert(seen).values(rows).onConflictDoNothing()] : []
  })
}
