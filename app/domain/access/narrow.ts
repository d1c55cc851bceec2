import { and, eq, notExists } from 'drizzle-orm'
import type { StaffSession } from '#app/domain/council/staff-sessions'
import { type Form, type Sent, sendOnce } from '#app/domain/forms/tickets'
import type { World } from '#app/domain/world'
import { insertWhere } from '#db/insert-where'
import { narrowings } from '#db/schema'
import {
  type Closable,
  closablesIn,
  type Known,
  namingItems,
  type Shutee,
  shuteesIn,
  toldOfSomeoneShut,
} from './narrowable'
import { noLongerRead } from './no-longer-read'
import type { Saying, Situation } from './situation'
import { everythingSaid, NOW, saidAs, saidOf } from './spoken'
import { type Standing, standingOf } from './standing'
import { type Going, whatGoes } from './what-goes'

export type Narrowable = {
  things: Closable[]
  viewers: Shutee[]
  /** What is shut by hand, and since when (ISO, UTC). */
  shut: { what: string; to: string; at: string }[]
  /** People whose own "what you know" names someone shut to them. */
  told: { name: string; knows: string }[]
}

/** So much of what was said last is offered for choosing; what is older is shut from the log it stands in. */
const OFFERED = 50

/**
 * What can be shut to whom in a family, and what is already; null when nothing is published. `item` is the public id
 * of something chosen, which is offered however long ago it was said.
 */
export async function narrowable(world: World, familyId: string, item = ''): Promise<Narrowable | null> {
  const family = await standingOf(world, familyId)
  if (!family) return null
  const rows = await world.db.read.select().from(narrowings).where(eq(narrowings.familyId, familyId))
  const [last, chosen, shut] = await Promise.all([
    everythingSaid(world, { familyId }, { before: NOW, limit: OFFERED }),
    saidAs(world, { familyId, publicId: item }),
    saidOf(world, { familyId, ids: rows.map(({ itemId }) => itemId) }),
  ])
  const offered = closablesIn(family, unique([...last, ...(chosen ? [chosen] : [])].map(({ saying }) => saying)))
  const viewers = shuteesIn(family)
  const all = [
    ...offered,
    ...closablesIn(
      family,
      shut.map(({ saying }) => saying),
    ),
  ]
  return {
    things: offered.map(({ caseId: _, ...thing }) => thing),
    viewers: viewers.map(({ caseId: _, ...viewer }) => viewer),
    shut: rows.flatMap(({ itemId, shutTo, at }) => {
      const what = all.find(({ caseId }) => caseId === itemId)?.words
      const to = viewers.find(({ caseId }) => caseId === shutTo)?.name
      return what && to ? [{ what, to, at }] : []
    }),
    told: toldOfSomeoneShut(family),
  }
}

const unique = (said: Saying[]) => [...new Map(said.map((saying) => [saying.publicId, saying])).values()]

type ToShut = { familyId: string; item: string; shutTo: string }
export type Narrowing = {
  thing: Closable
  viewer: Shutee
  going: Going[]
  unread: { words: string[]; more: boolean }
}

/**
 * What would be shut, and what goes with it: from the plan of each it concerns, and what was said, replies among it,
 * that they read today and then no more. With a person goes every sentence that names them. Null when there is none
 * such.
 */
export async function narrowing(world: World, asked: ToShut): Promise<Narrowing | null> {
  const found = await planned(world, asked)
  if (!found) return null
  const { family, plan } = found
  const { caseId: _thing, ...thing } = plan.thing
  const { caseId: shutTo, ...viewer } = plan.viewer
  const rows = plan.items.map((itemId) => ({ itemId, shutTo }))
  return {
    ...{ thing, viewer },
    going: whatGoes(world, family, rows),
    unread: await noLongerRead(world, family, rows),
  }
}

/** The rows that shutting this would add, to look at a plan as it would be then; null when there is none such. */
export async function rowsToShut(world: World, asked: ToShut): Promise<Situation['narrowings'] | null> {
  const found = await planned(world, asked)
  if (!found) return null
  const { items, viewer } = found.plan
  return items.map((itemId) => ({ itemId, shutTo: viewer.caseId }))
}

/**
 * Shuts an item or a person to a viewer or a side at once, over every version; with a person go the sentences that
 * name them. Only a published version opens anything again, or `undoNarrow` within ten minutes. Null, and nothing
 * written, when one of the two is not in this family or they are the same person; a second time changes nothing. The
 * caller has made sure that the member of staff works with the family.
 */
export async function narrow(
  world: World,
  sender: StaffSession,
  form: Form,
  asked: ToShut,
): Promise<Sent<unknown> | null> {
  const { familyId } = asked
  const found = await planned(world, asked)
  if (!found) return null
  const shutTo = found.plan.viewer.caseId
  const did = {
    who: `staff:${sender.staffId}`,
    familyId,
    did: 'narrowed',
    about: `${found.plan.thing.caseId} ${shutTo}`,
  } as const
  return sendOnce(world, sender, form, did, async (db) => {
    // A version published in this moment may name them elsewhere.
    const now = await planned(world, asked)
    const items = new Set([...found.plan.items, ...(now?.plan.items ?? [])])
    const row = { familyId, shutTo, at: world.now().toISOString(), by: sender.staffId }
    return [...items].map((itemId) => {
      const same = and(eq(narrowings.familyId, familyId), eq(narrowings.itemId, itemId), eq(narrowings.shutTo, shutTo))
      const already = db.select({ id: narrowings.id }).from(narrowings).where(same)
      return insertWhere(db, narrowings, { ...row, itemId }, notExists(already))
    })
  })
}

/** The items to shut, the thing itself first. */
type Planned = { thing: Known<Closable>; viewer: Known<Shutee>; items: string[] }

async function planned(
  world: World,
  { familyId, item, shutTo }: ToShut,
): Promise<{ family: Standing; plan: Planned } | null> {
  const [family, said] = await Promise.all([standingOf(world, familyId), saidAs(world, { familyId, publicId: item })])
  if (!family) return null
  const things = closablesIn(family, said ? [said.saying] : [])
  const thing = things.find(({ id }) => id === item)
  const viewer = shuteesIn(family).find(({ id }) => id === shutTo)
  if (!thing || !viewer || thing.caseId === viewer.caseId) return null
  const naming = thing.kind === 'person' ? namingItems(family.document, thing.caseId) : []
  return { family, plan: { thing, viewer, items: [...new Set([thing.caseId, ...naming])] } }
}
