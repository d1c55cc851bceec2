/**
 * `npm run desk-day`: a worker's day at the desk by keyboard alone: 40 entries, 3 of them calls asked for and 5 that
 * are answered. Prints how many presses it took and how long. `KEYS=few` works through it with the keys there were
 * before the desk became a command centre: one line at a time, and Tab to what has no key.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { chromium } from '@playwright/test'
import { buildIfNeeded } from '../../app/cli/start.mjs'
import { chromiumPath } from '../chromium.mjs'

const few = process.env.KEYS === 'few'
const folder = mkdtempSync(join(tmpdir(), 'desk-day-'))
const file = `file:${join(folder, 'portal.db')}`
buildIfNeeded(true)
const portal = spawn(process.execPath, ['build/server/serve.js', 'demo'], {
  env: { ...process.env, NODE_ENV: 'production', PORT: '0', DATABASE_URL: file },
  stdio: ['ignore', 'pipe', 'inherit'],
})
const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] })
try {
  await day(await ready())
} finally {
  await browser.close()
  portal.kill()
  await new Promise((ended) => portal.once('exit', ended))
  rmSync(folder, { recursive: true, force: true })
}

function ready() {
  return new Promise((resolve) => {
    let said = ''
    portal.stdout.on('data', (words) => {
      said += words
      const [, url] = /Ready: (\S+)/.exec(said) ?? []
      if (url) resolve(url)
    })
  })
}

/** The demo's five lines are read before the day begins; then come forty. */
async function fill() {
  const db = createClient({ url: file, timeout: 5000 })
  const [{ id: family }] = (await db.execute("select id from families where reference = 'CS-20417'")).rows
  await db.execute({ sql: 'delete from unread where family_id = ?', args: [family] })
  const rows = Array.from({ length: 40 }, (_, n) => {
    const at = new Date(Date.parse('2026-11-23T08:00:00Z') + n * 60_000).toISOString()
    const call = n < 3
    const result = call || n < 8 ? 'worry' : n % 3 === 0 ? 'partly' : 'done'
    const by = ['kelly', 'toni', 'danny', 'bev'][n % 4]
    const entry = { id: `day-${n}`, by, on: at.slice(0, 16), happenedAt: at.slice(0, 16), result, words: `Entry ${n}.` }
    return { at, by, call, entry, id: entry.id }
  })
  await db.batch(
    rows.flatMap(({ at, by, call, entry, id }) => [
      {
        sql: `insert into said (family_id, id, kind, "by", saved_at, entry, ring_me, shared_with)
          values (?, ?, 'checkIns', ?, ?, ?, ?, 'worker')`,
        args: [family, id, by, at, JSON.stringify(entry), call ? 1 : 0],
      },
      { sql: 'insert into public_ids values (?, ?, ?)', args: [family, id, `public-${id}`.padEnd(22, 'x')] },
    ]),
    'write',
  )
  db.close()
}

async function day(url) {
  await fill()
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.goto(`${url}/desk/sign-in`)
  await page.getByRole('button', { name: 'Priya' }).click()
  await page.waitForURL(/\/desk$/)
  let presses = 0
  const press = async (key) => {
    presses += 1
    await page.keyboard.press(key)
  }
  const left = () => page.locator('#main .line').count()
  const tabTo = async (selector) => {
    for (let tries = 0; tries < 60; tries++) {
      if (await page.evaluate((what) => document.activeElement?.matches(what), selector)) return
      await press('Tab')
    }
    throw new Error(`No way to ${selector} by Tab.`)
  }
  const gone = async (before) => {
    await page.waitForFunction((count) => document.querySelectorAll('#main .line').length < count, before)
  }
  const began = Date.now()
  for (let call = 0; call < 3; call++) {
    const before = await left()
    if (few || call === 0) await press('j')
    if (few) {
      await tabTo('.went')
      await press('Enter')
      await page.waitForLoadState()
    } else await press('1')
    await gone(before)
  }
  for (let reply = 0; reply < 5; reply++) {
    const before = await left()
    if (few) await press('j')
    await press('r')
    await page.waitForURL(/reply/)
    await page.locator('#words').waitFor()
    if (few) await tabTo('#words')
    await page.keyboard.insertText('Thank you. I ring you at two.')
    if (few) {
      await press('Tab')
      await press('Enter')
    } else await press('Control+Enter')
    await page.waitForURL(/\/desk$/)
    await gone(before)
  }
  if (few) {
    await press('j')
    for (let before = await left(); before > 0; before = await left()) {
      await press('s')
      await gone(before)
      await page.waitForLoadState()
    }
  } else {
    const before = await left()
    await press('S')
    await gone(before)
  }
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  console.log(`${few ? 'line by line' : 'with all keys'}: ${presses} presses, ${seconds} s, ${await left()} lines left`)
}
