/** Reports come late, twice, in any order and from people who are not the provider. */
import { readFileSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { repliesFromNobody } from '#app/domain/desk/texts-for-operator'
import type { StatusReport } from '#app/domain/provider'
import { noteReport } from '#app/domain/texts/reports'
import { stateOf } from '#app/domain/texts/state'
import type { World } from '#app/domain/world'
import { notifyProvider } from '#app/edge/notify.server'
import { twilioProvider } from '#app/edge/twilio.server'
import { audit, texts } from '#db/schema'
import * as cast from './cast'
import { figure, times } from './long'
import { form, served } from './served'
import * as notify from './stand-ins/notify'
import type { StandIn, Taken } from './stand-ins/stand-in'
import * as twilio from './stand-ins/twilio'
import { type TestWorld, testWorld } from './world'

const world = () => testWorld({ families: true })

/** A text that has been handed over, of which nothing was heard yet. */
async function outThere(w: World, id: string, of: Partial<typeof texts.$inferInsert> = {}) {
  const at = w.now().toISOString()
  const row = {
    id,
    kind: 'test' as const,
    to: cast.kelly.phone,
    language: 'en',
    queuedAt: at,
    notBefore: at,
    calledAt: at,
  }
  await w.db.write((db) => [db.insert(texts).values({ ...row, ...of })])
}

const textOf = async (w: World, id: string) => {
  const [text] = await w.db.read.select().from(texts).where(eq(texts.id, id))
  if (!text) throw new Error('There is no such text.')
  return text
}

const rank = ['accepted', 'sent', 'delivered', 'failed'] as const
const shown = { accepted: 'sent', sent: 'sent', delivered: 'delivered', failed: 'failed' } as const

test('in whatever order they come, and however often, the furthest one counts', async () => {
  const w = await world()
  const runs = times(150, 2000)
  const said = fc.array(fc.constantFrom(...rank), { minLength: 1, maxLength: 7 })
  let text = 0
  await fc.assert(
    fc.asyncProperty(said, fc.boolean(), async (order, atOnce) => {
      const id = `text-${text++}`
      await outThere(w, id)
      const reports = order.map((status): StatusReport => ({ textId: id, providerId: `SM-${id}`, status }))
      if (atOnce) await Promise.all(reports.map((report) => noteReport(w, report)))
      else for (const report of reports) await noteReport(w, report)
      const furthest = rank.findLast((status) => order.includes(status)) ?? 'accepted'
      expect(stateOf(await textOf(w, id)).is).toBe(shown[furthest])
      const failures = await w.db.read.$count(audit, eq(audit.about, id))
      expect(failures).toBe(order.includes('failed') ? 1 : 0)
    }),
    { numRuns: runs },
  )
  figure('orderings of status reports, furthest state kept', { orderings: runs, wrong: 0 })
})

describe('a report', () => {
  test('that says nothing new writes nothing', async () => {
    const w = await world()
    await outThere(w, 'one')
    const report: StatusReport = { textId: 'one', providerId: 'SM1', status: 'delivered' }
    await noteReport(w, report)
    const before = disk(w)
    for (const status of ['delivered', 'sent', 'accepted', 'delivered'] as const)
      await noteReport(w, { ...report, status })
    expect(disk(w).equals(before)).toBe(true)
  })

  test('about a text we do not have, or of another message than ours, writes nothing', async () => {
    const w = await world()
    await outThere(w, 'one', { providerId: 'SM1', sentAt: w.now().toISOString() })
    const before = disk(w)
    await noteReport(w, { textId: 'another', providerId: 'SM2', status: 'delivered' })
    await noteReport(w, { providerId: 'SM3', status: 'failed' })
    await noteReport(w, { textId: 'one', providerId: 'SM2', status: 'failed', why: 'dead' })
    expect(disk(w).equals(before)).toBe(true)
  })

  test('of a failure keeps the first reason', async () => {
    const w = await world()
    await outThere(w, 'one')
    for (const why of ['carrier', 'dead'] as const)
      await noteReport(w, { textId: 'one', providerId: 'SM1', status: 'failed', why })
    expect(stateOf(await textOf(w, 'one'))).toMatchObject({ is: 'failed', why: 'carrier' })
  })
})

const settings = {
  twilio: { accountSid: twilio.ACCOUNT, authTokens: twilio.TOKENS, from: { number: '+447700900000' }, discards: false },
  notify: { apiKey: notify.API_KEY, templateId: notify.TEMPLATE, callbackTokens: notify.TOKENS },
}
const kinds: [string, (w: TestWorld) => Promise<StandIn>, (w: TestWorld, base: string) => World['provider']][] = [
  [
    'Twilio',
    (w) => twilio.twilioStandIn(w.settings.publicUrl),
    (w, base) => twilioProvider({ ...settings.twilio, base }, () => w.settings.publicUrl),
  ],
  [
    'GOV.UK Notify',
    (w) => notify.notifyStandIn(w.settings.publicUrl),
    (_, base) => notifyProvider({ ...settings.notify, base }),
  ],
]

describe.each(kinds)('over HTTP, %s', (name, standInFor, providerFor) => {
  async function start() {
    const w = await world()
    const standIn = await standInFor(w)
    w.provider = providerFor(w, standIn.url)
    const site = await served(w)
    await outThere(w, 'text-1')
    const taken: Taken = {
      id: 'text-1',
      providerId: 'SM1',
      to: cast.kelly.phone,
      body: '',
      asked: new URLSearchParams(),
    }
    const call = ({ url, headers, body }: ReturnType<StandIn['statusCall']>, method = 'POST') =>
      site.ask(url.slice(w.settings.publicUrl.length), { method, headers: Object.fromEntries(headers), body })
    return { w, standIn, site, taken, call }
  }

  test('is heard whatever it says: what cannot be read or placed is kept once, and the operator hears of it', async () => {
    const { w, standIn, call, site } = await start()
    const calls = [
      ...standIn.strangeCalls(),
      standIn.incomingCall({ id: 'in-code', from: '60777', words: 'Your parcel' }),
      standIn.incomingCall({ id: 'in-name', from: 'InfoSMS', words: 'STOP' }),
    ]
    for (const one of [...calls, ...calls]) expect((await call(one)).status).toBe(200)
    expect(w.alarms).toEqual(calls.map(() => 'text-from-nobody'))
    const kept = await repliesFromNobody(w)
    expect(kept).toHaveLength(calls.length)
    expect(kept.map(({ words }) => words)).toEqual(
      expect.arrayContaining(standIn.strangeCalls().map(({ body }) => body)),
    )
    expect(JSON.stringify(site.logged)).not.toMatch(/60777|InfoSMS|parcel/)
    await standIn.close()
  })

  test('is heard: what became of a text, and what came in', async () => {
    const { w, standIn, taken, call, site } = await start()
    expect(await call(standIn.statusCall(taken, 'delivered'))).toMatchObject({ status: 204, body: '' })
    expect(stateOf(await textOf(w, 'text-1'))).toMatchObject({ is: 'delivered' })
    const words = 'Coming at five. پانچ بجے'
    const incoming = await call(standIn.incomingCall({ id: 'in-1', from: cast.kelly.phone, words }))
    expect(incoming).toMatchObject({
      status: 200,
      body: '<Response/>',
      headers: { 'content-type': 'text/xml; charset=utf-8' },
    })
    expect(await w.db.read.query.incomingTexts.findMany()).toMatchObject([{ id: 'in-1', words, says: 'words' }])
    expect(JSON.stringify(site.logged)).not.toMatch(/five|900112|text-1|SM1/)
    await standIn.close()
  })

  test('and nobody else: forged, stale and altered calls write nothing', async () => {
    const { w, standIn, taken, call } = await start()
    const before = disk(w)
    const runs = times(200, 10_000)
    const good = [
      standIn.statusCall(taken, 'dead'),
      standIn.incomingCall({ id: 'in-2', from: cast.kelly.phone, words: 'STOP' }),
    ]
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...good), fc.string({ minLength: 1 }), fc.nat(5), async (real, junk, how) => {
        const proof = [...real.headers.keys()].find((key) => /signature|authorization/i.test(key)) ?? ''
        const headers = new Headers(real.headers)
        const safe = encodeURIComponent(junk).slice(0, 40)
        const forged = { ...real, headers }
        if (how === 0) headers.delete(proof)
        if (how === 1) headers.set(proof, safe)
        if (how === 2) headers.set(proof, `${headers.get(proof)}${safe}`)
        if (how === 3) Object.assign(forged, standIn.statusCall(taken, 'dead', `stale ${safe}`))
        if (how === 4)
          Object.assign(forged, standIn.incomingCall({ id: safe, from: cast.kelly.phone, words: 'STOP' }, safe))
        // Notify proves itself by its key alone, whatever the words; Twilio signs every one of them.
        if (how === 5) {
          if (name === 'Twilio') forged.body += `&${safe}=${safe}`
          else headers.set(proof, `Bearer ${safe}`)
        }
        expect((await call(forged)).status).toBe(403)
      }),
      { numRuns: runs },
    )
    expect(disk(w).equals(before)).toBe(true)
    figure(`forged, stale and altered calls (${name})`, { calls: runs, writes: 0 })
    await standIn.close()
  }, 600_000)

  test('what is no call at all is turned away', async () => {
    const { w, standIn, taken, call, site } = await start()
    const before = disk(w)
    for (const path of ['/texts/status', '/texts/incoming']) {
      expect((await site.ask(path)).status).toBe(404)
      expect((await site.ask(path, form({}))).status).toBe(403)
      expect((await site.ask(path, { method: 'PUT' })).status).toBe(405)
    }
    expect((await call(standIn.statusCall(taken, 'delivered'), 'GET')).status).toBe(404)
    expect(disk(w).equals(before)).toBe(true)
    await standIn.close()
  })
})

/** Every byte the database has, in its file and beside it. */
function disk({ file }: TestWorld): Buffer {
  return Buffer.concat([file, `${file}-wal`].map((part) => readFileSync(part)))
}
