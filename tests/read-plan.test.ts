import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { PlanAsSeenBy } from '#app/domain/access/plan-as-seen'
import { planFor } from '#app/domain/access/read-plan'
import type { FamilyFile } from '#app/domain/plan/case-file'
import { publishVersion } from '#app/domain/record/publish'
import { families, narrowings, people } from '#db/schema'
import { caseFile } from './situation'
import { type TestWorld, testWorld } from './world'

async function familyId(world: TestWorld, reference: string) {
  const [family] = await world.db.read.select().from(families).where(eq(families.reference, reference))
  if (!family) throw new Error(`${reference} is not there`)
  return family.id
}

async function planOf(world: TestWorld, reference: string, personId: string): Promise<PlanAsSeenBy> {
  const plan = await planFor(world, { familyId: await familyId(world, reference), personId, language: 'en' })
  if (!plan) throw new Error(`${personId} has no plan`)
  return plan
}

async function publish(world: TestWorld, change: (document: FamilyFile) => void) {
  const { said: _, ...document } = caseFile('harker')
  change(document)
  world.clock.forward({ days: 1 })
  const family = await familyId(world, 'CS-20588')
  await publishVersion(world, family, document, { by: 'tom', endorsedBy: 'joan', secondCheckBy: 'amina' })
}

const changeForNetworkOnly = (document: FamilyFile) => {
  document.plan.rules.unshift({
    id: 'B-R0',
    text: 'Ruth keeps a spare key.',
    makesSure: ['ruth'],
    hiddenFrom: ['craigs-side'],
  })
  document.plan.meetings = document.plan.meetings?.filter(({ id }) => id !== 'M1')
  document.people.push({
    id: 'ivy',
    name: 'Ivy Grant',
    relationship: 'aunt',
    kind: 'network',
    circle: 'inner',
    hiddenFrom: ['craigs-side'],
  })
}

describe('one’s own history', () => {
  test('a publication that changes only what is hidden from Craig changes nothing for him, not even a date', async () => {
    const world = await testWorld({ families: true })
    const [craig, ruth] = [await planOf(world, 'CS-20588', 'craig'), await planOf(world, 'CS-20588', 'ruth')]
    await publish(world, changeForNetworkOnly)
    expect(await planOf(world, 'CS-20588', 'craig')).toEqual(craig)
    const ruthNow = await planOf(world, 'CS-20588', 'ruth')
    expect(ruthNow).not.toEqual(ruth)
    expect(ruthNow.changedOn).toBe('2026-11-24')
  })

  test('what stays keeps its public id in the next version', async () => {
    const world = await testWorld({ families: true })
    const before = await planOf(world, 'CS-20588', 'ruth')
    await publish(world, changeForNetworkOnly)
    const after = await planOf(world, 'CS-20588', 'ruth')
    expect(after.rules.slice(1).map(({ id }) => id)).toEqual(before.rules.map(({ id }) => id))
  })
})

test('a narrowing by the worker holds at once, over every version', async () => {
  const world = await testWorld({ families: true })
  const family = await familyId(world, 'CS-20588')
  const row = { familyId: family, itemId: 'B-R4', shutTo: 'craigs-side', at: world.now().toISOString(), by: 'tom' }
  await world.db.write((db) => [db.insert(narrowings).values(row)])
  expect((await planOf(world, 'CS-20588', 'craig')).rules).toHaveLength(2)
  await publish(world, () => {})
  expect((await planOf(world, 'CS-20588', 'craig')).rules).toHaveLength(2)
})

test('the number a worker changed is the one shown', async () => {
  const world = await testWorld({ families: true })
  const family = await familyId(world, 'CS-20417')
  await world.db.write((db) => [db.update(people).set({ phone: '+447700900199' }).where(eq(people.personId, 'toni'))])
  const bev = await planFor(world, { familyId: family, personId: 'bev', language: 'en' })
  expect(bev?.people.find(({ name }) => name === 'Toni')?.phone).toBe('+447700900199')
})

test('Nasreen reads in Urdu where the plan has it, marked as a draft, with the English beside', async () => {
  const world = await testWorld({ families: true })
  const plan = await planFor(world, {
    familyId: await familyId(world, 'CS-20631'),
    personId: 'nasreen',
    language: 'ur',
  })
  expect(plan?.knows).toMatchObject({
    language: 'ur',
    draft: true,
    english: 'Mum is ill with sadness. Zosia may need tea or a lift.',
  })
  expect(plan?.rules[0]?.words).toEqual({ text: 'There is hot food every night. Grown-ups make it.', language: 'en' })
})
