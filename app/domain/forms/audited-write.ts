import type { SQL } from 'drizzle-orm'
import type { StaffSession } from '#app/domain/council/staff-sessions'
import { type Did, writeAudited } from '#app/domain/trail/audit'
import type { World } from '#app/domain/world'
import type { Drizzle, Statement } from '#db/client.server'
import { type Form, type Sent, sendOnce } from './tickets'

/** How a write with its audit row goes to the database: plainly, as from the command line, or once for a form's ticket. */
export type AuditedWrite = (
  did: Did,
  build: (db: Drizzle) => Promise<readonly Statement[]>,
  /** The audit row is only written if this holds once the statements have run. */
  options?: { onlyIf?: SQL },
) => Promise<unknown>

export const plainly =
  (world: World): AuditedWrite =>
  (did, build, options) =>
    writeAudited(world, did, build, options)

/** The write of a desk form: `sent()` says afterwards what became of it; undefined when it never got to writing. */
export function onceFor(
  world: World,
  sender: StaffSession,
  form: Form,
): { write: AuditedWrite; sent: () => Sent<unknown> | undefined } {
  let sent: Sent<unknown> | undefined
  return {
    write: async (did, build, options) => {
      sent = await sendOnce(world, sender, form, did, build, options)
    },
    sent: () => sent,
  }
}
