/** Whether a number is known cannot be told from the answer to giving it, nor from how long it takes. */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { expect, test } from 'vitest'
import { newSession } from '#app/domain/access/sessions'
import { sessions } from '#db/schema'
import { buildIfNeeded } from '../../app/cli/start.mjs'
import { crowd } from '../crowd'
import { figure } from '../long'
import { portalProcess } from '../portal-process'
import { twilioStandIn } from '../stand-ins/twilio'
import { seededRandom, testWorld } from '../world'

const REQUESTS = 4000
const MEMBERS = 100

test('answers', async () => {
  buildIfNeeded(true)
  const w = await testWorld({ families: true })
  const standIn = await twilioStandIn('http://127.0.0.1')
  const people = (await crowd(w, MEMBERS * 4)).filter((_, at) => at % 4 === 0)
  // Each of them is known to us by a browser of their own, so that a text goes out for them: the most there is to hide.
  await w.db.write((db) => [
    db.insert(sessions).values(
      people.map(({ familyId, personId }, n) => {
        const browserHash = createHash('sha256').update(cookieOf(n)).digest('base64url')
        const who = { stage: 'member' as const, familyId, personId, browserHash }
        return newSession(w, `browser-${n}`, who)
      }),
    ),
  ])
  const { child, ready } = portalProcess(w, standIn.url, { PORTAL_NOW: '2026-11-23T10:00' })
  const url = await ready
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const random = seededRandom('order')
  const ask = (known: boolean, n: number) =>
    known
      ? give(url, agent, people[n % MEMBERS]?.phone ?? '', cookieOf(n % MEMBERS))
      : give(
          url,
          agent,
          `+4477009009${String(n % 100).padStart(2, '0')}`.replace('900990', '900980'),
          `stranger-${n}`.padEnd(22, '0'),
        )
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
    'texts that went out meanwhile': standIn.taken.length,
  })
  expect(answers.size).toBe(1)
  agent.destroy()
  child.kill('SIGTERM')
  await once(child, 'exit')
  await standIn.close()
}, 300_000)

const cookieOf = (n: number) => `known-browser-${n}`.padEnd(22, '0')
const median = (all: number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0

function give(url: string, agent: Agent, phone: string, cookie: string): Promise<{ ms: number; answer: string }> {
  const body = new URLSearchParams({ phone }).toString()
  const headers = {
    ...{ 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': Buffer.byteLength(body) },
    Cookie: `__Host-asked=${cookie}`,
  }
  return new Promise((resolve, reject) => {
    const began = performance.now()
    const asked = request(`${url}/number`, { method: 'POST', agent, headers }, (answer) => {
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
