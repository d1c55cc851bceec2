import { and, desc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { FamilyFile } from '#app/domain/plan/case-file'
import { publishVersion } from '#app/domain/plan/publish'
import { exportFamily } from '#app/domain/record/export'
import { audit, families, people, publicIds, versions } from '#db/schema'
import { caseFile } from './situation'
import { type TestWorld, testWorld } from './world'

const hands = { by: 'tom', endorsedBy: 'joan', secondCheckBy: 'amina' }

async function harkers(world: TestWorld): Promise<{ familyId: string; document: FamilyFile }> {
  const [family] = await world.db.read.select().from(families).where(eq(families.reference, 'CS-20588'))
  const { said: _, ...document } = caseFile('harker')
  return { familyId: family?.id ?? '', document }
}

const idsIn = async (world: TestWorld, familyId: string) =>
  new Map(
    (await world.db.read.select().from(publicIds).where(eq(publicIds.familyId, familyId))).map((row) => [
      row.itemId,
      row.publicId,
    ]),
  )

test('a new version is shown from now on, its new parts have public ids and the old ones keep theirs', async () => {
  const world = await testWorld({ families: true })
  const { familyId, document } = await harkers(world)
  const before = await idsIn(world, familyId)
  document.plan.phases = [{ id: 'P1', text: 'To Christmas.' }]
  document.people.push({
    id: 'gwen',
    name: 'Gwen Osei',
    relationship: "Ruth's sister",
    kind: 'network',
    circle: 'outer',
    phone: '+447700900281',
  })
  const published = await publishVersion(world, familyId, document, hands)
  expect(published).toMatchObject({ number: 2 })

  const after = await idsIn(world, familyId)
  expect([...after.keys()].filter((id) => !before.has(id)).sort()).toEqual(['P1', 'gwen'])
  for (const [id, publicId] of before) expect(after.get(id)).toBe(publicId)
  const [newest] = await world.db.read
    .select()
    .from(versions)
    .where(eq(versions.familyId, familyId))
    .orderBy(desc(versions.number))
  expect(newest).toMatchObject({
    ...('versionId' in published && { id: published.versionId }),
    number: 2,
    madeBy: 'tom',
    endorsedBy: 'joan',
    secondCheckedBy: 'amina',
    publishedAt: '2026-11-23T10:00:00.000Z',
  })
  expect(await exportFamily(world, 'CS-20588')).toEqual({ ...document, said: caseFile('harker').said })
  const [row] = await world.db.read
    .select()
    .from(audit)
    .where(and(eq(audit.familyId, familyId), eq(audit.did, 'published')))
  expect(row?.about).toBe(newest?.id)
})

test('how people are reached stays what the worker made it since', async () => {
  const world = await testWorld({ families: true })
  const { familyId, document } = await harkers(world)
  const ruth = and(eq(people.familyId, familyId), eq(people.personId, 'ruth'))
  await world.db.write((db) => [db.update(people).set({ phone: '+447700900290', wordHash: 'kept' }).where(ruth)])
  await publishVersion(world, familyId, document, hands)
  expect(await world.db.read.select().from(people).where(ruth)).toMatchObject([
    { phone: '+447700900290', wordHash: 'kept' },
  ])
})

test.each<[string, (document: FamilyFile) => void, Partial<typeof hands>, string[]]>([
  ['with a fault in it', ({ plan }) => plan.rules[0]?.makesSure.push('gary'), {}, ['$.plan.rules[0].makesSure[2]']],
  ['under another reference', (document) => Object.assign(document, { reference: 'CS-1' }), {}, ['$.reference']],
  ['without a second check', () => {}, { secondCheckBy: undefined }, ['$']],
  ['endorsed by its author', () => {}, { by: 'joan' }, ['$']],
  ['endorsed by a worker', () => {}, { endorsedBy: 'olu' }, ['$']],
])('a version %s is not published, and nothing is written', async (_, change, others, faults) => {
  const world = await testWorld({ families: true })
  const { familyId, document } = await harkers(world)
  change(document)
  const result = await publishVersion(world, familyId, document, { ...hands, ...others })
  expect('faults' in result && result.faults.map(({ path }) => path)).toEqual(faults)
  expect(await world.db.read.$count(versions, eq(versions.familyId, familyId))).toBe(1)
})

test('a person new to the plan may not have a number that someone was given since', async () => {
  const world = await testWorld({ families: true })
  const { familyId, document } = await harkers(world)
  await world.db.write((db) => [
    db
      .update(people)
      .set({ phone: '+447700900290' })
      .where(and(eq(people.familyId, familyId), eq(people.personId, 'ruth'))),
  ])
  document.people.push({
    id: 'gwen',
    name: 'Gwen',
    relationship: 'friend',
    kind: 'network',
    circle: 'outer',
    phone: '+447700900290',
  })
  expect(await publishVersion(world, familyId, document, hands)).toMatchObject({
    faults: [{ path: '$.people[9].phone' }],
  })
})
