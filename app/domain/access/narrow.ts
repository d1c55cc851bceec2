import { and, eq, notExists } from 'drizzle-orm'
import type { StaffSession } from '#app/domain/council/staff-sessions'
import { type Form, type Sent, sendOnce } from '#app/domain/forms/tickets'
import type { World } from '#app/domain/world'
import { insertWhere } from '#db/insert-where'
import { narrowings } from '#db/schema'
import { type Loaded, loadFamily } from './load-family'
import {
  type Closable,
  closablesIn,
  type Known,
  namingItems,
  type Shutee,
  shuteesIn,
  toldOfSomeoneShut,
} from './narrowable'

export type Narrowable = {
  things: Closable[]
  viewers: Shutee[]
  /** What is shut by hand, and since when (ISO, UTC). */
  shut: { what: string; to: string; at: string }[]
  /** People whose own "what you know" names someone shut to them. */
  told: { name: string; knows: string }[]
}

/** What can be shut to whom in a family, and what is already; null when nothing is published. */
export async function narrowable(world: World, familyId: string): Promise<Narrowable | null> {
  const family = await loadFamily(world, familyId)
  if (!family) return null
  const rows = await world.db.read.select().from(narrowings).where(eq(narrowings.familyId, familyId))
  const [things, viewers] = [closablesIn(family), shuteesIn(family)]
  return {
    things: things.map(({ caseId: _, ...thing }) => thing),
    viewers: viewers.map(({ caseId: _, ...viewer }) => viewer),
    shut: rows.flatMap(({ itemId, shutTo, at }) => {
      const what = things.find(({ caseId }) => caseId === itemId)?.words
      const to = viewers.find(({ caseId }) => caseId === shutTo)?.name
      return what && to ? [{ what, to, at }] : []
    }),
    told: toldOfSomeoneShut(family),
  }
}

type Asked = { familyId: string; item: string; shutTo: string }

/** What would be shut: the thing itself and, with a person, every sentence that names them. Null when there is none such. */
export async function narrowing(
  world: World,
  asked: Asked,
): Promise<{ thing: Closable; viewer: Shutee; with: string[] } | null> {
  const family = await loadFamily(world, asked.familyId)
  const plan = family && planned(family, asked)
  if (!family || !plan) return null
  const words = new Map(closablesIn(family).map((thing) => [thing.caseId, thing.words]))
  const { caseId: _thing, ...thing } = plan.thing
  const { caseId: _viewer, ...viewer } = plan.viewer
  return { thing, viewer, with: plan.items.slice(1).flatMap((id) => words.get(id) ?? []) }
}

/**
 * Shuts an item or a person to a viewer or a side at once, over every version; with a person go the sentences that
 * name them. Only a published version opens anything again. Null, and nothing written, when one of the two is not in
 * this family or they are the same person; a second time changes nothing. The caller has made sure that the member of
 * staff works with the family.
 */
export async function narrow(
  world: World,
  sender: StaffSession,
  form: Form,
  asked: Asked,
): Promise<Sent<unknown> | null> {
  const { familyId } = asked
  const family = await loadFamily(world, familyId)
  const plan = family && planned(family, asked)
  if (!plan) return null
  const shutTo = plan.viewer.caseId
  const did = {
    who: `staff:${sender.staffId}`,
    familyId,
    did: 'narrowed',
    about: `${plan.thing.caseId} ${shutTo}`,
  } as const
  return sendOnce(world, sender, form, did, (db) => {
    const row = { familyId, shutTo, at: world.now().toISOString(), by: sender.staffId }
    return plan.items.map((itemId) => {
      const same = and(eq(narrowings.familyId, familyId), eq(narrowings.itemId, itemId), eq(narrowings.shutTo, shutTo))
      const already = db.select({ id: narrowings.id }).from(narrowings).where(same)
      return insertWhere(db, narrowings, { ...row, itemId }, notExists(already))
    })
  })
}

/** The items to shut, the thing itself first. */
function planned(
  family: Loaded,
  { item, shutTo }: Asked,
): { thing: Known<Closable>; viewer: Known<Shutee>; items: string[] } | null {
  const thing = closablesIn(family).find(({ id }) => id === item)
  const viewer = shuteesIn(family).find(({ id }) => id === shutTo)
  if (!thing || !viewer || thing.caseId === viewer.caseId) return null
  if (thing.kind !== 'person') return { thing, viewer, items: [thing.caseId] }
  return { thing, viewer, items: [...new Set([thing.caseId, ...namingItems(family.document, thing.caseId)])] }
}
