import { eq } from 'drizzle-orm'
import { londonDay } from '#app/domain/london'
import type { FamilyFile, Id } from '#app/domain/plan/case-file'
import type { World } from '#app/domain/world'
import { narrowings, staff } from '#db/schema'
import type { PlanAsSeenBy } from './plan-as-seen'
import { seenBy } from './who-sees-what'

type Asked = {
  familyId: string
  planId: string
  file: FamilyFile
  personId: Id
  language: string
  handle: (id: Id) => string
}

/**
 * A document that is still being written as this person would see it, by the rule itself, with what was shut since;
 * null when they would see none. The document is one without faults. For staff who may read all of it, which the
 * caller has made sure of; nothing anybody said is in it.
 */
export async function viewOfWriting(
  world: World,
  { familyId, planId, file, personId, language, handle }: Asked,
): Promise<PlanAsSeenBy | null> {
  const [shut, everyone] = await Promise.all([
    world.db.read.select().from(narrowings).where(eq(narrowings.familyId, familyId)),
    world.db.read.select({ id: staff.id, name: staff.name, phone: staff.phone }).from(staff),
  ])
  return seenBy(
    {
      ...{ file, narrowings: shut, said: [], joined: [], worker: file.worker, language, planId },
      staff: Object.fromEntries(everyone.map(({ id, name, phone }) => [id, { name, phone: phone ?? undefined }])),
      today: londonDay(world.now().toISOString()),
      publicId: handle,
    },
    personId,
  )
}
