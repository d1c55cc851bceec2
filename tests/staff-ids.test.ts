/** By which names and ids a member of staff is known: never by one that is somebody else's. */
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { signInWith } from '#app/domain/council/accounts'
import { addStaff } from '#app/domain/council/staff'
import { staffAccounts } from '#db/schema'
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
