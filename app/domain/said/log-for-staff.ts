import { byPlace, NOW, saidAs, saidIn } from '#app/domain/access/spoken'
import { standingOf } from '#app/domain/access/standing'
import { councilOf } from '#app/domain/council/council'
import type { World } from '#app/domain/world'
import { type EntryRead, entriesRead } from './entry-for-staff'

const ON_A_PAGE = 50

/**
 * A page of everything logged in a family, and of what was said of its plan, newest first; `earlier` goes into the address of the page that follows.
 * The caller has made sure that the member of staff works with the family.
 */
export async function logForStaff(
  world: World,
  familyId: string,
  { before: from, limit = ON_A_PAGE }: { before?: string | null; limit?: number } = {},
): Promise<{ entries: EntryRead[]; earlier?: string }> {
  const start = from ? await saidAs(world, { familyId, publicId: from }) : undefined
  const page = { before: start?.place ?? NOW, limit: limit + 1 }
  const [family, council, ...both] = await Promise.all([
    standingOf(world, familyId, { orDraft: true }),
    councilOf(world),
    saidIn(world, { familyId, kind: 'checkIns' }, page),
    saidIn(world, { familyId, kind: 'agreements' }, page),
    saidIn(world, { familyId, kind: 'positions' }, page),
  ])
  if (!family) return { entries: [] }
  const found = both.flat().toSorted(byPlace).reverse()
  const shown = found.slice(0, limit).map(({ saying }) => saying)
  const entries = entriesRead(world, family, council, shown)
  return { entries, ...(found.length > limit && { earlier: shown.at(-1)?.publicId }) }
}
