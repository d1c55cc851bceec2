/**
 * What was taken away after a copy was made stays away when the copy is put back. Read from the database it takes the
 * place of: only what makes somebody's rights smaller. What would make them larger is the worker's to do again.
 */
import { and, eq, isNull } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { reachIn } from '#app/domain/people/contact'
import { writeAudited } from '#app/domain/trail/audit'
import type { World } from '#app/domain/world'
import type { Drizzle, Statement } from '#db/client.server'
import {
  assignments,
  cardCodes,
  cards,
  families,
  invitations,
  memberships,
  narrowings,
  numberStops,
  people,
  restrictedTo,
  staff,
} from '#db/schema'

/** All the rows of a table as they stood in the database that was replaced. */
export type Before = <T extends SQLiteTable>(table: T) => T['$inferSelect'][]

type Person = { family: string; person: string }
/** What was carried over, by the references and ids an operator's commands take. `look`: what the worker has to see to. */
export type Narrowed = {
  stops: number
  numbers: (Person & { is: 'changed' | 'unsafe' | 'times' })[]
  ended: Person[]
  shut: number
  restricted: string[]
  left: string[]
  look: string[]
}

/** Carries over into this world what the database before had made smaller. Adds one row to the council's trail. */
export async function carryOver(world: World, before: Before): Promise<Narrowed> {
  const all = world.db.read
  const references = new Map((await all.select().from(families)).map(({ id, reference }) => [id, reference]))
  const known = new Set((await all.select().from(staff)).map(({ id }) => id))
  const isThere = ({ familyId }: { familyId: string }) => references.has(familyId)
  const named = ({ familyId, personId }: { familyId: string; personId: string }) => ({
    ...{ family: references.get(familyId) ?? '', person: personId },
  })
  const found: Narrowed = { stops: 0, numbers: [], ended: [], shut: 0, restricted: [], left: [], look: [] }
  const doing: ((db: Drizzle) => Statement)[] = []

  const stops = await all.select().from(numberStops).where(isNull(numberStops.endedAt))
  for (const row of before(numberStops).filter(({ endedAt }) => !endedAt)) {
    if (stops.some(({ phone, why }) => phone === row.phone && why === row.why)) continue
    found.stops++
    doing.push((db) => db.insert(numberStops).values(row).onConflictDoNothing())
  }

  for (const row of before(people).filter(isThere)) {
    const now = (await reachIn(world, row.familyId))?.contactOf(row.personId)
    if (!now) continue
    const unsafe = [...new Set([...now.unsafePhones, ...(row.unsafePhones ?? [])])]
    const isChanged = now.phone !== row.phone
    const isUnsafe = unsafe.length > new Set(now.unsafePhones).size || !!(row.noTexts && !now.noTexts)
    const isTimed = !!row.safeToText && JSON.stringify(row.safeToText) !== JSON.stringify(now.safeToText)
    if (isChanged) found.numbers.push({ ...named(row), is: 'changed' })
    if (isUnsafe) found.numbers.push({ ...named(row), is: 'unsafe' })
    if (isTimed) found.numbers.push({ ...named(row), is: 'times' })
    if (!isChanged && !isUnsafe && !isTimed) continue
    const smaller = {
      // The number of then may be in other hands, and the one since is the worker's to give.
      ...{ phone: isChanged ? null : now.phone, unsafePhones: unsafe, noTexts: now.noTexts || row.noTexts },
      safeToText: row.safeToText ?? now.safeToText,
    }
    const whole = { ...smaller, familyId: row.familyId, personId: row.personId, language: now.language }
    const to = { target: [people.familyId, people.personId], set: smaller }
    doing.push((db) => db.insert(people).values(whole).onConflictDoUpdate(to))
  }

  for (const row of before(memberships).filter(({ endedAt }) => endedAt)) {
    const { endedAt, endedBy, endedWhy } = row
    const open = and(eq(memberships.id, row.id), isNull(memberships.endedAt))
    if ((await world.db.read.$count(memberships, open)) === 0) continue
    found.ended.push(named(row))
    doing.push((db) => db.update(memberships).set({ endedAt, endedBy, endedWhy }).where(open))
  }
  for (const { id, voidedAt, voidedBy, voidedWhy } of before(invitations).filter(({ voidedAt }) => voidedAt)) {
    const open = and(eq(invitations.id, id), isNull(invitations.voidedAt))
    doing.push((db) => db.update(invitations).set({ voidedAt, voidedBy, voidedWhy }).where(open))
  }
  for (const { id, voidedAt, voidedWhy } of before(cards).filter(({ voidedAt }) => voidedAt))
    doing.push((db) =>
      db
        .update(cards)
        .set({ voidedAt, voidedWhy })
        .where(and(eq(cards.id, id), isNull(cards.voidedAt))),
    )
  for (const { codeHash, usedAt } of before(cardCodes).filter(({ usedAt }) => usedAt))
    doing.push((db) =>
      db
        .update(cardCodes)
        .set({ usedAt })
        .where(and(eq(cardCodes.codeHash, codeHash), isNull(cardCodes.usedAt))),
    )

  const shut = await all.select().from(narrowings)
  for (const { id: _, ...row } of before(narrowings).filter(isThere)) {
    if (shut.some((one) => one.familyId === row.familyId && one.itemId === row.itemId && one.shutTo === row.shutTo))
      continue
    found.shut++
    const by = known.has(row.by)
      ? row.by
      : ((await all.select().from(families).where(eq(families.id, row.familyId)))[0]?.addedBy ?? '')
    doing.push((db) => db.insert(narrowings).values({ ...row, by }))
  }

  const only = (rows: (typeof restrictedTo.$inferSelect)[], id: string) =>
    rows.filter(({ familyId, until }) => familyId === id && !until)
  const restrictedNow = await all.select().from(restrictedTo)
  const restrictedThen = before(restrictedTo)
  for (const [id, reference] of references) {
    const [then, now] = [only(restrictedThen, id), only(restrictedNow, id)]
    if (then.length === 0) continue
    const may = new Set(then.map(({ staffId }) => staffId))
    const over = now.filter(({ staffId }) => !may.has(staffId))
    const added = now.length > 0 ? [] : then.filter(({ staffId }) => known.has(staffId))
    if (over.length + added.length > 0) found.restricted.push(reference)
    if (now.length === 0 && added.length === 0)
      found.look.push(`${reference} was restricted to staff who are not in this copy.`)
    const until = world.now().toISOString()
    for (const row of over)
      doing.push((db) => db.update(restrictedTo).set({ until }).where(eq(restrictedTo.id, row.id)))
    for (const { id: _, ...row } of added) doing.push((db) => db.insert(restrictedTo).values(row))
  }

  for (const { id, leftAt } of before(staff).filter(({ leftAt }) => leftAt)) {
    const here = and(eq(staff.id, id), isNull(staff.leftAt))
    if ((await world.db.read.$count(staff, here)) === 0) continue
    found.left.push(id)
    doing.push((db) => db.update(staff).set({ leftAt }).where(here))
  }
  for (const { id, familyId, staffId, from, until } of before(assignments).filter(({ until }) => until)) {
    const same = and(eq(assignments.id, id), eq(assignments.familyId, familyId), eq(assignments.staffId, staffId))
    const open = and(same, eq(assignments.from, from), isNull(assignments.until))
    doing.push((db) => db.update(assignments).set({ until }).where(open))
  }
  await writeAudited(world, { who: 'system', did: 'backup.narrowed-again' }, (db) => doing.map((one) => one(db)))
  return found
}
