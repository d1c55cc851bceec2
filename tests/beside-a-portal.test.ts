/** Other processes open and close the database of a portal that serves, and it is killed: all it said thank you for is there. */
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, inject, test } from 'vitest'
import { openDatabase } from '#db/client.server'
import { said } from '#db/schema'
import marshFile from '#db/seed/marsh.json'
import { buildIfNeeded } from '../app/cli/start.mjs'
import { danny, kelly, toni } from './cast'
import { canLook, filesHeld } from './files-held'
import { figure, times } from './long'
import { portalProcess } from './portal-process'
import { siteAt } from './served'
import { signedIn } from './signed-in'
import { visitor } from './visit'
import { seededRandom, type TestWorld, testWorld } from './world'

const ROUNDS = times(9, 200)
/** In how many rounds the portal is killed once. */
const LIFE = times(5, 4)

beforeAll(() => buildIfNeeded(true))

/** Every command an operator has. Some are refused the second time round; they have opened the database all the same. */
function commands(folder: string): ((round: number) => string[])[] {
  const family = (round: number) => {
    const file = join(folder, `family-${round}.json`)
    writeFileSync(file, JSON.stringify({ ...marshFile, reference: `CS-9${String(round).padStart(4, '0')}` }))
    return file
  }
  return [
    () => ['texts', 'list'],
    (round) => ['family', 'import', family(round), '--worker', 'priya'],
    () => ['family', 'export', kelly.family],
    () => ['invite', toni.family, toni.id, '--word', toni.word],
    () => ['revoke', danny.family, danny.id],
    (round) => ['staff', 'add', `nia-${round}`, 'Nia Rees', '--role', 'worker'],
    () => ['texts', 'from-nobody'],
    () => ['texts', 'retry', 'nothing'],
    () => ['audit', 'verify'],
  ]
}

/** A world that nobody in this process holds open any more, and Kelly signed in on it. */
async function leftToOthers(w: TestWorld) {
  const { cookie, plan } = await signedIn(w, kelly)
  await w.db.close()
  return { cookie, plan }
}

async function started(w: TestWorld, settings: Record<string, string> = {}) {
  const { child, ready } = portalProcess(w, '', { TEXTS: 'demo', ...settings })
  const log: string[] = []
  child.stdout.on('data', (words) => log.push(String(words)))
  const url = await ready
  if (!url) throw new Error('The portal did not start.')
  const pid = child.pid ?? 0
  return {
    ...{ child, url, log },
    held: () => (canLook ? filesHeld(pid, w.file) : { locked: true, deleted: [] }),
    end: async (signal: NodeJS.Signals) => {
      child.kill(signal)
      await once(child, 'exit')
    },
  }
}

/** Says something on a page. Whether it was thanked for. */
async function saysThanks(url: string, { cookie, plan }: { cookie: string; plan: string }, words: string) {
  const browser = visitor(siteAt(url))
  browser.cookies.set('__Host-session', cookie.split('=')[1] ?? '')
  const form = await browser.get(`${plan}/log/new`)
  const thanks = await browser.send(form, 'name="result"', { result: 'done', words })
  return thanks.status === 200 && thanks.path.endsWith('/saved')
}

/** Read by a process of its own, as all else here, once the portal is dead. */
async function wordsIn(w: TestWorld, key?: string): Promise<string[]> {
  const db = await openDatabase({ url: `file:${w.file}`, key, mode: 'demo', now: w.now, random: seededRandom('after') })
  const rows = await db.read.select({ entry: said.entry }).from(said).where(eq(said.by, kelly.id))
  await db.close()
  return rows.flatMap(({ entry }) => ('words' in entry && entry.words ? [entry.words] : []))
}

test('beside every command in turn, and killed: nothing it thanked for is lost, and its locks hold', async () => {
  const w = await testWorld({ families: true })
  const member = await leftToOthers(w)
  const folder = mkdtempSync(join(inject('runFolder'), 'beside-'))
  const typed = commands(folder)
  const thanked: string[] = []
  let kills = 0
  let commandsDone = 0
  let portal = await started(w)
  for (let round = 0; round < ROUNDS; round++) {
    const [before, after] = [`round ${round} before`, `round ${round} after`]
    if (await saysThanks(portal.url, member, before)) thanked.push(before)
    const command = typed[round % typed.length]?.(round) ?? []
    const env = { NODE_ENV: 'production' as const, PATH: process.env.PATH, DATABASE_URL: `file:${w.file}` }
    const { stdout, stderr, status } = spawnSync(process.execPath, ['build/server/portal.js', ...command], {
      env,
      encoding: 'utf8',
    })
    expect(stderr, command.join(' ')).not.toContain('should not have happened')
    if (status === 0) expect(JSON.parse(stdout)).toBeTruthy()
    commandsDone += status === 0 ? 1 : 0
    expect(portal.held(), command.join(' ')).toEqual({ locked: true, deleted: [] })
    if (await saysThanks(portal.url, member, after)) thanked.push(after)
    expect(portal.held()).toEqual({ locked: true, deleted: [] })
    if ((round + 1) % LIFE !== 0) continue
    await portal.end('SIGKILL')
    kills++
    portal = await started(w)
  }
  await portal.end('SIGKILL')
  const words = new Set(await wordsIn(w))
  const lost = thanked.filter((one) => !words.has(one))
  figure(`${ROUNDS} rounds of an operator’s command beside a portal that is killed`, {
    ...{ kills: kills + 1, 'commands done': commandsDone, 'thanked for': thanked.length, lost: lost.length },
  })
  expect(lost).toEqual([])
  expect(thanked).toHaveLength(2 * ROUNDS)
}, 3_600_000)

test('two portals on one file: one is stopped, the other goes on, and is killed', { timeout: 60_000 }, async () => {
  const w = await testWorld({ families: true })
  const member = await leftToOthers(w)
  const first = await started(w)
  const second = await started(w)
  expect(await saysThanks(first.url, member, 'to the first')).toBe(true)
  expect(await saysThanks(second.url, member, 'to the second')).toBe(true)
  await first.end('SIGTERM')
  expect(second.held()).toEqual({ locked: true, deleted: [] })
  expect(await saysThanks(second.url, member, 'after the first had gone')).toBe(true)
  await second.end('SIGKILL')
  expect(await wordsIn(w)).toEqual(
    expect.arrayContaining(['to the first', 'to the second', 'after the first had gone']),
  )
})
