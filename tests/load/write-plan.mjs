/**
 * `npm run write-plan`: a worker writes the whole plan of the Marsh family from an empty page by keyboard, as it stands
 * in db/seed/marsh.json. Prints how many presses it took beside the letters themselves, how many letters, how long, and
 * whether what stands in the draft is what was to be written. Then what one save costs the server, and the longest that
 * a key held up a page with five times as much on it, on a machine four times as slow.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { chromium } from '@playwright/test'
import { buildIfNeeded } from '../../app/cli/start.mjs'
import { chromiumPath } from '../chromium.mjs'

const marsh = JSON.parse(readFileSync('db/seed/marsh.json', 'utf8'))
const { plan } = marsh
const [worry] = plan.worries
const folder = mkdtempSync(join(tmpdir(), 'write-plan-'))
buildIfNeeded(true)
const portal = spawn(process.execPath, ['build/server/serve.js', 'demo'], {
  env: { ...process.env, NODE_ENV: 'production', PORT: '0', DATABASE_URL: `file:${join(folder, 'portal.db')}` },
  stdio: ['ignore', 'pipe', 'inherit'],
})
const saves = []
const url = await new Promise((resolve) => {
  let said = ''
  portal.stdout.on('data', (words) => {
    said += words
    for (const [, ms] of String(words).matchAll(/"POST","route":"[^"]*\/save","status":200,"ms":([\d.]+)/g))
      saves.push(Number(ms))
    const [, found] = /Ready: (\S+)/.exec(said) ?? []
    if (found) resolve(found)
  })
})
const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] })
try {
  await write()
} finally {
  await browser.close()
  portal.kill()
  await new Promise((ended) => portal.once('exit', ended))
  rmSync(folder, { recursive: true, force: true })
}

async function write() {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  page.setDefaultTimeout(60_000)
  let [presses, letters] = [0, 0]
  const key = async (name) => {
    presses += 1
    await page.keyboard.press(name)
  }
  const type = async (words) => {
    letters += words.length
    await page.keyboard.insertText(words)
  }
  const click = async (what) => {
    presses += 1
    await what.click()
  }
  const choose = async (select, label) => {
    presses += 2
    await select.selectOption(typeof label === 'string' ? { label } : label)
  }
  const list = (name, within = page) => within.locator(`[data-list$="|${name}"]`).first()
  const lastRow = (name, within) => list(name, within).locator(':scope > li').last()
  const field = (row, name) => row.locator(`[name$=".${name}"]:not([type=hidden])`).first()
  const settled = () =>
    page.waitForFunction(() =>
      /^(Saved|All is saved|Nothing)/.test(document.querySelector('.state')?.textContent ?? ''),
    )
  const part = async (name) => {
    await settled()
    await click(page.locator('.parts a', { hasText: name }))
    await page.locator('.part-title', { hasText: name }).waitFor()
  }
  /** Sentences of one list, each behind the other by Enter. */
  const sentences = async (name, texts, within) => {
    if (texts.length === 0) return
    await click(field(lastRow(name, within), 'text'))
    for (const [at, text] of texts.entries()) {
      if (at > 0) await key('Enter')
      await type(text)
    }
  }
  const nameOf = (id) =>
    [...marsh.people, ...marsh.children].find((one) => one.id === id)?.name ??
    marsh.children.find((one) => one.id === id)?.firstName ??
    { anyone: 'anyone', duty: 'the duty team', 999: '999' }[id]
  const pressNames = async (row, name, ids) => {
    for (const id of ids) await click(row.locator(`label:has([name$=".${name}"])`, { hasText: nameOf(id) }))
  }

  await page.goto(`${url}/desk/sign-in`)
  await page.getByRole('button', { name: 'Priya' }).click()
  const began = Date.now()
  await page.goto(`${url}/desk/families/new`)
  const first = page.locator('form.first-words')
  await first.locator('[name=reference]').fill('CS-90001')
  await first.locator('[name=familyName]').fill(marsh.familyName)
  await first.locator('[name=status]').selectOption(marsh.status)
  await first.locator('[name=firstName]').fill(marsh.children[0].firstName)
  await first.locator('[name=born]').fill(marsh.children[0].born)
  presses += 8
  await click(first.locator('button.button'))

  for (const child of marsh.children.slice(1)) {
    const row = lastRow('children')
    await click(field(row, 'firstName'))
    await type(child.firstName)
    await key('Tab')
    presses += 6
    await page.locator(':focus').fill(child.born)
  }
  for (const person of marsh.people.filter(({ id }) => id !== 'priya')) {
    const row = lastRow('people')
    const id = await row.getAttribute('data-item')
    const same = page.locator(`[data-item="${id}"]`)
    await click(field(same, 'name'))
    await type(person.name)
    await key('Tab')
    await type(person.relationship)
    await key('Tab')
    await type(person.addressAs ?? '')
    if (person.kind !== 'network') await choose(field(same, 'kind'), { value: person.kind })
    if (person.circle) await choose(field(same, 'circle'), { value: person.circle })
  }
  await part('Going well')
  await sentences(
    'strengths',
    worry.strengths.map(({ text }) => text),
  )
  await sentences(
    'existingSafety',
    worry.existingSafety.map(({ text }) => text),
  )
  await part('Worried about')
  await click(page.locator('.writes textarea').first())
  await type(worry.harm.text)
  await sentences(
    'danger',
    worry.danger.map(({ text }) => text),
  )
  await sentences(
    'complicating',
    worry.complicating.map(({ text }) => text),
  )
  await part('Scale')
  await click(page.locator('.writes textarea').nth(0))
  await type(worry.zero.text)
  await click(page.locator('.writes textarea').nth(1))
  await type(worry.ten.text)
  await part('Goals and rules')
  await click(page.locator('.writes textarea').first())
  await type(worry.goal.text)
  await sentences(
    'bottomLines',
    worry.bottomLines.map(({ text }) => text),
  )
  for (const rule of plan.rules) {
    const id = await lastRow('rules').getAttribute('data-item')
    const row = page.locator(`[data-item="${id}"]`)
    await click(field(row, 'text'))
    await type(rule.text)
    await pressNames(row, 'makesSure', rule.makesSure)
  }
  await part('Warning signs')
  for (const [at, trigger] of plan.triggers.entries()) {
    await settled()
    await click(page.locator('button[value^="add|"]'))
    const card = page.locator('.writes').nth(at)
    await card.locator('textarea').first().waitFor()
    await type(trigger.sign.text)
    if (trigger.level !== 'early') await choose(field(card, 'level'), { value: trigger.level })
    for (const step of trigger.steps) {
      const id = await lastRow('steps', card).getAttribute('data-item')
      const row = page.locator(`[data-item="${id}"]`)
      await choose(field(row, 'who'), nameOf(step.who))
      await click(field(row, 'text'))
      await type(step.text)
      if (step.backup) await choose(field(row, 'backup'), nameOf(step.backup))
    }
    await settled()
  }
  await part('Who does what')
  for (const commitment of plan.commitments) {
    const id = await lastRow('commitments').getAttribute('data-item')
    const row = page.locator(`[data-item="${id}"]`)
    await click(field(row, 'text'))
    await type(commitment.text)
    if (commitment.person) await choose(field(row, 'person'), nameOf(commitment.person))
    await click(field(row, 'when'))
    await type(commitment.when)
    if (commitment.backup) await choose(field(row, 'backup'), nameOf(commitment.backup))
  }
  await part('Dates and story')
  await sentences(
    'phases',
    (plan.phases ?? []).map(({ text }) => text),
  )
  await settled()
  await click(page.locator('.after a.button'))
  await page.waitForURL(/finish/)
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  const left = await page.locator('.faults li').allInnerTexts()
  console.log(
    `Marsh from an empty page: ${presses} presses and ${letters} letters, ${seconds} s with pages; not right yet: ${left.length ? left.join(' | ') : 'nothing'}`,
  )
  await hasAll()
  saves.sort((a, b) => a - b)
  console.log(
    `${saves.length} saves: ${saves[Math.floor(saves.length / 2)]} ms in the middle, ${saves.at(-1)} ms at most`,
  )
  await lag(page)
}

