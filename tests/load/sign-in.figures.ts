/** Whether a number is known cannot be told from the answer to giving it, nor from how long it takes. */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { expect, test } from 'vitest'
import { newSession } from '#app/domain/coming-in/sessions'
import { memberships, sessions, texts } from '#db/schema'
import { buildIfNeeded } from '../../app/cli/start.mjs'
import { crowd } from '../crowd'
import { figure } from '../long'
import { portalProcess } from '../portal-process'
import { twilioStandIn } from '../stand-ins/twilio'
import { seededRandom, testWorld } from '../world'

const REQUESTS = 4000
const APART = 'chance of telling them apart in one try (0.5 is a guess)'
const MEMBERS = 900

test('answers', async () => {
  const { ask, standIn, stop } = await portalWithMembers()
  const random = seededRandom('order')
  for (let n = 0; n < 200; n++) await ask(n % 2 === 0, n)

  const took: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
  const answers = new Set<string>()
  for (let pair = 0; pair < REQUESTS / 2; pair++) {
    // In either order, since what one leaves to do falls on the next.
    const first = random(1).readUInt8() % 2 === 0
    for (const known of [first, !first]) {
      const { ms, answer } = await ask(known, pair)
      took[known ? 'known' : 'unknown'].push(ms)
      answers.add(answer)
    }
  }
  const [known, unknown] = [median(took.known), median(took.unknown)]
  figure(`giving a number, ${REQUESTS} requests in turn`, {
    ...{ 'known median ms': known.toFixed(3), 'unknown median ms': unknown.toFixed(3) },
    ...{ 'difference ms': Math.abs(known - unknown).toFixed(3), 'different answers': answers.size },
    [APART]: toldApart(took.known, took.unknown).toFixed(3),
    'texts that went out meanwhile': standIn.taken.length,
  })
  expect(answers.size).toBe(1)
  await stop()
}, 300_000)

/** Long enough for the number to be looked up and its text to be handed over. */
const AFTER_MS = 1200
const ROUNDS = 100

test('what follows an answer: how busy the portal is while it looks the number up', async () => {
  const { ask, url, agent, standIn, stop } = await portalWithMembers()
  const random = seededRandom('rounds')
  for (let n = 0; n < 20; n++) await ask(false, n)
  const slow: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
  for (let round = 0; round < ROUNDS; round++) {
    const first = random(1).readUInt8() % 2 === 0
    for (const known of [first, !first]) {
      await ask(known, round)
      const until = performance.now() + AFTER_MS
      const took: number[] = []
      while (performance.now() < until) took.push((await exchange(`${url}/healthz`, agent)).ms)
      const usual = median(took)
      // What the requests took beyond the usual, all together: the sum shows work that one of them alone would hide.
      slow[known ? 'known' : 'unknown'].push(took.reduce((sum, ms) => sum + Math.max(0, ms - 2 * usual), 0))
    }
  }
  figure(`how long other pages are held up in the ${AFTER_MS} ms after giving a number, ${ROUNDS} rounds each`, {
    ...{ 'known median ms': median(slow.known).toFixed(2), 'unknown median ms': median(slow.unknown).toFixed(2) },
    [APART]: toldApart(slow.known, slow.unknown).toFixed(2),
    'texts that went out meanwhile': standIn.taken.length,
  })
  expect(standIn.taken.length).toBeGreaterThan(0)
  await stop()
}, 400_000)

/** How often a value of the one list is above a value of the other, ties counting half: the area under the ROC curve. */
function toldApart(some: number[], others: number[]): number {
  const won = some.flatMap((a) => others.map((b): number => (a > b ? 1 : a === b ? 0.5 : 0)))
  return won.reduce((sum, one) => sum + one, 0) / won.length
}

/** The portal as it is started, and people who joined: each known to us by a browser, so that a text goes out for them. */
async function portalWithMembers() {
  buildIfNeeded(true)
  const w = await testWorld({ families: true })
  const standIn = await twilioStandIn('http://127.0.0.1')
  const people = await crowd(w, MEMBERS)
  const asking = people.map(({ familyId, personId }, n) => ({ n, familyId, personId, invitationId: `crowd-${n}` }))
  const joined = { toldBy: 'priya', toldOn: '2026-11-23', joinedAt: w.now().toISOString(), notToRing: [] }
  await w.db.write((db) => [
    // Only what is asked for here goes out.
    db.delete(texts),
    db
      .insert(memberships)
      .values(asking.map(({ n, ...who }) => ({ ...who, ...joined, id: `crowd-${n}` })))
      .onConflictDoNothing(),
    db.insert(sessions).values(
      asking.map(({ n, familyId, personId }) => {
        const browserHash = createHash('sha256').update(cookieOf(n)).digest('base64url')
        return newSession(w, `browser-${n}`, { stage: 'member', familyId, personId, browserHash })
      }),
    ),
  ])
  const { child, ready } = portalProcess(w, standIn.url, { PORTAL_NOW: '2026-11-23T10:00' })
  const url = await ready
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const ask = (known: boolean, n: number) =>
    known
      ? give(url, agent, people[n % MEMBERS]?.phone ?? '', cookieOf(n % MEMBERS))
      : give(url, agent, `+4477009009${String(n % 100).padStart(2, '0')}`, `stranger-${n}`.padEnd(22, '0'))
  const stop = async () => {
    agent.destroy()
    child.kill('SIGTERM')
    await once(child, 'exit')
    await standIn.close()
  }
  return { ask, url, agent, standIn, stop }
}

const cookieOf = (n: number) => `known-browser-${n}`.padEnd(22, '0')
const median = (all: number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0

function give(url: string, agent: Agent, phone: string, cookie: string) {
  const type = { 'Content-Type': 'application/x-www-form-urlencoded', Cookie: `__Host-asked=${cookie}` }
  return exchange(`${url}/number`, agent, type, new URLSearchParams({ phone }).toString())
}

/** One request, with a body or without: how long until the answer is there, and all of it but its date. */
function exchange(url: string, agent: Agent, headers: Record<string, string> = {}, body?: string) {
  const length: Record<string, string> = body === undefined ? {} : { 'Content-Length': `${Buffer.byteLength(body)}` }
  const how = { method: body === undefined ? 'GET' : 'POST', agent, headers: { ...headers, ...length } }
  return new Promise<{ ms: number; answer: string }>((resolve, reject) => {
    const began = performance.now()
    const asked = request(url, how, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk) => chunks.push(chunk))
      answer.on('end', () => {
        const ms = performance.now() - began
        const { date: _, ...rest } = answer.headers
        resolve({ ms, answer: `${answer.statusCode} ${JSON.stringify(rest)} ${Buffer.concat(chunks)}` })
      })
    })
    asked.on('error', reject).end(body)
  })
}
