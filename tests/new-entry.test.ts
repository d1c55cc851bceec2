/** Telling how it goes: three large buttons of one thing, and apart from them what else there is to tell. */
import { beforeEach, describe, expect, test } from 'vitest'
import { exportFamily } from '#app/domain/record/export'
import { bev, type CastMember, craig, kacper, kelly } from './cast'
import { comeIn } from './come-in'
import { served } from './served'
import { theOne, viewOf } from './speaking'
import { type TestWorld, testWorld } from './world'

let world: TestWorld
let site: Awaited<ReturnType<typeof served>>

beforeEach(async () => {
  world = await testWorld({ families: true })
  site = await served(world)
})

const lastOf = async ({ family }: CastMember) => (await exportFamily(world, family)).said?.checkIns?.at(-1)
const planOf = async (who: CastMember) => `/p/${(await viewOf(world, who)).id}`

describe('from one’s own part', () => {
  test.each([
    kelly,
    bev,
    craig,
  ])('$name gets to three large buttons for each task; of the rules they make sure of it is asked once', async (who) => {
    const browser = await comeIn(world, site, who)
    const plan = await planOf(who)
    const { commitments, rules } = await viewOf(world, who)
    const mine = commitments.filter((one) => one.mine)
    expect(mine.length).toBeGreaterThan(0)
    const page = await browser.get(`${plan}/mine`)
    const own = rules.filter(({ makesSure }) => makesSure.some(({ you }) => you))
    expect(page.html.match(/How is it going with the rules\?/g) ?? []).toHaveLength(own.length > 0 ? 1 : 0)
    expect(page.links).toContain(`${plan}/log/new`)
    for (const { id } of own) expect(page.links).not.toContain(`${plan}/log/new?about=${id}`)
    for (const { id } of mine) {
      const to = `${plan}/log/new?about=${id}`
      expect(page.links, id).toContain(to)
      const { html } = await browser.get(to)
      const first = html.match(/<form method="post" action="[^"]*log\/new".*?<\/form>/)?.[0] ?? ''
      expect([...first.matchAll(/<button[^>]*value="([^"]*)"/g)].map(([, how]) => how)).toEqual([
        'done',
        'partly',
        'cannot',
      ])
      expect(html.indexOf('will read this')).toBeLessThan(html.indexOf('value="done"'))
    }
    expect((await browser.get(`${plan}/mine/${theOne(mine[0]).id}`)).links).toContain(
      `${plan}/log/new?about=${theOne(mine[0]).id}`,
    )
  })

  test('one press of them is all there is to do', async () => {
    const browser = await comeIn(world, site, bev)
    const { commitments } = await viewOf(world, bev)
    const mine = theOne(commitments.find((one) => one.mine))
    const page = await browser.get(`${await planOf(bev)}/log/new?about=${mine.id}`)
    const thanks = await browser.send(page, /log\/new"/, { result: 'partly' })
    expect(thanks.html).toContain('It is saved.')
    expect(await lastOf(bev)).toMatchObject({ by: 'bev', about: 'A-C3', result: 'partly' })
  })
})

describe('“we used the plan”', () => {
  test('is said of the warning sign that showed', async () => {
    const browser = await comeIn(world, site, kelly)
    const { triggers, rules } = await viewOf(world, kelly)
    const typed = { result: 'plan-used', about: theOne(rules[0]).id, sign: theOne(triggers[1]).id }
    await browser.send(await browser.get(`${await planOf(kelly)}/log/new`), /log\/new"/, typed)
    expect(await lastOf(kelly)).toMatchObject({
      by: 'kelly',
      result: 'plan-used',
      about: expect.stringMatching(/^A-T/),
    })
  })

  test('a sign that was left chosen says nothing of good news', async () => {
    const browser = await comeIn(world, site, kelly)
    const { triggers } = await viewOf(world, kelly)
    const typed = { result: 'good-news', sign: theOne(triggers[0]).id }
    await browser.send(await browser.get(`${await planOf(kelly)}/log/new`), /log\/new"/, typed)
    expect(await lastOf(kelly)).toMatchObject({ result: 'good-news' })
    expect(await lastOf(kelly)).not.toHaveProperty('about')
  })

  test('comes back with every word when the sign is none of theirs', async () => {
    const browser = await comeIn(world, site, bev)
    const hers = (await viewOf(world, bev)).triggers.map(({ id }) => id)
    const other = theOne((await viewOf(world, kelly)).triggers.find(({ id }) => !hers.includes(id))).id
    const typed = { result: 'plan-used', sign: other, words: 'I knocked and went in.' }
    const back = await browser.send(await browser.get(`${await planOf(bev)}/log/new`), /log\/new"/, typed)
    expect(back.status).toBe(422)
    expect(back.html).toContain('I knocked and went in.')
    expect(back.html).toContain('href="#sign"')
  })
})

test('done, partly or couldn’t of nothing is no entry: it is asked of what, and stays chosen', async () => {
  const browser = await comeIn(world, site, kelly)
  const before = await lastOf(kelly)
  for (const result of ['done', 'partly', 'cannot']) {
    const page = await browser.get(`${await planOf(kelly)}/log/new`)
    const back = await browser.send(page, /name="result"/, { result, words: ' ' })
    expect(back.status).toBe(422)
    expect(back.html).toContain('What was it about? Choose it from the list, or write a few words.')
    expect(back.html).toMatch(new RegExp(`<input[^>]*value="${result}"[^>]*checked|checked=""[^>]*value="${result}"`))
  }
  expect(await lastOf(kelly)).toEqual(before)
  const page = await browser.get(`${await planOf(kelly)}/log/new`)
  await browser.send(page, /name="result"/, { result: 'partly', words: 'The shopping.' })
  expect(await lastOf(kelly)).toMatchObject({ result: 'partly', words: 'The shopping.' })
})

test('a call that was asked for is never called a worry', async () => {
  for (const who of [kelly, kacper]) {
    const browser = await comeIn(world, site, who)
    const plan = await planOf(who)
    const thanks = await browser.send(await browser.get(`${plan}/log/ring`), /log\/ring"/)
    const own = (await browser.get(`${plan}/log`)).html.match(/<article class="card mine">.*?<\/article>/)?.[0]
    for (const html of [thanks.html, own]) {
      expect(html).toMatch(/please ring me/i)
      expect(html).not.toMatch(/a worry|worries me|How did it go|What is it\?/)
    }
  }
})
