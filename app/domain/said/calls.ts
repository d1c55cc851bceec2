/** "Please ring me": waits until it is taken back, or until a member of staff has spoken to them or left a message. */
import { eq } from 'drizzle-orm'
import { caseIdOf } from '#app/domain/access/handles'
import type { SeenEntry } from '#app/domain/access/plan-as-seen'
import type { StaffSession } from '#app/domain/council/staff-sessions'
import type { MemberSession } from '#app/domain/forms/session'
import { type Form, type Sent, sendOnce } from '#app/domain/forms/tickets'
import { ifChanged } from '#app/domain/trail/audit'
import type { World } from '#app/domain/world'
import type { Drizzle } from '#db/client.server'
import { calls, seen } from '#db/schema'
import type { EntryForStaff } from './entry-for-staff'

export const CALL_WENT = ['spoke', 'no-answer', 'left-message'] as const
export type CallWent = (typeof CALL_WENT)[number]

export const callWent = (typed: string | undefined): CallWent | undefined => CALL_WENT.find((one) => one === typed)

type Done = { familyId: string; saidId: string; how: CallWent | 'cancelled'; by: string }

/** What stands already stays, unless it was only tried: a call that was made cannot be taken back, nor one taken back be made. */
function doneOnce(world: World, db: Drizzle, done: Done) {
  const { how, by } = done
  const at = world.now().toISOString()
  return db
    .insert(calls)
    .values({ ...done, at })
    .onConflictDoUpdate({
      target: [calls.familyId, calls.saidId],
      set: { how, by, at },
      setWhere: eq(calls.how, 'no-answer'),
    })
}

/** How the call went, and with it that the request was read. */
export function logCall(
  world: World,
  sender: StaffSession,
  form: Form,
  { familyId, saidId }: EntryForStaff,
  how: CallWent,
): Promise<Sent<unknown>> {
  const { staffId } = sender
  const did = { who: `staff:${staffId}`, familyId, did: `call.${how}`, about: saidId } as const
  return sendOnce(world, sender, form, did, (db) => [
    db.insert(seen).values({ familyId, saidId, by: staffId, at: world.now().toISOString() }).onConflictDoNothing(),
    doneOnce(world, db, { familyId, saidId, how, by: staffId }),
  ])
}

/** The member needs no call any more. `entry` is their own request. */
export function cancelCall(world: World, member: MemberSession, form: Form, entry: SeenEntry): Promise<Sent<unknown>> {
  const { familyId, personId } = member
  const saidId = caseIdOf(entry)
  const did = { who: `person:${personId}`, familyId, did: 'call.cancelled', about: saidId } as const
  return sendOnce(
    world,
    member,
    form,
    did,
    (db) => [doneOnce(world, db, { familyId, saidId, how: 'cancelled', by: personId })],
    { onlyIf: ifChanged },
  )
}
