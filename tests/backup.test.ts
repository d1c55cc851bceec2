/** A copy made under load, and put in the place of a portal that was killed: what is back, what is not, and what may not be. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, openSync, readFileSync, readSync, renameSync, writeFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { openCopy } from '#db/copies'
import { texts } from '#db/schema'
import { buildIfNeeded } from '../app/cli/start.mjs'
import { toni } from './cast'
import { invited } from './coming-in'
import { figure, times } from './long'
import { ALL_HELD, leftToOthers, operators, type SignedIn, saysThanks, started, wordsIn } from './running-portal'
import { testWorld } from './world'

const BACKUP_KEY = 'a key of the copies, which no portal needs to serve'

beforeAll(() => buildIfNeeded(true))

/** A command with the copies' key, in a process of its own while this one goes on. */
async function command(file: string, words: string[], key = BACKUP_KEY) {
  const env = { NODE_ENV: 'production' as const, PATH: process.env.PATH, DATABASE_URL: `file:${file}`, BACKUP_KEY: key }
  const child = spawn(process.execPath, ['build/server/portal.js', ...words], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', (some) => (said.out += some))
  child.stderr.on('data', (some) => (said.err += some))
  await once(child, 'close')
  return { json: said.out && JSON.parse(said.out), err: said.err.trim() }
}

/** People who say one thing after another until they are told to stop; what each was thanked for, and when. */
function load(url: string, people: SignedIn[]) {
  const thanked: { words: string; at: number }[] = []
  let going = true
  const all = people.map(async (who, n) => {
    for (let i = 0; going; i++) {
      const words = `person ${n}, ${i}`
      if (await saysThanks(url, who, words)) thanked.push({ words, at: Date.now() })
    }
  })
  return {
    thanked,
    stop: async () => {
      going = false
      await Promise.all(all)
    },
  }
}

test('a drill: copied while people write, killed, and put back', async () => {
  const w = await testWorld({ families: true })
  await invited(w, toni)
  // It waits for long, as for a safe time.
  await w.db.write((db) => [db.update(texts).set({ notBefore: '2099-01-01T00:00:00.000Z' })])
  const member = await leftToOthers(w)
  // This process's closed connections let the file go only when their memory is cleared.
  copyFileSync(w.file, `${w.file}.alone`)
  w.file += '.alone'
  w.at = { url: `file:${w.file}` }
  const portal = await started(w)
  const people = load(portal.url, [member, ...member.network])
  const enough = times(6, 60)
  while (people.thanked.length < enough) await new Promise((soon) => setTimeout(soon, 20))

  const before = people.thanked.map(({ words }) => words)
  const copy = `${w.file}.copy`
  const made = await command(w.file, ['backup', copy])
  expect(made.err).toBe('')
  expect(portal.held()).toEqual(ALL_HELD)
  expect(made.json).toMatchObject({ encrypted: true, trail: { whole: true }, rows: { families: 3 } })
  expect(header(copy)).not.toBe('SQLite format 3')
  expect((await command(w.file, ['restore', copy])).err).toBe(
    'A portal has this database open: stop every one of them first.',
  )
  expect(portal.held()).toEqual(ALL_HELD)
  const said = people.thanked.length
  while (people.thanked.length < said + 3) await new Promise((soon) => setTimeout(soon, 20))
  await portal.end('SIGKILL')
  await people.stop()
  const back = await command(w.file, ['restore', copy])
  expect(back.err).toBe('')
  const { ended, at, before: aside } = back.json
  expect(wordsIn(aside)).toEqual(expect.arrayContaining(people.thanked.map(({ words }) => words)))
  expect(ended).toMatchObject({ sessions: 3, texts: [{ kind: 'invitation' }] })
  const kept = new Set(wordsIn(w.file))
  expect(before.filter((words) => !kept.has(words))).toEqual([])
  const lost = people.thanked.filter(({ words }) => !kept.has(words))

  const again = await started(w)
  expect(await saysThanks(again.url, member, 'as before')).toBe(false)
  const waited = JSON.parse(operators(w.file, 'texts', 'list').stdout)
  expect(waited).toMatchObject([{ is: 'cancelled', why: 'restored' }])
  expect(JSON.parse(operators(w.file, 'audit', 'verify').stdout)).toMatchObject({ whole: true })
  await again.end('SIGTERM')
  figure('Backup and restore under load', {
    ...{ 'copied in s': made.json.seconds, 'put back in s': back.json.seconds, bytes: made.json.bytes },
    ...{ 'thanked for before the copy, and lost': 0, 'after it, and lost': lost.length, from: at },
  })
}, 120_000)

test('a copy that was changed on its way is no copy', async () => {
  const w = await testWorld({ families: true })
  const copy = `${w.file}.copy`
  await w.db.copyTo(copy, BACKUP_KEY)
  const bytes = readFileSync(copy)
  const middle = 4096 * Math.floor(bytes.length / 8192)
  writeFileSync(`${copy}.bad`, bytes.fill(7, middle, middle + 4096))
  const [good, bad] = [await openCopy(copy, BACKUP_KEY), await openCopy(`${copy}.bad`, BACKUP_KEY)]
  expect(await good.faults()).toEqual([])
  await expect(bad.faults().then((faults) => expect(faults).toEqual([]))).rejects.toThrow()
  await expect(openCopy(copy, 'x'.repeat(40))).rejects.toThrow('not under this key')
})

test('a database is never taken for a copy, nor a copy made over one', async () => {
  const w = await testWorld({ families: true })
  await expect(openCopy(w.file, BACKUP_KEY)).rejects.toThrow('is no copy but a database')
  const { isDone, stderr } = operators(w.file, 'backup', w.file)
  expect([isDone, stderr]).toEqual([false, expect.stringContaining('something at')])
  await w.db.close()
  const making = `${w.file}-other.making`
  renameSync(w.file, making)
  const over = operators(making, 'backup', `${w.file}-other`)
  expect([over.isDone, over.stderr]).toEqual([false, expect.stringContaining('is the database')])
  expect(existsSync(making)).toBe(true)
})

const header = (file: string) => {
  const bytes = Buffer.alloc(15)
  readSync(openSync(file, 'r'), bytes)
  return bytes.toString('latin1')
}
