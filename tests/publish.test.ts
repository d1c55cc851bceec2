import { and, desc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { FamilyFile } from '#app/domain/plan/case-file'
import { exportFamily } from '#app/domain/record/export'
import { importFamily } from '#app/domain/record/import'
import { publishVersion } from '#app/domain/record/publish'
import { audit, families, narrowings, people, publicIds, versions } from '#db/schema'
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

describe('a plan that would tell a reader what is kept from them is not published', () => {
  const [R4, C3] = ['$.plan.rules[3]', '$.plan.commitments[2]']

  test.each<[string, (document: FamilyFile) => void, string, string]>([
    [
      'a hidden name in another spelling',
      ({ plan }) => changeText(plan.rules, 'B-R4', 'Grown-ups, also RÚTH, do not ask the children.'),
      `${R4}.text`,
      '“RÚTH” would tell Craig Dunn and Steve Dunn what is kept from them. Write this without it.',
    ],
    [
      'a giveaway',
      ({ plan }) => changeText(plan.commitments, 'B-C3', 'Go by the Bus\u00a0Route to the visit.'),
      `${C3}.text`,
      '“Bus\u00a0Route” would tell Steve Dunn what is kept from them. Write this without it.',
    ],
    [
      'a name in when something is to be done',
      ({ plan }) => Object.assign(theOne(plan.commitments, 'B-C3'), { when: 'Sat 11:00, after Maureen’s tea' }),
      `${C3}.when`,
      '“Maureen’s” would tell Steve Dunn what is kept from them. Write this without it.',
    ],
    [
      'a translation, whoever reads it in that language',
      ({ plan }) => {
        const of = theOne(plan.commitments, 'B-C3').text
        plan.translations = { pl: { 'B-C3': { text: 'Nie mów Ruthowi.', of, status: 'draft' } } }
      },
      '$.plan.translations.pl["B-C3"].text',
      '“Ruthowi” would tell Steve Dunn what is kept from them. Write this without it.',
    ],
    [
      'how people are related',
      ({ people }) => Object.assign(theOne(people, 'leanne'), { relationship: 'mother, Ruth’s friend' }),
      '$.people[0].relationship',
      '“Ruth’s” would tell Craig Dunn and Steve Dunn what is kept from them. Write this without it.',
    ],
    [
      'a phone number',
      ({ plan }) => changeText(plan.commitments, 'B-C3', 'Ring 07700–900113 first.'),
      `${C3}.text`,
      '“07700–900113” is a phone number, and Leanne Harker, Maureen Harker, Ruth Osei and Steve Dunn would read it. Take it out.',
    ],
    [
      'a postcode',
      ({ plan }) => changeText(plan.commitments, 'B-C4', 'Go to the course at M14–5TQ.'),
      '$.plan.commitments[3].text',
      '“M14–5TQ” is a postcode, and Craig Dunn would read it. Take it out.',
    ],
    [
      'an e-mail address',
      ({ plan }) => changeText(plan.commitments, 'B-C4', 'Write to course@example.org.'),
      '$.plan.commitments[3].text',
      '“course@example.org” is an e-mail address, and Craig Dunn would read it. Take it out.',
    ],
  ])('%s, as a new version and on import', async (_, change, path, message) => {
    const world = await testWorld({ families: true })
    const { familyId, document } = await harkers(world)
    change(document)
    const refused = { faults: [{ path, message }] }
    expect(await publishVersion(world, familyId, document, hands)).toEqual(refused)
    const file = { ...document, reference: 'CS-99999' }
    expect(await importFamily(world, file, { by: 'tom', publish: hands })).toEqual(refused)
    expect(await world.db.read.$count(versions)).toBe(3)
    expect(await importFamily(world, file, { by: 'tom' })).toMatchObject({ reference: 'CS-99999' })
  })

  test('a name that was shut to a reader by hand since', async () => {
    const world = await testWorld({ families: true })
    const [family] = await world.db.read.select().from(families).where(eq(families.reference, 'CS-20417'))
    const familyId = family?.id ?? ''
    const { said: _, ...document } = caseFile('marsh')
    const by = { by: 'priya', endorsedBy: 'joan' }
    changeText(document.plan.commitments, 'A-C3', 'Look for the dinosaur. Ring Toni if it is there.')
    expect(await publishVersion(world, familyId, document, by)).toMatchObject({ number: 2 })
    const at = '2026-11-23T09:00:00.000Z'
    await world.db.write((db) => [
      db.insert(narrowings).values({ familyId, itemId: 'toni', shutTo: 'bev', at, by: 'priya' }),
    ])
    expect(await publishVersion(world, familyId, document, by)).toMatchObject({
      faults: expect.arrayContaining([
        {
          path: '$.plan.commitments[2].text',
          message: '“Toni” would tell Bev Adeyemi what is kept from them. Write this without it.',
        },
      ]),
    })
  })

  test('what such a reader never sees may say anything, and a time in a text is no phone number', async () => {
    const world = await testWorld({ families: true })
    const { familyId, document } = await harkers(world)
    changeText(document.plan.rules, 'B-R1', 'Ruth or Maureen collect them by the bus route.')
    changeText(document.plan.rules, 'B-R4', 'Nobody asks about the visit of 28.11.2026 10.30, nor in 2026-2027.')
    expect(await publishVersion(world, familyId, document, hands)).toMatchObject({ number: 2 })
  })
})

function theOne<T extends { id: string }>(items: T[], id: string): T {
  const found = items.find((item) => item.id === id)
  if (!found) throw new Error(`There is no ${id} in the file.`)
  return found
}

const changeText = (items: { id: string; text: string }[], id: string, text: string) =>
  Object.assign(theOne(items, id), { text })
