/** What was taken away after a copy was made is not given back when the copy is put back. */
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { revoke } from '#app/domain/coming-in/ending'
import { setReach } from '#app/domain/coming-in/reaching'
import { reachIn } from '#app/domain/people/contact'
import { carryOver } from '#app/domain/record/narrowed-since'
import { stopStatement, stopsOn } from '#app/domain/texts/number-stops'
import { takeAlone } from '#db/copies'
import { memberships, narrowings, restrictedTo, staff } from '#db/schema'
import * as cast from './cast'
import { joined, personOf } from './coming-in'
import { familyIdOf } from './desk-world'
import { testWorld } from './world'

test('a copy put back brings back no unsafe number, no text to who said stop, nobody who was revoked, nothing that was shut', async () => {
  const since = await testWorld({ families: true })
  await joined(since, cast.leanne)
  await joined(since, cast.kelly)
  const copy = `${since.file}.copy`
  await since.db.copyTo(copy, undefined)

  // Leanne's number is in Craig's hands by now; Maureen said stop; Kelly is out; the family is for Priya alone.
  const familyId = await familyIdOf(since, cast.marsh)
  const leanne = await personOf(since, cast.leanne)
  const old = cast.leanne.phone
  const reach = { phone: '07700 900888', language: 'en', unsafePhones: old, mayText: true, safeToText: null }
  expect(await setReach(since, leanne, reach)).toMatchObject({ set: true })
  await since.db.write((db) => [stopStatement(since, db, { phone: cast.maureen.phone, why: 'stop' })])
  await revoke(since, await personOf(since, cast.kelly))
  const at = since.now().toISOString()
  await since.db.write((db) => [
    db.insert(restrictedTo).values({ familyId, staffId: 'priya', by: 'joan', from: at }),
    db.insert(narrowings).values({ familyId, itemId: 'A-R3', shutTo: 'kelly', at, by: 'priya' }),
    db.update(staff).set({ leftAt: at }).where(eq(staff.id, 'olu')),
  ])
  const file = `${since.file}.was`
  await since.db.copyTo(file, undefined)

  const held = takeAlone(`file:${file}`, undefined)
  const back = await testWorld({ on: { url: `file:${copy}` } })
  const found = await carryOver(back, held?.rows ?? (() => []))
  held?.letGo()
  expect(found).toMatchObject({
    ...{ stops: 1, shut: 1, restricted: [cast.marsh.reference], left: ['olu'], look: [] },
    ended: [{ family: cast.marsh.reference, person: 'kelly' }],
    numbers: expect.arrayContaining([
      { family: cast.harker.reference, person: 'leanne', is: 'changed' },
      { family: cast.harker.reference, person: 'leanne', is: 'unsafe' },
    ]),
  })
  const now = (await reachIn(back, leanne.familyId))?.contactOf('leanne')
  expect([now?.phone, now?.unsafePhones]).toEqual([null, expect.arrayContaining([old])])
  expect(await stopsOn(back.db.read, [cast.maureen.phone])).toMatchObject([{ why: 'stop' }])
  const open = (await back.db.read.select().from(memberships)).filter(({ endedAt }) => !endedAt)
  expect(open.map(({ personId }) => personId)).toEqual(['leanne'])
  expect(await back.db.read.$count(narrowings)).toBe(1)
})
