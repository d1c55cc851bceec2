import { eq } from 'drizzle-orm'
import { londonDay } from '#app/domain/london'
import type { FamilyFile, Id } from '#app/domain/plan/case-file'
import type { World } from '#app/domain/world'
import { narrowings, staff } from '#db/schema'
import { isApart } from './apart'
import { eyesOf } from './eyes'
import type { PlanAsSeenBy } from './plan-as-seen'
import { onceInCircle } from './viewers'
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
 * null when they would see none; of whoever stands apart and is in no circle (`outside`), what they would see in one. The document is one without faults. For staff who may read all of it, which the
 * caller has made sure of; nothing anybody said is in it.
 */
export async function viewOfWriting(
  world: World,
  { familyId, planId, file, personId, language, handle }: Asked,
): Promise<{ plan: PlanAsSeenBy | null; outside: boolean }> {
  const [shut, everyone] = await Promise.all([
    world.db.read.select().from(narrowings).where(eq(narrowings.familyId, familyId)),
    world.db.read.select({ id: staff.id, name: staff.name, phone: staff.phone }).from(staff),
  ])
  const today = londonDay(world.now().toISOString())
  const outside = !eyesOf({ file, narrowings: shut }, personId) && isApart({ file, today }, personId)
  const shown = outside ? onceInCircle(file, personId) : file
  const plan = seenBy(
    {
      ...{
        file: shown,
        narrowings: shut,
        said: [],
        approvals: 'taken as given',
        joined: [],
        worker: file.worker,
        language,
        planId,
      },
      staff: Object.fromEntries(everyone.map(({ id, name, phone }) => [id, { name, phone: phone ?? undefined }])),
      today,
      publicId: handle,
    },
    personId,
  )
  return { plan, outside }
}
