import { asc, eq, isNotNull } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { verifyAudit } from '#app/domain/trail/audit'
import { seedDemo } from '#app/edge/seed.server'
import { council, families, people, staff, versions } from '#db/schema'
import * as cast from './cast'
import { testWorld } from './world'

test('the demo has its council, its staff, and the three families with a published plan', async () => {
  const world = await testWorld({ families: true })
  const { read } = world.db
  expect(await read.select({ dutyPhone: council.dutyPhone }).from(council)).toEqual([{ dutyPhone: '+441632960900' }])
  const members = await read.select({ id: staff.id, role: staff.role }).from(staff).orderBy(asc(staff.id))
  expect(members.map(({ id, role }) => `${role} ${id}`)).toEqual([
    'administrator ada',
    'manager amina',
    'manager joan',
    'worker olu',
    'worker priya',
    'worker tom',
  ])
  const published = await read
    .select({ by: versions.madeBy, endorsedBy: versions.endorsedBy, secondCheckedBy: versions.secondCheckedBy })
    .from(versions)
    .where(isNotNull(versions.publishedAt))
    .orderBy(asc(versions.madeBy))
  expect(published).toEqual([
    { by: 'olu', endorsedBy: 'joan', secondCheckedBy: null },
    { by: 'priya', endorsedBy: 'joan', secondCheckedBy: null },
    { by: 'tom', endorsedBy: 'joan', secondCheckedBy: 'amina' },
  ])
})

test('seeding again changes nothing', async () => {
  const world = await testWorld({ families: true })
  const before = await verifyAudit(world)
  await seedDemo(world)
  expect(await world.db.read.$count(families)).toBe(3)
  expect(await verifyAudit(world)).toEqual(before)
})

test('the cast are the people of the case files', async () => {
  const world = await testWorld({ families: true })
  const known = await world.db.read
    .select({ family: families.reference, id: people.personId, phone: people.phone })
    .from(people)
    .innerJoin(families, eq(families.id, people.familyId))
  const members = Object.values(cast).filter((one) => 'word' in one)
  for (const { family, id, phone } of members) {
    const row = known.find((one) => one.family === family && one.id === id)
    expect(row, id).toBeDefined()
    if (row?.phone) expect(row.phone, id).toBe(phone)
  }
})
