/** From every page there is a way back: to the page it belongs to, or to where everyone lands. */
import { expect, test } from 'vitest'
import { deskOf, familyUrl, MAIN } from './at-the-desk'
import * as cast from './cast'
import { comeIn, start } from './come-in'
import { crawl } from './crawl'
import type { Page, Visitor } from './visit'

const bare = (address: string) => address.split(/[?#]/)[0] ?? ''

/** The nearest page above this one, of those there are. */
function above(path: string, all: Set<string>): string | undefined {
  const parts = path.split('/')
  const prefixes = parts.map((_, at) => parts.slice(0, parts.length - at - 1).join('/'))
  return prefixes.find((prefix) => all.has(prefix))
}

function deadEnds(pages: [string, Page][], top: string): string[] {
  const all = new Set(pages.map(([path]) => bare(path)))
  return pages
    .filter(([path, page]) => page.status === 200 && page.html.includes('<main') && bare(path) !== top)
    .filter(([path, { links }]) => {
      const back = links.map(bare)
      return !back.includes(top) || !back.includes(above(bare(path), all) ?? top)
    })
    .map(([path]) => path)
}

test.each([cast.kelly, cast.bev, cast.craig, cast.kacper])('for $name', async (who) => {
  const { world, site } = await start()
  const browser = await comeIn(world, site, who)
  // The plan is one of several places home leads to; its own address is above the others in name alone.
  const pages = [...(await crawl(browser, ['/home', '/me/kept']))].filter(([path]) => !/^\/p\/[^/]+$/.test(path))
  expect(pages.length).toBeGreaterThan(10)
  expect(deadEnds(pages, '/home')).toEqual([])
})

test('for a worker and a manager, from a line of the log to the family’s other lines too', async () => {
  const { world, site } = await start()
  for (const staffId of ['tom', 'joan']) {
    const { browser } = await deskOf(world, staffId, site)
    const pages = [...(await deskCrawl(browser))]
    expect(pages.length).toBeGreaterThan(10)
    expect(deadEnds(pages, '/desk')).toEqual([])
    const entries = pages.filter(([path]) => path.startsWith('/desk/log/'))
    expect(entries.length).toBeGreaterThan(0)
    for (const [path, { links }] of entries)
      expect(links.map(bare), path).toContainEqual(expect.stringMatching(/^\/desk\/families\/[\w-]+\/log$/))
  }
})

/** One page of each kind a family has is enough: the others have the same views. */
async function deskCrawl(browser: Visitor): Promise<Map<string, Page>> {
  const pages = new Map<string, Page>()
  const kinds = new Map<string, number>()
  const todo = ['/desk', '/desk/families', '/desk/texts']
  for (let path = todo.shift(); path !== undefined; path = todo.shift()) {
    const address = path.split('#')[0] ?? ''
    const kind = bare(address).replace(/[\w-]{22}/g, ':id')
    const seen = kinds.get(kind) ?? 0
    if (!address.startsWith('/desk') || pages.has(address) || seen > 2) continue
    kinds.set(kind, seen + 1)
    const page = await browser.get(address)
    pages.set(address, page)
    todo.push(...page.links)
    // The addresses behind buttons are pages too.
    if (/^\/desk\/log\/[\w-]+\/reply$/.test(bare(address)))
      for (const act of ['seen', 'call']) todo.push(bare(address).replace('reply', act))
  }
  return pages
}

test('how somebody is reached says each thing that is wrong in a sentence of its own, and that it is saved', async () => {
  const { world, site } = await start()
  const { browser } = await deskOf(world, 'tom', site)
  const people = await browser.get(`${await familyUrl(world, cast.harker)}/people`)
  const link = people.links.filter((one) => one.endsWith('/reach'))[0] ?? ''
  const page = await browser.get(link)
  const wrong = await browser.send(page, MAIN, { days: '', from: 'after tea', to: '' })
  expect(wrong.status).toBe(422)
  for (const sentence of ['Write both times, from and to.', 'One of the times is not a time we can read.'])
    expect(wrong.html).toContain(sentence)
  const saved = await browser.send(wrong, MAIN, { days: 'MO', from: '9:30', to: '7pm' })
  expect(saved.path).toContain('/people?saved=')
  expect(saved.html).toMatch(/<p role="status"><b>Saved\.<\/b><\/p>/)
  expect(saved.html.match(/role="status"/g)).toHaveLength(1)
  expect(saved.html).toContain('09:30 to 19:00')
  expect((await browser.get(`${people.path}?saved=nobody`)).html).not.toContain('Saved.')
})

test('safe times may be several and go on after midnight, and stay when the form is sent as it comes', async () => {
  const { world, site } = await start()
  const { browser } = await deskOf(world, 'tom', site)
  const people = await browser.get(`${await familyUrl(world, cast.harker)}/people`)
  const link = people.links.filter((one) => one.endsWith('/reach'))[0] ?? ''
  const first = { days: 'MO', from: '9:30', to: '14:30' }
  const night = { 'days-2': 'SA', 'from-2': '22:00', 'to-2': '02:00' }
  const wrong = await browser.send(await browser.get(link), MAIN, { ...first, ...night })
  expect(wrong.html).toContain('If it goes on after midnight, tick that too.')
  const saved = await browser.send(wrong, MAIN, { ...first, ...night, 'night-2': 'yes' })
  const times = 'Mon, 09:30 to 14:30; Sat, 22:00 to 02:00 the next day'
  expect(saved.html).toContain(times)
  const again = await browser.get(link)
  expect(again.html).toContain('name="days-3"')
  expect((await browser.send(again, MAIN, {})).html).toContain(times)
})
