import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { familiesOf, familyForStaff } from '#app/domain/council/families'
import { assignments, families, staff } from '#db/schema'
import { type TestWorld, testWorld } from './world'

const names = async (world: TestWorld, staffId: string) =>
  (await familiesOf(world, staffId)).map(({ familyName }) => familyName)

async function idsOf(world: TestWorld, reference: string) {
  const [family] = await world.db.read.select().from(families).where(eq(families.reference, reference))
  if (!family) throw new Error('There is no such family.')
  return { familyId: family.id, publicId: family.publicId }
}

async function assign(world: TestWorld, row: Omit<typeof assignments.$inferInsert, 'from'> & { from?: string }) {
  await world.db.write((db) => [db.insert(assignments).values({ from: '2026-11-01T00:00:00.000Z', ...row })])
}

test('a worker has her own families, the manager who endorsed them all has all', async () => {
  const world = await testWorld({ families: true })
  expect(await names(world, 'priya')).toEqual(['Marsh family'])
  expect(await names(world, 'joan')).toEqual(['Harker family', 'Marsh family', 'Wójcik family'])
  expect(await names(world, 'amina')).toEqual([])
  expect(await familiesOf(world, 'tom')).toEqual([
    {
      ...(await idsOf(world, 'CS-20588')),
      reference: 'CS-20588',
      familyName: 'Harker family',
      as: 'worker',
      published: true,
      waiting: 7,
    },
  ])
})

test("another worker's family is no different from one that does not exist", async () => {
  const world = await testWorld({ families: true })
  const { publicId } = await idsOf(world, 'CS-20588')
  expect(await familyForStaff(world, 'tom', publicId)).toMatchObject({ reference: 'CS-20588' })
  expect(await familyForStaff(world, 'priya', publicId)).toBeNull()
  expect(await familyForStaff(world, 'tom', 'nothing')).toBeNull()
  expect(await familyForStaff(world, 'nobody', publicId)).toBeNull()
})

test('a covering worker has the family from the first moment of cover to the last, and not after', async () => {
  const world = await testWorld({ families: true })
  const { familyId, publicId } = await idsOf(world, 'CS-20588')
  await assign(world, {
    familyId,
    staffId: 'priya',
    as: 'covering',
    from: '2026-11-24T09:00:00.000Z',
    until: '2026-11-25T17:00:00.000Z',
  })
  const at = async (iso: string) => {
    world.clock.set(iso)
    return (await familyForStaff(world, 'priya', publicId))?.as
  }
  expect(await at('2026-11-24T08:59:59Z')).toBeUndefined()
  expect(await at('2026-11-24T09:00:00Z')).toBe('covering')
  expect(await at('2026-11-25T16:59:59Z')).toBe('covering')
  expect(await at('2026-11-25T17:00:00Z')).toBeUndefined()
})

test('an administrator has no family, whatever the assignments say', async () => {
  const world = await testWorld({ families: true })
  const { familyId, publicId } = await idsOf(world, 'CS-20588')
  await assign(world, { familyId, staffId: 'ada', as: 'worker' })
  expect(await names(world, 'ada')).toEqual([])
  expect(await familyForStaff(world, 'ada', publicId)).toBeNull()
})

test('who has left has none', async () => {
  const world = await testWorld({ families: true })
  await world.db.write((db) => [
    db.update(staff).set({ leftAt: '2026-11-23T10:00:00.000Z' }).where(eq(staff.id, 'tom')),
  ])
  expect(await names(world, 'tom')).toEqual([])
})

test('a family held twice over is listed once, as the nearer of the two', async () => {
  const world = await testWorld({ families: true })
  const { familyId } = await idsOf(world, 'CS-20588')
  await assign(world, { familyId, staffId: 'tom', as: 'manager' })
  await assign(world, { familyId, staffId: 'tom', as: 'covering' })
  expect(await familiesOf(world, 'tom')).toMatchObject([{ familyName: 'Harker family', as: 'worker' }])
})
