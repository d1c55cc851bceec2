/** What a page asks of the database: how often, and never by reading through a table that grows. */
import { describe, expect, test } from 'vitest'
import { startTexting } from '#app/edge/texting.server'
import { deskOf, familyUrl } from './at-the-desk'
import * as cast from './cast'
import { comeIn, start } from './come-in'
import { crawl } from './crawl'
import { publish, rule } from './new-version'
import { addressOf, patterns } from './patterns'
import type { TestWorld } from './world'

const isWrite = (sql: string) => /^\s*(insert|update|delete|replace)\b/i.test(sql)

/** What is asked while something is done. */
async function askedBy(world: TestWorld, done: () => Promise<unknown>): Promise<string[]> {
  const before = world.asked.length
  await done()
  return world.asked.slice(before)
}

describe('one look at the desk', () => {
  test('asks no more of the database than of a page can be asked, whatever waits, and writes once', async () => {
    const { world, site } = await start()
    // Somebody without a sign-in has to be told of it, from a version that is not in memory.
    await publish(world, cast.marsh, rule('A-R5', 'Nan rings at 8.'))
    const { browser } = await deskOf(world, 'joan', site)
    const family = await familyUrl(world, cast.marsh)
    const pages = [
      'plan',
      'findings',
      'words',
      'languages',
      'people',
      'answers',
      'log',
      'texts',
      'versions',
      'versions/1/2',
    ].map((page) => `${family}/${page}`)
    const languages = `${await familyUrl(world, cast.wojcik)}/languages`
    for (const page of ['/desk', '/desk/families', '/desk/texts', languages, `${languages}/pl`, ...pages]) {
      const asked = await askedBy(world, () => browser.get(page))
      expect(asked.length, `${page}\n${asked.join('\n')}`).toBeLessThanOrEqual(12)
      expect(asked.filter(isWrite).length, page).toBeLessThanOrEqual(1)
    }
  })
})

test('that somebody sits at the desk is noted once a minute, in the one write of a page', async () => {
  const { world, site } = await start()
  const { browser } = await deskOf(world, 'joan', site)
  const family = await familyUrl(world, cast.marsh)
  let writes = 0
  const { write } = world.db
  world.db.write = (build) => {
    writes++
    return write(build)
  }
  const noted = (asked: string[]) => asked.filter((sql) => /^update "staff_sessions"/.test(sql)).length
  for (const [page, most] of [
    [`${family}/plan`, 1],
    ['/desk/families', 1],
  ] as const) {
    world.clock.forward({ minutes: 2 })
    writes = 0
    const asked = await askedBy(world, async () => {
      await browser.get(page)
      await expect.poll(() => noted(world.asked)).toBeGreaterThan(0)
    })
    expect([writes, noted(asked)], page).toEqual([most, 1])
    await browser.get(page)
    expect(noted(world.asked.slice(-20)), page).toBeLessThanOrEqual(1)
  }
})

/** Where a statement looks these up alone, it looks through a family's whole history for one thing of it. */
const OF_MANY = ['family_id', 'kind', 'at', 'saved_at', 'shared_with', 'first', 'chain', 'queued_at']

/** By the names of their indexes, whatever a statement calls them: a family has thousands of rows of these. */
const OF_A_FAMILY = /INDEX (sqlite_autoindex_)?(said|seen|texts|audit|public_ids|one_id_a_family)/

/** A step that is done anew for each row, and does not go straight to what belongs to that row. */
function walksForEachRow(steps: { id: number; parent: number; detail: string }[]): string[] {
  const by = new Map(steps.map((step) => [step.id, step]))
  const isCorrelated = (id: number): boolean => {
    const step = by.get(id)
    return !!step && (step.detail.startsWith('CORRELATED') || isCorrelated(step.parent))
  }
  return steps
    .filter(({ id, detail }) => /^SEARCH /.test(detail) && isCorrelated(id))
    .map(({ detail }) => detail)
    .filter((detail) => {
      const columns = [...(detail.match(/\(([^()]*)\)$/)?.[1] ?? '').matchAll(/(\w+)\s*[=<>]/g)].map(([, name]) => name)
      return columns.length > 0 && columns.every((name) => OF_MANY.includes(name ?? ''))
    })
    .filter((detail) => OF_A_FAMILY.test(detail))
}

/** Small however long a portal runs: a council has so many families, staff and settings; `acts` is what a part has found. */
const SMALL = [
  'CONSTANT',
  'families',
  'staff',
  'teams',
  'council',
  'breaker',
  'stamp',
  'assignments',
  'json_each',
  'acts',
  'views',
  // The versions behind a draft, as a statement that goes back from one to the next finds them.
  'w',
]

test('nothing that is asked on a page, at the desk or for the texts reads through a table that grows', async () => {
  const { world, site } = await start()
  const kelly = await comeIn(world, site, cast.kelly)
  await crawl(kelly, ['/home'])
  const { browser } = await deskOf(world, 'priya', site)
  const family = (await familyUrl(world, cast.marsh)).split('/').at(-1) ?? ''
  for (const pattern of patterns.filter((one) => /^desk/.test(one) && one !== 'desk/sign-out'))
    await browser.get(addressOf(pattern, { family }))
  const texting = startTexting(world, () => undefined)
  await expect.poll(() => world.asked.some((sql) => sql.startsWith('delete from "sign_ins"'))).toBe(true)
  await texting.stop()
  const reader = world.hands()
  const scans: string[] = []
  for (const sql of new Set(
    world.asked.filter((one) => !/^\s*(pragma|begin|commit|rollback)|where false$/i.test(one)),
  )) {
    const args = Array.from({ length: sql.split('?').length - 1 }, () => null)
    const plan = await reader.execute({ sql: `explain query plan ${sql}`, args })
    // What a part of the statement has found is read through; what it looks at to find it is a line of its own.
    const through = plan.rows
      .map(({ detail }) => String(detail))
      .filter((detail) => /^SCAN [^(]/.test(detail) && !/VIRTUAL TABLE/.test(detail))
    const grows = through.filter((detail) => !SMALL.includes(detail.split(' ')[1] ?? ''))
    grows.push(...walksForEachRow(plan.rows as unknown as { id: number; parent: number; detail: string }[]))
    if (grows.length > 0) scans.push(`${grows.join('; ')}\n   ${sql}`)
  }
  reader.close()
  expect(scans.join('\n')).toBe('')
})
