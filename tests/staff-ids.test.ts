/** By which names and ids a member of staff is known: never by one that is somebody else's. */
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { signInWith } from '#app/domain/council/accounts'
import { staffInFamilies } from '#app/domain/council/ids-of-families'
import { addStaff } from '#app/domain/council/staff'
import { staff, staffAccounts, unread } from '#db/schema'
import * as cast from './cast'
import { comeIn, start } from './come-in'
import { testWorld } from './world'

const kay = { id: 'kay', name: 'Kay Boss', role: 'manager', team: undefined, phone: undefined, account: undefined }
const account = (subject: string, calledThere: string) =>
  ({ issuer: 'https://council.example', subject, calledThere, role: 'worker' }) as const

test('a name that only looks like a colleague’s opens nothing of hers, and she still comes in by her own', async () => {
  const world = await testWorld({ families: true })
  await addStaff(world, kay)
  await signInWith(world, account('stranger', '\u212aay'), 'once-1')
  await signInWith(world, account('really-kay', 'KAY'), 'once-2')
  const [linked, ...more] = await world.db.read.select().from(staffAccounts).where(eq(staffAccounts.staffId, 'kay'))
  expect([linked?.subject, more]).toEqual(['really-kay', []])
})

test('nobody who signs in is given the id of somebody in a family, whose words would then pass for staff’s', async () => {
  const world = await testWorld({ families: true })
  for (const id of ['kelly', 'kacper']) {
    await signInWith(world, account(id, `${id}@council.example`), id)
    expect(await world.db.read.$count(staffAccounts, eq(staffAccounts.subject, id))).toBe(1)
    expect(await world.db.read.$count(staff, eq(staff.id, id))).toBe(0)
  }
})

test('nor does the operator give it', async () => {
  const world = await testWorld({ families: true })
  await expect(addStaff(world, { ...kay, id: 'bev' })).rejects.toThrow('Somebody in a family has the id “bev”')
  expect(await addStaff(world, { ...kay, id: 'bev-2' })).toHaveProperty('id', 'bev-2')
})

test('one that stands already is found', async () => {
  const world = await testWorld({ families: true })
  expect(await staffInFamilies(world)).toEqual([])
  const addedAt = world.now().toISOString()
  await world.db.write((db) => [db.insert(staff).values({ id: 'bev', name: 'Bev Boss', role: 'worker', addedAt })])
  expect(await staffInFamilies(world)).toEqual(['bev'])
})

test('where a member of staff has the id of somebody in a family, what that person says comes to the desk', async () => {
  const { world, site } = await start()
  const browser = await comeIn(world, site, cast.kelly)
  // As it could be made before it was refused.
  await world.db.write((db) => [
    db.insert(staff).values({ ...{ id: 'kelly', name: 'Kelly Marsh', role: 'worker' }, addedAt: '2026-01-01' }),
  ])
  const before = await world.db.read.$count(unread)
  const plan = (await browser.get('/home')).links.find((href) => /^\/p\/[\w-]+$/.test(href)) ?? ''
  await browser.send(await browser.get(`${plan}/log/new`), 'name="result"', {
    result: 'worry',
    words: 'He was here again.',
    when: 'now',
  })
  expect(await world.db.read.$count(unread)).toBe(before + 1)
})
