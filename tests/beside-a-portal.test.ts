/** Other processes open and close the database of a portal that serves, and it is killed: all it said thank you for is there. */
import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, inject, test } from 'vitest'
import marshFile from '#db/seed/marsh.json'
import { commands } from '../app/cli/commands/all'
import { buildIfNeeded } from '../app/cli/start.mjs'
import { danny, kelly, toni } from './cast'
import { figure, times } from './long'
import { ALL_HELD, leftToOthers, operators, type SignedIn, saysThanks, started, wordsIn } from './running-portal'
import { testWorld } from './world'

/** Lives of a portal, each of which ends by `kill -9`. */
const LIVES = times(6, 200)
/** How many commands are run beside it in each. */
const COMMANDS = 3

beforeAll(() => buildIfNeeded(true))

/** What follows each command, by its name. Some are refused the second time; they have opened the database all the same. */
function typed(folder: string): Record<string, (round: number) => string[]> {
  const family = (round: number) => {
    const file = join(folder, `family-${round}.json`)
    writeFileSync(file, JSON.stringify({ ...marshFile, reference: `CS-9${String(round).padStart(4, '0')}` }))
    return file
  }
  return {
    'family import': (round) => [family(round), '--worker', 'priya'],
    'family export': () => [kelly.family],
    'family check': () => [kelly.family],
    invite: () => [toni.family, toni.id, '--word', toni.word],
    revoke: () => [danny.family, danny.id],
    'staff add': (round) => [`nia-${round}`, 'Nia Rees', '--role', 'worker'],
    'staff leave': (round) => [`nia-${round}`],
    'texts list': () => [],
    'texts from-nobody': () => [],
    'texts retry': () => ['nothing'],
    'council set': () => ['--name', 'Demo City Council'],
    'audit verify': () => [],
    'audit heads': () => [],
    backup: (round) => [join(folder, `copy-${round}.db`)],
    // Refused; beside a portal with a copy that is whole: tests/backup.test.ts.
    restore: () => [join(folder, 'copy-none.db')],
    'retention run': () => [],
    // Refused: its settings are not those of live use.
    check: () => [],
  }
}

test('every command there is has a try beside a portal', () => {
  expect(commands.map(({ name }) => name).sort()).toEqual(Object.keys(typed('')).sort())
  expect(LIVES * COMMANDS).toBeGreaterThanOrEqual(commands.length)
})

test('beside every command in turn, and killed: nothing it thanked for is lost, and its locks hold', async () => {
  const w = await testWorld({ families: true })
  const member = await leftToOthers(w)
  const words = typed(mkdtempSync(join(inject('runFolder'), 'beside-')))
  const thanked: string[] = []
  let [done, asked] = [0, 0]
  for (let life = 0; life < LIVES; life++) {
    const portal = await started(w)
    const says = async (what: string, who: SignedIn = member) => {
      asked++
      const isThanked = await saysThanks(portal.url, who, what)
      if (isThanked) thanked.push(what)
      return isThanked
    }
    expect(await says(`life ${life}`)).toBe(true)
    for (let at = 0; at < COMMANDS; at++) {
      const round = life * COMMANDS + at
      const name = commands[round % commands.length]?.name ?? ''
      const { isDone, stdout, stderr } = operators(w.file, ...name.split(' '), ...(words[name]?.(round) ?? []))
      expect(stderr, name).not.toContain('should not have happened')
      if (isDone) expect(JSON.parse(stdout)).toBeTruthy()
      done += isDone ? 1 : 0
      expect(portal.held(), name).toEqual(ALL_HELD)
      expect(await says(`after command ${round}`), name).toBe(true)
      expect(portal.held(), name).toEqual(ALL_HELD)
    }
    // Three people at once, and it dies on the first thank-you.
    const last = [member, ...member.network].map((who, n) => says(`last of life ${life}, ${n}`, who))
    expect(await Promise.race(last)).toBe(true)
    await portal.end('SIGKILL')
    await Promise.all(last)
  }
  const kept = new Set(wordsIn(w.file))
  const lost = thanked.filter((one) => !kept.has(one))
  figure(`${LIVES} rounds: started, operator’s commands beside it, killed`, {
    ...{ kills: LIVES, commands: LIVES * COMMANDS, 'of them done': done },
    ...{ 'check-ins': asked, 'thanked for': thanked.length, lost: lost.length },
  })
  expect(lost).toEqual([])
  expect(thanked.length).toBeGreaterThanOrEqual(LIVES * (COMMANDS + 2))
}, 3_600_000)

test.each([
  ['stopped', 'SIGTERM'],
  ['killed', 'SIGKILL'],
] as const)(
  'two portals on one file: one is %s, the other goes on, and is killed',
  async (_how, signal) => {
    const w = await testWorld({ families: true })
    const member = await leftToOthers(w)
    const first = await started(w)
    const second = await started(w)
    expect(await saysThanks(first.url, member, 'to the first')).toBe(true)
    expect(await saysThanks(second.url, member, 'to the second')).toBe(true)
    await first.end(signal)
    expect(second.held()).toEqual(ALL_HELD)
    expect(await saysThanks(second.url, member, 'after the first had gone')).toBe(true)
    expect(second.held()).toEqual(ALL_HELD)
    await second.end('SIGKILL')
    expect(wordsIn(w.file)).toEqual(
      expect.arrayContaining(['to the first', 'to the second', 'after the first had gone']),
    )
  },
  60_000,
)

test('a portal told to stop leaves one file that holds everything', async () => {
  const w = await testWorld({ families: true })
  const member = await leftToOthers(w)
  const portal = await started(w)
  expect(await saysThanks(portal.url, member, 'before the end')).toBe(true)
  await portal.end('SIGTERM')
  copyFileSync(w.file, `${w.file}.copy`)
  expect(wordsIn(`${w.file}.copy`)).toContain('before the end')
}, 60_000)
