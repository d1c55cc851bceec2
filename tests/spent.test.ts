import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { clearSpent } from '#app/domain/coming-in/spent'
import { signInDemo, staffSessionOf } from '#app/domain/council/staff-sessions'
import { formTickets, sessions, signInMembers, signIns, staffSessions, texts } from '#db/schema'
import * as cast from './cast'
import { askedForText, joined, pressedLink, session, signedIn } from './coming-in'
import { testWorld } from './world'

const world = () => testWorld({ families: true })
const nobody = { id: 'stranger', phone: '+447700900888' }

test('a sign-in of a number nobody has goes after two days, with what nobody can use any more', async () => {
  const w = await world()
  await pressedLink(w, cast.bev)
  await askedForText(w, nobody)
  await w.db.write((db) => [
    db.insert(formTickets).values({ ticket: 'a', usedAt: w.now().toISOString(), sentHash: '', leadTo: '/home' }),
  ])
  await signInDemo(w, 'priya')
  w.clock.forward({ days: 1 })
  await clearSpent(w)
  expect(await w.db.read.$count(signIns)).toBe(1)
  w.clock.forward({ days: 8 })
  await clearSpent(w)
  for (const table of [signIns, sessions, staffSessions, formTickets]) expect(await w.db.read.$count(table)).toBe(0)
})

test('who is signed in stays signed in, and their browser stays known for as long as its cookie', async () => {
  const w = await world()
  const kelly = await joined(w, cast.kelly, { onlyMe: true })
  w.clock.forward({ hours: 7 })
  const priya = await signInDemo(w, 'priya')
  await clearSpent(w)
  expect((await session(w, kelly.value)).stage).toBe('member')
  expect(await staffSessionOf(w, priya ?? '')).toMatchObject({ staffId: 'priya' })
  w.clock.forward({ days: 300 })
  await clearSpent(w)
  expect(await w.db.read.$count(sessions, eq(sessions.stage, 'member'))).toBe(1)
})

test('a text for signing in that did not arrive is never cleared away before the family has read so', async () => {
  const w = await world()
  await joined(w, cast.kelly)
  await askedForText(w, cast.kelly)
  await signedIn(w, cast.kelly)
  w.clock.forward({ days: 1 })
  await askedForText(w, cast.kelly)
  const [failed] = await w.db.read.select().from(signIns).orderBy(signIns.askedAt).offset(1).limit(1)
  const id = failed?.id ?? ''
  await w.db.write((db) => [
    db.update(texts).set({ deliveredAt: w.now().toISOString() }).where(eq(texts.kind, 'sign-in')),
    db.update(texts).set({ deliveredAt: null, failedAt: w.now().toISOString() }).where(eq(texts.signInId, id)),
  ])
  w.clock.forward({ days: 100 })
  await clearSpent(w)
  expect((await w.db.read.select().from(signIns)).map((row) => row.id)).toEqual([id])
  await w.db.write((db) => [db.update(signInMembers).set({ seenAt: w.now().toISOString() })])
  await clearSpent(w)
  expect(await w.db.read.$count(signIns)).toBe(0)
  expect(await w.db.read.$count(texts, eq(texts.kind, 'sign-in'))).toBe(2)
})
