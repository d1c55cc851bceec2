import { eq } from 'drizzle-orm'
import { writeAudited } from '#app/domain/trail/audit'
import type { World } from '#app/domain/world'
import { families } from '#db/schema'

/** Notes in a family's trail that a member of staff who does not work with it asked for one of its pages. */
export async function noteTurnedAway(world: World, staffId: string, publicId: string): Promise<void> {
  const [family] = await world.db.read.select({ id: families.id }).from(families).where(eq(families.publicId, publicId))
  if (!family) return
  await writeAudited(world, { who: `staff:${staffId}`, familyId: family.id, did: 'family.turned-away' }, () => [])
}
