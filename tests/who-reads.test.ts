/** Before anything is sent: who will read it, by name, and never a name its writer may not know. */
import { expect, test } from 'vitest'
import { readersFor } from '#app/domain/access/who-reads-it'
import type { SaidKind } from '#app/domain/plan/case-file'
import { answerFrom } from '#app/domain/said/answers'
import { checkInFrom } from '#app/domain/said/from-form'
import { scoreFrom } from '#app/domain/said/scores'
import { narrowings } from '#db/schema'
import { type CastMember, craig, kacper, kelly, steve } from './cast'
import { comeIn, start } from './come-in'
import { personOf } from './coming-in'
import { served } from './served'
import { signedIn } from './signed-in'
import { theOne, viewOf } from './speaking'
import { type TestWorld, testWorld } from './world'

const readers = async (world: TestWorld, who: CastMember, kind: SaidKind) =>
  Object.fromEntries(
    (await readersFor(world, await viewOf(world, who), kind)).map(({ sharedWith, names }) => [sharedWith, names]),
  )

test('each audience is the people it reaches, of those in the writer’s own view', async () => {
  const world = await testWorld({ families: true })
  expect(await readers(world, kelly, 'checkIns')).toEqual({
    worker: [],
    inner: ['Danny', 'Nan', 'Toni'],
    network: ['Danny', 'Nan', 'Toni', 'Bev'],
  })
  expect(await readers(world, kacper, 'checkIns')).toEqual({ worker: [] })
})

test('whoever sees only their own items is offered the worker alone, and a form that asks for more gets that', async () => {
  const world = await testWorld({ families: true })
  const site = await served(world)
  for (const who of [craig, steve]) {
    for (const kind of ['checkIns', 'answers', 'scores', 'positions'] as const) {
      expect(await readers(world, who, kind), `${who.id} ${kind}`).toEqual({ worker: [] })
    }
    const { cookie, plan } = await signedIn(world, who)
    const view = await viewOf(world, who)
    const typed = { sharedWith: 'inner', choice: 'yes', value: '5', result: 'done', words: 'Went.' }
    for (const form of [answerFrom(typed, view), scoreFrom(typed, view), checkInFrom(typed, view, world.now())]) {
      expect(form).toMatchObject({ sharedWith: 'worker' })
    }
    const item = theOne(view.commitments.find(({ mine }) => mine)).id
    for (const path of ['/log/new', `/mine/${item}`, ...(who === craig ? ['/scale'] : [])]) {
      const { body } = await site.ask(plan + path, { headers: { Cookie: cookie } })
      expect(body, path).not.toContain('sharedWith')
      expect(body, path).not.toMatch(/Leanne and Tom/)
    }
  }
})

test('whoever is shut to the writer since is not named', async () => {
  const world = await testWorld({ families: true })
  const { familyId } = await personOf(world, kelly)
  const row = { familyId, itemId: 'toni', shutTo: 'kelly', at: '2026-11-23T10:00:00.000Z', by: 'priya' }
  await world.db.write((db) => [db.insert(narrowings).values(row)])
  expect((await readers(world, kelly, 'checkIns')).inner).toEqual(['Danny', 'Nan'])
})

test('the form and the card say so', async () => {
  const world = await testWorld({ families: true })
  const site = await served(world)
  const { cookie, plan } = await signedIn(world, kelly)
  const page = async (path: string) => (await site.ask(plan + path, { headers: { Cookie: cookie } })).body
  expect(await page('/log/new')).toContain('Danny, Nan, Toni and Priya')
  expect(await page('/log/new')).not.toContain('know everything')
})

test('what was saved says so by the same names', async () => {
  const { world, site } = await start()
  const browser = await comeIn(world, site, kelly)
  const plan = (await browser.get('/home')).html.match(/\/p\/[\w-]{22}/)?.[0] ?? ''
  const everyone = 'Who may read it Danny, Nan, Toni and Priya'
  const good = { result: 'good-news', words: 'A quiet week.', sharedWith: 'inner' }
  const saved = await browser.send(await browser.get(`${plan}/log/new`), /log\/new"/, good)
  expect(textOf(saved.html)).toContain(everyone)
  // Nothing "went" here: it is not asked how.
  expect(textOf(saved.html)).toMatch(/What is it\? Good news/)
  expect(textOf(saved.html)).not.toContain('How did it go?')
  const item = (await browser.get(`${plan}/mine`)).html.match(/\/mine\/[\w-]{22}/)?.[0] ?? ''
  const answer = await browser.send(await browser.get(plan + item), /mine\//, { choice: 'yes' })
  expect(textOf(answer.html)).toContain('Who may read your words Danny, Nan, Toni and Priya')
  const score = await browser.send(await browser.get(`${plan}/scale`), /scale\//, { value: '5', sharedWith: 'worker' })
  expect(textOf(score.html)).toMatch(/Who may read [a-z ]+ Only Priya and the team at the council/)
})

const textOf = (html: string) => html.replace(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' ').replace(/\s+/g, ' ')
