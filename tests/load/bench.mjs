/**
 * `npm run bench`: the plan page of the Marsh family as Kelly against a plain server that asks and writes the same
 * (`plain-server.mjs`), in turn, in one run. Prints requests a second of both, their ratio round by round, and where
 * the portal's time goes. The ratio is the figure: a request a second says more about the machine than about us.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { buildIfNeeded } from '../../app/cli/start.mjs'

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5)
const SECONDS = Number(process.env.BENCH_SECONDS ?? 3)
const CONNECTIONS = 16
const folder = mkdtempSync(join(tmpdir(), 'bench-'))
const children = []

try {
  buildIfNeeded(true)
  await bench()
} finally {
  for (const child of children) child.kill()
  await Promise.all(children.map((child) => child.exitCode ?? new Promise((ended) => child.once('exit', ended))))
  rmSync(folder, { recursive: true, force: true })
}

async function bench() {
  const portal = await startPortal('portal.db')
  const kelly = await signInKelly('portal.db')
  const page = await fetchPage(`${portal.url}${kelly.path}`, kelly.cookie)
  writeFileSync(join(folder, 'page.html'), page)
  await copyDatabase('portal.db', 'plain.db')
  const plain = await startPlain('plain.db')
  const ours = { url: `${portal.url}${kelly.path}`, cookie: kelly.cookie }
  const theirs = { url: `${plain.url}/`, cookie: kelly.cookie }

  for (const side of [ours, theirs]) await load(side, 2)
  const rounds = []
  for (let round = 0; round < ROUNDS; round++) {
    const [a, b] = [await load(ours, SECONDS), await load(theirs, SECONDS)]
    rounds.push({ a, b, ratio: a / b })
    print(`round ${round + 1}: portal ${a.toFixed(0)}/s, plain ${b.toFixed(0)}/s, ratio ${(a / b).toFixed(2)}`)
  }
  const sorted = rounds.map(({ ratio }) => ratio).sort((x, y) => x - y)
  const middle = (values) => values.sort((x, y) => x - y)[Math.floor(values.length / 2)]
  print(
    `plan page, ${page.length} bytes, ${CONNECTIONS} connections: portal ${middle(rounds.map(({ a }) => a)).toFixed(0)}/s, ` +
      `plain ${middle(rounds.map(({ b }) => b)).toFixed(0)}/s, ratio ${middle(sorted).toFixed(2)} ` +
      `(${sorted[0].toFixed(2)} to ${sorted.at(-1).toFixed(2)}); floor 0.25, aim 0.35`,
  )
  portal.child.kill()
  await whatDominates(kelly)
}

function print(line) {
  process.stdout.write(`${line}\n`)
}

async function startPortal(file, nodeOptions = []) {
  const env = { ...process.env, NODE_ENV: 'production', PORT: '0', DATABASE_URL: `file:${join(folder, file)}` }
  const child = spawn(process.execPath, [...nodeOptions, 'build/server/serve.js', 'demo'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await firstMatch(child, /Ready: (\S+)/)
  return { child, url }
}

async function startPlain(file) {
  const args = [
    'tests/load/plain-server.mjs',
    `file:${join(folder, file)}`,
    join(folder, 'page.html'),
    String(Date.now()),
  ]
  const child = spawn(process.execPath, args, {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return { child, url: `http://127.0.0.1:${await firstMatch(child, /^(\d+)/)}` }
}

function firstMatch(child, pattern) {
  children.push(child)
  return new Promise((resolve, reject) => {
    let said = ''
    child.once('exit', () => reject(new Error(`It ended before it was ready. It said: ${said}`)))
    child.stdout.on('data', (chunk) => {
      said = said.length < 10_000 ? said + chunk : said
      const found = pattern.exec(said)
      if (found) resolve(found[1])
    })
  })
}

/** Kelly as one who has joined and sits at a signed-in phone: the rows that coming in would have made. */
async function signInKelly(file) {
  const db = createClient({ url: `file:${join(folder, file)}`, timeout: 5000 })
  const [family] = (await db.execute("select id, public_id from families where reference = 'CS-20417'")).rows
  const at = '2026-11-23T10:00:00.000Z'
  const cookie = 'bench-bench-bench-benc'
  const idHash = createHash('sha256').update(cookie).digest('base64url')
  await db.batch(
    [
      {
        sql: `insert into invitations (id, family_id, person_id, invited_at, invited_by, phone, language, wrong_words)
          values ('bench', ?, 'kelly', ?, 'priya', '+447700900112', 'en', 0)`,
        args: [family.id, at],
      },
      {
        sql: `insert into memberships (id, family_id, person_id, invitation_id, told_by, told_on, joined_at, not_to_ring)
          values ('bench', ?, 'kelly', 'bench', 'priya', '2026-11-23', ?, '[]')`,
        args: [family.id, at],
      },
      {
        sql: `insert into sessions (id_hash, stage, invitation_id, family_id, person_id, membership_id, only_me, wrong_words, sent, made_at, seen_at, ends_at)
          values (?, 'member', 'bench', ?, 'kelly', 'bench', 1, 0, 0, ?, ?, '2027-01-01T00:00:00.000Z')`,
        args: [idHash, family.id, at, at],
      },
    ],
    'write',
  )
  db.close()
  return { path: `/p/${family.public_id}`, cookie: `__Host-session=${cookie}` }
}

