/** "Seen" or a call logged by mistake: taken back, it waits on the desk again. */
import { and, eq, inArray } from 'drizzle-orm'
import type { StaffSession } from '#app/domain/council/staff-sessions'
import { type Form, type Sent, sendOnce } from '#app/domain/forms/tickets'
import { ifChanged } from '#app/domain/trail/audit'
import type { World } from '#app/domain/world'
import { calls, seen } from '#db/schema'
import type { CallWent } from './calls'

/** Something said that was marked as seen, or whose call was logged, at that moment (ISO, UTC). `id` is public. */
export type Act = { at: string; familyId: string; saidId: string; id: string; by: string; call: CallWent | null }
/** What one press did. */
export type LastAct = { at: string; entries: Act[] }

/** Takes back what was done at that moment, as far as it still can be. */
export async function undo(
  world: World,
  sender: StaffSession,
  form: Form,
  { entries, at }: LastAct,
): Promise<Sent<unknown>> {
  const { staffId } = sender
  const dids = entries.map(({ familyId, saidId, call }) => ({
    ...{ who: `staff:${staffId}` as const, familyId, did: call ? 'call.undone' : 'entry.unseen', about: saidId },
  }))
  const ids = entries.map(({ saidId }) => saidId)
  const families = [...new Set(entries.map(({ familyId }) => familyId))]
  const these = (table: typeof seen | typeof calls) =>
    and(inArray(table.familyId, families), inArray(table.saidId, ids), eq(table.by, staffId), eq(table.at, at))
  // What says whether anything changed comes last.
  const isCall = entries.some(({ call }) => call)
  return sendOnce(
    world,
    sender,
    form,
    dids,
    (db) => [db.delete(seen).where(these(seen)), ...(isCall ? [db.delete(calls).where(these(calls))] : [])],
    { onlyIf: ifChanged },
  )
}
