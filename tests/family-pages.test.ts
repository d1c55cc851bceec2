/** What a family's pages say to the one person who holds the phone, and to nobody else. */
import { expect, test } from 'vitest'
import { kacper, kelly, toni } from './cast'
import { comeIn, giveWord, pressLink, sentTo, start } from './come-in'
import { visitor } from './visit'

const words = (html: string) => html.replace(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const main = (html: string) => html.match(/<main[\s\S]*<\/main>/)?.[0] ?? ''

test('the welcome says of whom the plan has ring somebody, in words that tell no worry, with the face of every later page', async () => {
  const { world, site } = await start()
  const { browser, page } = await giveWord(world, site, toni)
  expect(words(page.html)).toMatch(/Kelly (Marsh )?.{0,40}In the plan, Kelly rings or texts you\./)
  expect(words(page.html).match(/rings or texts you/g)).toHaveLength(1)
  const face = /class="face f\d" aria-hidden="true">([^<]+)<\/span><(?:p|div)[^>]*>\s*<b>[^<]*Kelly/
  const asked = page.html.match(face)?.[1]
  await browser.send(page, 'name="phone"', { phone: 'mine' })
  const home = await browser.get('/home')
  expect(asked).toBeTruthy()
  expect(home.html.match(face)?.[1]).toBe(asked)
})

test('a child who has nobody’s number is told whom to ask to ring them', async () => {
  const { world, site } = await start()
  const browser = await comeIn(world, site, kacper)
  const home = await browser.get('/home')
  const plan = home.html.match(/\/p\/[\w-]+/)?.[0] ?? ''
  for (const page of [plan, `${plan}/now`]) {
    const { html } = await browser.get(page)
    expect(words(html)).toContain('You do not have everyone’s number here. Ask Gareth to ring for you.')
    expect(words(html).match(/Ring Gareth/g)).toHaveLength(1)
  }
})

test('at night the worker’s line is the duty team’s, and by day it is theirs', async () => {
  const { world, site } = await start({ at: '2026-11-23T10:00:00Z' })
  const browser = await comeIn(world, site, kelly)
  const ring = async () => words((await browser.get('/home')).html).match(/Who to ring(.*)Next time/)?.[1] ?? ''
  expect(await ring()).toContain('Ring Priya')
  world.clock.set('2026-11-23T21:30:00Z')
  const again = await comeIn(world, site, toni)
  const night = words((await again.get('/home')).html)
  expect(night).toContain('Ring the Emergency Duty Team')
  expect(night).not.toContain('Ring Priya')
})

test('of the rules somebody makes sure of it is asked once how it goes', async () => {
  const { world, site } = await start()
  const browser = await comeIn(world, site, kelly)
  const mine = await browser.get('/home')
  const page = await browser.get(`${mine.html.match(/\/p\/[\w-]+/)?.[0]}/mine`)
  expect(words(page.html).match(/How is it going with the rules\?/g)).toHaveLength(1)
  const rules = main(page.html).split('Our rules')[1] ?? ''
  expect(rules).not.toContain('Say how it went')
})

test('before coming in there is Help and Exit, and each language is as loud; whoever is in needs no link', async () => {
  const { world, site } = await start()
  const link = await visitor(site).get(`/l/${await sentTo(world, toni)}`)
  expect(main(link.html).match(/<button class="btn" lang="(\w+)"/g)).toHaveLength(3)
  expect(words(main(link.html))).toContain('Not for you? ')
  const { page } = await pressLink(world, site, kelly)
  const bar = page.html.match(/<nav class="bar"[\s\S]*?<\/nav>/)?.[0] ?? ''
  expect([...bar.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual(['/help', '/exit'])
  const browser = await comeIn(world, site, kelly)
  expect((await browser.get('/')).path).toBe('/home')
})