/** What stands in the draft is what was to be written. */
async function hasAll() {
  const db = createClient({ url: `file:${join(folder, 'portal.db')}`, timeout: 5000 })
  const { rows } = await db.execute("select state from drafts where state like '%CS-90001%'")
  db.close()
  const texts = JSON.stringify([plan.worries, plan.rules, plan.triggers, plan.commitments, plan.phases ?? []]).matchAll(
    /"text":"((?:[^"\\]|\\.)*)"/g,
  )
  const all = [...texts].map(([, text]) => text)
  const missing = all.filter((text) => !String(rows[0]?.state).includes(text))
  console.log(`${all.length} sentences were to be written, ${missing.length} are missing ${missing.join(' | ')}`)
}

/** Five times the largest case is brought in, and its fullest page typed on. */
async function lag(page) {
  const harker = JSON.parse(readFileSync('db/seed/harker.json', 'utf8'))
  const text = JSON.stringify({
    ...harker,
    said: undefined,
    reference: 'CS-90002',
    familyName: 'Large family',
    worker: 'priya',
  })
  const large = JSON.parse(text)
  large.people = [
    ...large.people.filter(({ id }) => id !== 'priya'),
    { id: 'priya', name: 'Priya Nair', relationship: 'social worker', kind: 'professional' },
  ]
  const again = (some, n) =>
    some.map((one) => JSON.parse(JSON.stringify(one).replace(/"id":"([^"]+)"/g, `"id":"$1-again-${n}"`)))
  for (const key of ['rules', 'commitments', 'triggers'])
    large.plan[key] = Array.from({ length: 5 }, (_, n) => (n ? again(large.plan[key], n) : large.plan[key])).flat()
  delete large.plan.translations
  await page.goto(`${url}/desk/families/new`)
  await page.locator('#pasted').fill(JSON.stringify(large))
  await page.locator('form:has(#pasted) button.button').click()
  await page.waitForURL(/\/plan$|families\/new$/)
  if (page.url().endsWith('/new'))
    return console.log('Five times as much was not taken in:', await page.locator('.faults').innerText())
  await page.goto(`${page.url()}/edit`)
  await page.locator('main form .button').click()
  const cdp = await page.context().newCDPSession(page)
  for (const part of ['signs', 'goals', 'tasks']) {
    await page.goto(page.url().replace(/[^/]*$/, part))
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    // From before all handlers of a key to behind them.
    await page.evaluate(() => {
      window.longest = 0
      for (const event of ['keydown', 'input']) {
        addEventListener(event, () => (window.began = performance.now()), true)
        addEventListener(event, () => (window.longest = Math.max(window.longest, performance.now() - window.began)))
      }
    })
    await page.locator('.writing textarea').last().focus()
    await page.keyboard.type('Somebody sober is with them at night.', { delay: 30 })
    const longest = await page.evaluate(() => window.longest)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 })
    console.log(
      `${part}, five times as much, four times as slow: a key’s handlers took ${longest.toFixed(1)} ms at most (${await page.locator('.writing textarea').count()} texts on the page)`,
    )
  }
}
