/** What a page asks of the database: how often, and never by reading through a table that grows. */
import { createClient } from '@libsql/client'
import { describe, expect, test } from 'vitest'
import { startTexting } from '#app/edge/texting.server'
import { deskOf, familyUrl } from './at-the-desk'
import * as cast from './cast'
import { comeIn, start } from './come-in'
import { crawl } from './crawl'
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
    const { browser } = await deskOf(world, 'joan', site)
    for (const page of ['/desk', '/desk/families', `${await familyUrl(world, cast.marsh)}/log`]) {
      const asked = await askedBy(world, () => browser.get(page))
      expect(asked.length, `${page}\n${asked.join('\n')}`).toBeLessThanOrEqual(13)
      expect(asked.filter(isWrite).length, page).toBeLessThanOrEqual(1)
    }
  })
})

/** Small however long a portal runs: a council has so many families, staff and settings. */
const SMALL = ['CONSTANT', 'families', 'staff', 'teams', 'council', 'breaker', 'stamp', 'assignments', 'json_each']

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
  const reader = createClient({ url: `file:${world.file}` })
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
    if (grows.length > 0) scans.push(`${grows.join('; ')}\n   ${sql}`)
  }
  reader.close()
  expect(scans.join('\n')).toBe('')
})
