/** A family at the desk without a page: its ids, and the press of a member of staff. */
import { and, eq } from 'drizzle-orm'
import type { StaffSession } from '#app/domain/council/staff-sessions'
import { type Form, ticketFor } from '#app/domain/forms/tickets'
import type { Id } from '#app/domain/plan/case-file'
import { families, publicIds } from '#db/schema'
import type { TestWorld } from './world'

export async function familyIdOf(world: TestWorld, { reference }: { reference: string }): Promise<string> {
  const [family] = await world.db.read.select().from(families).where(eq(families.reference, reference))
  if (!family) throw new Error('The family is not in the demo.')
  return family.id
}

export async function publicIdOf(world: TestWorld, familyId: string, itemId: Id): Promise<string> {
  const [row] = await world.db.read
    .select()
    .from(publicIds)
    .where(and(eq(publicIds.familyId, familyId), eq(publicIds.itemId, itemId)))
  if (!row) throw new Error(`${itemId} has no public id.`)
  return row.publicId
}

/** A browser of a member of staff that presses the button of the form at `path` for the first time. */
export function pressing(world: TestWorld, staffId: string, path = '/desk/a-form') {
  const sender = {
    kind: 'staff',
    staffId,
    name: staffId,
    role: 'worker',
    idHash: `${staffId}’s browser`,
    sent: 0,
    seenAt: world.now().toISOString(),
  } as const
  const ticket = ticketFor(world, sender, path)
  return [sender, { path, ticket, fields: [], leadTo: '/desk' }] satisfies [StaffSession, Form]
}
