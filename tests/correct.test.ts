/** One press on the home page, made by mistake: another in its place, and nothing is lost. */
import { expect, test } from 'vitest'
import { said } from '#db/schema'
import { deskOf } from './at-the-desk'
import { bev, kelly } from './cast'
import { comeIn, start } from './come-in'

const words = (html: string) => html.replace(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' ').replace(/\s+/g, ' ')

async function pressed() {
  const { world, site } = await start({ at: '2026-11-23T10:06:00Z' })
  const browser = await comeIn(world, site, kelly, { phone: 'mine' })
  const home = await browser.get('/home')
  expect(words(home.html)).toContain('My part today Priya reads this.')
  const after = await browser.send(home, 'name="from"', { result: 'cannot' })
  expect(words(after.html)).toContain('Couldn’t, saved 10:06am. Priya has not read it yet.')
  const onDesk = async () => words((await deskOf(world, 'priya', site)).today.html)
  const entries = async () =>
    (await world.db.read.select().from(said)).flatMap(({ by, versionId, entry }) =>
      by === 'kelly' && versionId && 'result' in entry ? entry : [],
    )
  return { world, site, browser, after, onDesk, entries }
}

test('can be changed at once: home says the last, the record keeps both, the worker has the last to read with the first beside it', async () => {
  const { browser, after, onDesk, entries } = await pressed()
  expect(words(after.html)).toContain('Pressed by mistake? Change it')
  const changed = await browser.send(after, 'name="corrects"', { result: 'done' })
  expect(changed.path).toBe('/home')
  expect(words(changed.html)).toContain('Done, saved 10:06am.')
  expect(words(changed.html)).not.toContain('Couldn’t, saved')
  const [first, second] = await entries()
  expect([first?.result, second?.result, second?.corrects]).toEqual(['cannot', 'done', first?.id])
  expect(await onDesk()).toMatch(/Kelly .{0,30}done \(changed from: could not\)/)
  expect(await onDesk()).not.toMatch(/Kelly [^.]{0,20}could not/)
  const log = await browser.get(`${changed.html.match(/\/p\/[\w-]+/)?.[0]}/log`)
  expect(log.html).toMatch(/<s[^>]*>could not<\/s>/)
})

test('is new to read where the worker had read the first already', async () => {
  const { world, site, browser, onDesk } = await pressed()
  const { browser: priya, today } = await deskOf(world, 'priya', site)
  const [, id] = (await browser.get('/home')).html.match(/name="corrects" value="([^"]+)"/) ?? []
  await priya.send(today, `log/${id}/seen"`)
  expect(await onDesk()).not.toMatch(/could not Go to the Monday/)
  await browser.send(await browser.get('/home'), 'name="corrects"', { result: 'partly' })
  expect(await onDesk()).toContain('partly done (changed from: could not)')
})

test('after ten minutes stands as it is; a press that comes later, or is another’s, is an entry of its own beside it', async () => {
  const { world, site, browser, after, entries } = await pressed()
  const [, corrects = ''] = after.html.match(/name="corrects" value="([^"]+)"/) ?? []
  const hers = await comeIn(world, site, bev, { phone: 'mine' })
  await hers.send(await hers.get('/home'), 'name="from"', { result: 'done', corrects })
  world.clock.forward({ minutes: 11 })
  const late = await browser.get('/home')
  expect(words(late.html)).not.toContain('Pressed by mistake?')
  await browser.send(after, 'name="corrects"', { result: 'done' })
  expect((await entries()).map(({ result, corrects }) => [result, corrects])).toEqual([
    ['cannot', undefined],
    ['done', undefined],
  ])
  const all = (await world.db.read.select().from(said)).map(({ entry }) => entry)
  expect(all.filter((entry) => 'corrects' in entry)).toEqual([])
})

test('turns nothing into good news, and never a worry into anything: whoever holds the phone could', async () => {
  const { browser, after, entries } = await pressed()
  await browser.send(after, 'name="corrects"', { result: 'good-news' })
  expect((await entries()).map(({ result, corrects }) => [result, corrects])).toEqual([
    ['cannot', undefined],
    ['good-news', undefined],
  ])
})
