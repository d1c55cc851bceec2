/** Two workers write on one draft while the portal is killed under them, again and again, and answers get lost. */
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { createClient } from '@libsql/client'
import { expect, test } from 'vitest'
import { openDraftOf } from '#app/domain/council/open-draft'
import { itemsIn } from '#app/domain/plan/draft/loose'
import { draftChanges } from '#db/schema'
import { buildIfNeeded } from '../app/cli/start.mjs'
import { familyUrl, MAIN } from './at-the-desk'
import * as cast from './cast'
import { familyIdOf, publicIdOf } from './desk-world'
import { figure, times } from './long'
import { portalProcess } from './portal-process'
import { siteAt } from './served'
import { type Visitor, visitor } from './visit'
import { seededRandom, testWorld } from './world'

const ROUNDS = times(4, 200)
/** Fields both write in, and one each of their own. */
const RULES = ['A-R1', 'A-R2', 'A-R3', 'A-R4', 'A-R5']

/** A worker’s browser with the script’s way of saving: sent again with the same names until it is answered. */
type Worker = {
  name: string
  browser: Visitor
  base: Map<string, string>
  waiting: object[]
  said: string[]
  seen: number
}

test('what two workers wrote in a draft stands in it or beside it, whenever the portal was killed', async () => {
  buildIfNeeded(true)
  const w = await testWorld({ families: true })
  const familyId = await familyIdOf(w, cast.marsh)
  const url = `${await familyUrl(w, cast.marsh)}/plan`
  const ids = await Promise.all(RULES.map((rule) => publicIdOf(w, familyId, rule)))
  const random = seededRandom(`killed ${times(1, Date.now())}`)
  const chance = (below: number) => random(4).readUInt32BE() % below
  const workers: Worker[] = []
  let [sent, lost] = [0, 0]

  for (let round = 0; round < ROUNDS; round++) {
    const { child, ready } = portalProcess(w, 'http://127.0.0.1:9')
    const site = siteAt(await ready)
    for (const [at, name] of ['priya', 'joan'].entries()) {
      const browser = visitor(site)
      await browser.send(await browser.get('/desk/sign-in'), `value="${name}"`, { staff: name })
      const begin = await browser.get(`${url}/edit`)
      if (begin.path.endsWith('/edit')) await browser.send(begin, MAIN)
      workers[at] = { ...(workers[at] ?? { name, base: new Map(), waiting: [], said: [], seen: 0 }), browser }
    }
    const write = async (worker: Worker, n: number) => {
      const page = await worker.browser.get(`${url}/edit/goals`)
      const [, ticket = ''] = page.html.match(/data-ticket="([^"]+)"/) ?? []
      const rule = chance(RULES.length)
      const name = `${ids[rule]}.text`
      const [, stands = ''] = page.html.match(new RegExp(`name="${name}"[^>]*>([^<]*)<`)) ?? []
      // What was not answered is sent again before anything else.
      if (worker.waiting.length === 0) {
        const text = `${worker.name} ${round} ${n}`
        const from = chance(3) === 0 ? (worker.base.get(name) ?? stands) : stands
        worker.waiting = [
          { id: `${worker.name}-${round}-${n}`, do: 'set', item: ids[rule], field: 'text', from: [from], to: [text] },
        ]
        worker.said.push(text)
        worker.base.set(name, text)
      }
      sent++
      const answer = await worker.browser.ask(`${url}/save`, 'POST', {
        ticket,
        seen: '0',
        changes: JSON.stringify(worker.waiting),
      })
      if (answer.status !== 200) throw new Error(`Saving: ${answer.status}`)
      // One answer in four gets lost.
      if (chance(4) > 0) worker.waiting = []
      else lost++
    }
    const both = Promise.allSettled(
      workers.map(async (worker) => {
        for (let n = 0; n < 12; n++) await write(worker, n)
      }),
    )
    await wait(100 + chance(700))
    child.kill('SIGKILL')
    await once(child, 'exit')
    await both
  }
  // Whoever had not been answered sends again once it is back.
  const { child, ready } = portalProcess(w, 'http://127.0.0.1:9')
  const site = siteAt(await ready)
  for (const worker of workers.filter(({ waiting }) => waiting.length > 0)) {
    const browser = visitor(site)
    await browser.send(await browser.get('/desk/sign-in'), `value="${worker.name}"`, { staff: worker.name })
    const [, ticket = ''] = (await browser.get(`${url}/edit/goals`)).html.match(/data-ticket="([^"]+)"/) ?? []
    const again = await browser.ask(`${url}/save`, 'POST', {
      ticket,
      seen: '0',
      changes: JSON.stringify(worker.waiting),
    })
    expect(again.status).toBe(200)
  }
  child.kill('SIGTERM')
  await once(child, 'exit')

  const draft = await openDraftOf(w, familyId)
  const rows = await w.db.read.select().from(draftChanges)
  const items = itemsIn(draft?.writing.document ?? { id: '' })
  const shown = RULES.map((rule) => items.get(rule)?.item.text)
  const beside = (draft?.writing.beside ?? []).map(({ words }) => words)
  // Words that were written over by who had read them, in the document or beside it: a later change began from them.
  const over = rows.map(({ before }) => before)
  const texts = workers.flatMap(({ said }) => said)
  const nowhere = texts.filter((text) => ![...shown, ...beside].includes(text) && !over.includes(text))
  const unread = rows.filter(({ after }) => after === null)
  figure(`killed ${ROUNDS} times under two editors`, {
    sent,
    'answers lost': lost,
    texts: texts.length,
    beside: beside.length,
    nowhere: nowhere.length,
  })
  expect(texts.length).toBeGreaterThan(ROUNDS)
  expect([nowhere, unread]).toEqual([[], []])
  const ofOneOnly = new Set(rows.map(({ changeId }) => changeId))
  expect(ofOneOnly.size).toBe(rows.length)
  const checker = createClient({ url: `file:${w.file}` })
  expect((await checker.execute('pragma integrity_check')).rows[0]?.integrity_check).toBe('ok')
  checker.close()
}, 3_600_000)
