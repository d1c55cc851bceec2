/** What the machine under a portal does to it: no promise is broken, and it goes on by itself when the trouble is over. */
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { dirname } from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import { signInDemo, staffSessionOf } from '#app/domain/council/staff-sessions'
import { whyNotReady } from '#app/domain/record/ready'
import { roomFor } from '#app/edge/connections.server'
import { redacted } from '#app/edge/log.server'
import { buildIfNeeded } from '../app/cli/start.mjs'
import { atTheEnd } from './at-the-end'
import { answers, stateFor } from './at-the-provider'
import { bev, kelly, toni } from './cast'
import { askedForText, invited, joined, session, signedIn } from './coming-in'
import { dispatchDue, handOver } from './dispatch-due'
import { locked } from './locked'
import { isThanks, leftToOthers, openForm, saysThanks, started, wordsIn } from './running-portal'
import { siteAt } from './served'
import { IMPATIENT, type TestWorld, testWorld } from './world'

beforeAll(() => buildIfNeeded(true))

/** Whether a process may have a disk of its own here, as it may on Linux. */
const canMount = spawnSync('unshare', ['-Urm', 'true']).status === 0

/** Its database goes on a disk of the portal's own, so large: nobody else sees that one but by the path given back. */
function onDiskOfItsOwn({ file }: TestWorld, megabytes: number) {
  const folder = dirname(file)
  const moved = `cp ${file} /tmp/$$ && mount -t tmpfs -o size=${megabytes}m disk ${folder} && mv /tmp/$$ ${file}`
  return {
    under: `exec unshare -Urm sh -c '${moved} && exec "$@"' sh "$@"; true`,
    seenFrom: (pid: number) => `/proc/${pid}/root${folder}`,
  }
}

function filled(folder: string) {
  const file = `${folder}/somebody-elses`
  try {
    for (;;) writeFileSync(file, Buffer.alloc(4096), { flag: 'a' })
  } catch (error) {
    expect(error).toMatchObject({ code: 'ENOSPC' })
  }
  return file
}

test.runIf(canMount)(
  'a full disk: words come back, it says what is wrong, and goes on when there is room',
  async () => {
    const w = await testWorld({ families: true })
    const member = await leftToOthers(w)
    const { under, seenFrom } = onDiskOfItsOwn(w, 16)
    const portal = await started(w, under)
    const site = siteAt(portal.url)
    expect(await saysThanks(portal.url, member, 'before')).toBe(true)
    const forms = await Promise.all([1, 2, 3].map(() => openForm(portal.url, member)))
    const disk = seenFrom(portal.pid)
    const ballast = filled(disk)

    for (const { send } of forms) {
      const answer = await send('He is at the door.')
      expect([answer.status, isThanks(answer)]).toEqual([503, false])
      expect(answer.html).toContain('He is at the door.</textarea>')
    }
    const page = await forms[0]?.browser.get(member.plan)
    expect(page).toMatchObject({ status: 503, links: expect.arrayContaining(['tel:+441632960900']) })
    expect(await site.ask('/readyz')).toMatchObject({ status: 503, body: 'The disk is full. Nothing was written.\n' })

    rmSync(ballast)
    expect(await site.ask('/readyz')).toMatchObject({ status: 200 })
    expect(await saysThanks(portal.url, member, 'after')).toBe(true)
    expect(portal.log().filter(({ alarm }) => alarm)).toMatchObject([{ alarm: 'database-unwritable' }])
    cpSync(disk, dirname(w.file), { recursive: true })
    await portal.end('SIGTERM')
    expect(wordsIn(w.file)).toEqual(expect.arrayContaining(['before', 'after']))
    expect(wordsIn(w.file)).not.toContain('He is at the door.')
  },
  60_000,
)

test.concurrent('more connections than file handles: those that ask nothing make room for who has something to say', async () => {
  const w = await testWorld({ families: true })
  const member = await leftToOthers(w)
  const portal = await started(w, 'ulimit -n 300')
  const sockets = Array.from({ length: 400 }, () => connect(Number(new URL(portal.url).port), '127.0.0.1'))
  atTheEnd(() => sockets.map((socket) => socket.destroy()))
  for (const socket of sockets) socket.on('error', () => undefined)
  await vi.waitUntil(() => sockets.filter(({ readyState }) => readyState === 'closed').length >= 150, 5000)
  const site = siteAt(portal.url)
  expect(await site.ask('/readyz')).toMatchObject({ status: 200 })
  for (const words of ['one', 'two']) expect(await saysThanks(portal.url, member, words)).toBe(true)
  await portal.end('SIGTERM')
  expect(wordsIn(w.file)).toEqual(expect.arrayContaining(['one', 'two']))
}, 60_000)

test('when every connection is being answered, who comes is sent away, and the operator hears of it once', async () => {
  let told = 0
  const server = createServer(() => undefined).listen(0, '127.0.0.1')
  roomFor(server, 1, () => told++)
  atTheEnd(() => server.close().closeAllConnections())
  await once(server, 'listening')
  const to = () => connect((server.address() as AddressInfo).port, '127.0.0.1')
  to().write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
  await once(server, 'request')
  for (const socket of [to(), to()])
    await once(
      socket.on('error', () => undefined),
      'close',
    )
  expect(told).toBe(1)
  expect(redacted({ alarm: 'no-room', most: 1 })).toEqual({ alarm: 'no-room', most: 1 })
})

test('a clock that was a day ahead and is set back: nobody is shut out until then, or left in, and what it says is true', async () => {
  const w = await testWorld({ families: true, limits: IMPATIENT })
  await joined(w, kelly)
  const { send } = w.provider
  w.clock.forward({ days: 1 })
  await askedForText(w, kelly)
  const mother = await signedIn(w, kelly)
  const worker = (await signInDemo(w, 'priya')) ?? ''
  await invited(w, toni, { sendNow: true })
  // The provider hangs with the one, and then refuses all.
  await new Promise<void>((called) => {
    w.provider.send = () => {
      called()
      return new Promise(() => undefined)
    }
    void handOver(w)
  })
  answers(w, { is: 'closed' })
  await invited(w, bev, { sendNow: true })
  await handOver(w)
  expect(w.alarms).toEqual(['provider-down'])
  expect(await whyNotReady(w)).toBeUndefined()

  w.clock.forward({ days: -1 })
  w.provider.send = send
  const { letGo } = await locked(w)
  expect(await whyNotReady(w)).toBe('The database stayed locked. Nothing was written.')
  await letGo()
  expect(await whyNotReady(w)).toBeUndefined()
  expect((await session(w, mother.value)).state).toBe('timed-out')
  expect(await staffSessionOf(w, worker)).toBeNull()
  await dispatchDue(w)
  expect(await stateFor(w, toni)).toMatchObject({ is: 'unknown' })
  await askedForText(w, kelly)
  expect((await signedIn(w, kelly)).state).toBe('open')
})
