/** What an operator relies on: figures on a port of their own, a log that tells nobody's, a stop that loses nothing sent. */
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import satisfies from 'spdx-satisfies'
import { beforeAll, expect, test } from 'vitest'
import { readEnvironment } from '#app/edge/environment.server'
import { redacted } from '#app/edge/log.server'
import { buildIfNeeded } from '../app/cli/start.mjs'
import { atTheEnd } from './at-the-end'
import { toni } from './cast'
import { invited } from './coming-in'
import { portalProcess } from './portal-process'
import { testWorld } from './world'

beforeAll(() => buildIfNeeded(true))

/** Takes every call, and never answers. */
async function hangs() {
  const server = createServer(() => undefined).listen(0, '127.0.0.1')
  await once(server, 'listening')
  atTheEnd(() => void server.close())
  return (server.address() as { port: number }).port
}

test('figures are told on a port of their own; told to stop, it finishes what is being sent, in ten seconds, though the provider hangs', async () => {
  const w = await testWorld({ families: true })
  await invited(w, toni)
  await w.db.close()
  const [provider, port] = [await hangs(), await hangs().then((one) => one + 1)]
  const { child, ready } = portalProcess(w, `http://127.0.0.1:${provider}`, {
    ...{ METRICS_PORT: `${port}`, TRUSTED_PROXIES: '127.0.0.1' },
  })
  const out: string[] = []
  child.stdout.on('data', (words) => out.push(String(words)))
  const url = await ready
  expect((await fetch(`${url}/help`)).status).toBe(200)
  const told = await fetch(`http://127.0.0.1:${port}/metrics`).then((answer) => answer.text())
  expect(told).toContain('portal_request_seconds_count{method="GET",route="/help",status="2xx"} 1')
  expect(told).toMatch(/portal_texts\{state="(waiting|unknown)"\} 1/)
  expect(told).toContain('portal_unread_worries ')
  expect(told).toContain('portal_write_wait_seconds_count')
  expect((await fetch(`${url}/metrics`)).status).toBe(404)

  const body = 'language=ur'
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  let answer = ''
  socket.on('data', (some) => (answer += some))
  const type = 'application/x-www-form-urlencoded'
  socket.write(
    `POST /language HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 4)}`,
  )
  await new Promise((soon) => setTimeout(soon, 300))
  const began = Date.now()
  child.kill('SIGTERM')
  await new Promise((soon) => setTimeout(soon, 300))
  socket.write(body.slice(4))
  const [code] = await once(child, 'exit')
  expect(code).toBe(0)
  expect(Date.now() - began).toBeLessThan(10_000)
  expect(answer).toMatch(/^HTTP\/1\.1 303 /)
  const lines = out
    .join('')
    .split('\n')
    .filter((line) => line.startsWith('{'))
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'info', route: '/help', status: 200 })
}, 60_000)

test('what a log line is not known to hold is not written, nor a number or an address wherever it stands', () => {
  expect(
    redacted({
      route: '/p/:plan',
      status: 200,
      phone: '+447700900112',
      why: 'to +44 7700 900112 and a.b@example.org',
      at: ['/l/abcdefghijk'],
    }),
  ).toEqual({
    route: '/p/:plan',
    status: 200,
    phone: '[redacted]',
    why: 'to [redacted] and [redacted]',
    at: ['[redacted]'],
  })
})

test('trusted proxies are so many, or named by their addresses, and nothing else', () => {
  const read = (TRUSTED_PROXIES: string) => readEnvironment('demo', { NODE_ENV: 'test', TRUSTED_PROXIES }).proxies
  expect([read('2'), read('10.0.0.5, 10.1.0.0/16')]).toEqual([2, ['10.0.0.5', '10.1.0.0/16']])
  for (const wrong of ['-1', 'true', 'the proxy']) expect(() => read(wrong)).toThrow('TRUSTED_PROXIES')
})

test('every alarm that is raised stands in the runbook', () => {
  const [, kinds = ''] =
    readFileSync('app/domain/world.ts', 'utf8').match(/export type Alarm =([\s\S]*?)\n\nexport/) ?? []
  const names = [...kinds.matchAll(/\| '([\w-]+)'/g)].map(([, name]) => name)
  expect(names.length).toBeGreaterThan(5)
  const runbook = readFileSync('docs/runbook.md', 'utf8')
  expect(names.filter((name) => !runbook.includes(`## ${name}\n`))).toEqual([])
})

test('every file that docs/security.md leans on is there', () => {
  const words = readFileSync('docs/security.md', 'utf8')
  const files = [...words.matchAll(/`((?:app|db|deploy|docs|tests)\/[^`\s]+)`/g)].map(([, file = '']) => file)
  expect(files.length).toBeGreaterThan(100)
  expect(files.filter((file) => !existsSync(file))).toEqual([])
})

test('every setting stands in .env.example', () => {
  const source =
    readFileSync('app/edge/environment.server.ts', 'utf8') + readFileSync('app/edge/staff-settings.server.ts', 'utf8')
  const names = new Set([...source.matchAll(/^ +([A-Z][A-Z_]+): /gm)].map(([, name]) => name))
  const example = readFileSync('.env.example', 'utf8')
  expect([...names].filter((name) => !example.includes(`${name}=`))).toEqual([])
})

/** Of what is served. LGPL (libvips, beside sharp) and MPL (mediabunny) ask for nothing of who uses a library as it is. */
const ALLOWED = [
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'Unlicense',
  'CC0-1.0',
  'LGPL-3.0-or-later',
  'MPL-2.0',
]
const TOOLS = [...ALLOWED, 'Python-2.0', 'CC-BY-4.0', 'CC-BY-3.0']
/** MIT in their own files, which their package.json says in a way of before 2014. */
const OLD = ['eval', 'format', 'require-like']

test('whatever is installed has a licence that lets us', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
  const all = Object.entries<{ license?: string; dev?: boolean }>(packages).filter(([path]) => path)
  const refused = all.filter(([path, { license, dev }]) => {
    if (!license) return !(dev && OLD.includes(path.replace(/^.*node_modules\//, '')))
    return !satisfies(license, dev ? TOOLS : ALLOWED)
  })
  expect(refused.map(([path]) => path)).toEqual([])
})