async function copyDatabase(from, to) {
  const db = createClient({ url: `file:${join(folder, from)}`, timeout: 5000 })
  await db.execute({ sql: 'vacuum into ?', args: [join(folder, to)] })
  db.close()
  const copy = createClient({ url: `file:${join(folder, to)}` })
  await copy.execute('pragma journal_mode=wal')
  copy.close()
}

async function fetchPage(url, cookie, agent) {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { Cookie: cookie } }, (answer) => {
      const chunks = []
      answer.on('data', (chunk) => chunks.push(chunk))
      answer.on('end', () =>
        answer.statusCode === 200
          ? resolve(Buffer.concat(chunks).toString())
          : reject(new Error(`The page answered ${answer.statusCode}.`)),
      )
    }).on('error', reject)
  })
}

/** Requests a second over some seconds, all of them whole and good. */
async function load({ url, cookie }, seconds) {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const until = performance.now() + seconds * 1000
  const began = performance.now()
  let done = 0
  const one = async () => {
    while (performance.now() < until) {
      await fetchPage(url, cookie, agent)
      done++
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, one))
  agent.destroy()
  return (done / (performance.now() - began)) * 1000
}

/** Where the portal's own time goes: one more run under Node's profiler, self time by package. */
async function whatDominates(kelly) {
  const profiles = join(folder, 'profiles')
  const { child, url } = await startPortal('portal.db', ['--cpu-prof', `--cpu-prof-dir=${profiles}`])
  await load({ url: `${url}${kelly.path}`, cookie: kelly.cookie }, SECONDS * 2)
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
  const profile = JSON.parse(readFileSync(join(profiles, readdirSync(profiles)[0]), 'utf8'))
  const self = new Map()
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]))
  profile.samples.forEach((id, at) => {
    const frame = nodes.get(id).callFrame
    if (frame.functionName === '(idle)' || frame.functionName === '(program)') return
    const place = placeOf(frame)
    self.set(place, (self.get(place) ?? 0) + profile.timeDeltas[at])
  })
  const all = [...self.values()].reduce((sum, time) => sum + time, 0)
  print('where the time goes (self time):')
  for (const [place, time] of [...self].sort((x, y) => y[1] - x[1]).slice(0, 12)) {
    print(`  ${((100 * time) / all).toFixed(1).padStart(5)} %  ${place}`)
  }
}

function placeOf({ url, functionName }) {
  if (functionName === '(garbage collector)') return 'garbage collector'
  const pack = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1]
  if (pack) return pack
  if (url.startsWith('node:') || url === '') return 'node itself'
  return 'the portal'
}
