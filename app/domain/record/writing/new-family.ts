import { eq, sql } from 'drizzle-orm'
import type { FamilyFile } from '#app/domain/plan/case-file'
import { familyFileSchema } from '#app/domain/plan/case-file'
import { child } from '#app/domain/plan/document/people'
import { emptyFile, looseOf } from '#app/domain/plan/draft/loose'
import { randomId } from '#app/domain/plan/version'
import { mayHoldAFamily, staffOf } from '#app/domain/plan/who-publishes'
import { type AuditedWrite, plainly } from '#app/domain/trail/audited-write'
import type { World } from '#app/domain/world'
import { wasThereAlready } from '#db/client.server'
import { assignments, drafts, staff as everyone, families } from '#db/schema'
import { newItemId } from './item-id'

export type FirstWords = Pick<FamilyFile, 'reference' | 'familyName' | 'status' | 'language'> & {
  firstName: string
  born: string
}
export type FirstFault = keyof FirstWords | 'taken'

/**
 * A family that is written here from an empty page: it stands on its worker's desk with a draft and no version. Its
 * worker is whoever adds it; the managers of their team hold it with them, as with a file that is brought in. Gives
 * what is wrong instead, and writes nothing. `publicId` is a new one (`newPublicId`).
 */
export async function newFamily(
  world: World,
  typed: { [Key in keyof FirstWords]: string },
  { by, publicId }: { by: string; publicId: string },
  writeAs: AuditedWrite = plainly(world),
): Promise<FirstFault[]> {
  const words = Object.fromEntries(Object.entries(typed).map(([key, value]) => [key, value.trim()])) as FirstWords
  const faults = faultsOf(words)
  const same = sql`lower(${families.reference}) = ${words.reference.toLowerCase()}`
  if ((await world.db.read.$count(families, same)) > 0) faults.push('taken')
  const [staff, [author]] = await Promise.all([
    staffOf(world),
    world.db.read.select({ name: everyone.name, role: everyone.role }).from(everyone).where(eq(everyone.id, by)),
  ])
  if (faults.length > 0 || !mayHoldAFamily(staff, by)) return faults
  const { firstName, born, ...known } = words
  const file = emptyFile({ ...known, worker: by })
  // A family's worker is somebody in its file.
  const relationship = author?.role === 'manager' ? 'team manager' : 'social worker'
  file.people.push({ id: by, name: author?.name ?? by, relationship, addressAs: relationship, kind: 'professional' })
  file.children.push({ id: newItemId(world), firstName, born })
  const document = looseOf(file, () => newItemId(world))
  const at = world.now().toISOString()
  const family = { id: randomId(world), publicId, reference: words.reference, addedAt: at, addedBy: by }
  const team = staff.find(({ id }) => id === by)?.teamId
  const managers = staff.filter(
    ({ id, role, teamId }) => id !== by && team && teamId === team && role === 'manager' && mayHoldAFamily(staff, id),
  )
  const holders = [
    { staffId: by, as: 'worker' as const },
    ...managers.map(({ id }) => ({ staffId: id, as: 'manager' as const })),
  ]
  try {
    await writeAs({ who: `staff:${by}`, familyId: family.id, did: 'family begun' }, async (db) => [
      db.insert(families).values(family),
      db.insert(assignments).values(holders.map((holder) => ({ ...holder, familyId: family.id, from: at }))),
      db.insert(drafts).values({
        ...{ id: randomId(world), familyId: family.id, madeAt: at, madeBy: by },
        state: { document, beside: [], gone: [], leftOver: [] },
      }),
    ])
  } catch (error) {
    if (wasThereAlready(error, 'families.reference')) return ['taken']
    throw error
  }
  return []
}

function faultsOf({ firstName, born, ...known }: FirstWords): FirstFault[] {
  const { reference, familyName, status, language } = familyFileSchema.shape
  const wrong = { reference, familyName, status, language }
  const ofFamily = (Object.keys(wrong) as (keyof typeof wrong)[]).filter(
    (key) => !wrong[key].safeParse(known[key]).success,
  )
  const ofChild = (['firstName', 'born'] as const).filter(
    (key) => !child.shape[key].safeParse({ firstName, born }[key]).success,
  )
  return [...ofFamily, ...ofChild]
}

/** What a family will go by in its addresses. */
export const newPublicId = (world: World): string => randomId(world)
