import type { AppLoadContext } from '@remix-run/node'
import { recentlyShut } from '#app/domain/access/undo-narrow'
import type { StaffSession } from '#app/domain/council/staff-sessions'
import { ticketFor } from '#app/domain/forms/tickets'

/** What this member of staff has shut in a family just now, each with a ticket for opening it again. */
export async function recentlyShutAt(
  { world }: AppLoadContext,
  staff: StaffSession,
  { familyId, publicId }: { familyId: string; publicId: string },
) {
  const ticket = ticketFor(world, staff, `/desk/families/${publicId}/shut/undo`)
  return (await recentlyShut(world, staff.staffId, familyId)).map((press) => ({ ...press, ticket }))
}
