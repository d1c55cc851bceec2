/** Words and pictures are said yes to one after another, and a young person reads nothing before. */
import { expect, test } from 'vitest'
import type { FamilyFile } from '#app/domain/plan/case-file'
import { exportFamily } from '#app/domain/record/export'
import { deskOf, familyUrl } from './at-the-desk'
import { agnieszka, bev, kacper, tomasz, wojcik } from './cast'
import { publish } from './new-version'
import { served } from './served'
import { signedIn } from './signed-in'
import { theOne } from './speaking'
import { visitor } from './visit'
import { testWorld } from './world'

const story = (ready: boolean, words: string) => (document: FamilyFile) => {
  const { frames } = theOne(document.plan.story)
  document.plan.story = { readyForChildren: ready, frames }
  theOne(frames[1]).text = words
}

test('a story goes from the worker to each parent in turn, and reaches a child only while every yes to these words stands', async () => {
  const world = await testWorld({ families: true })
  const site = await served(world)
  const family = { reference: wojcik.reference, worker: 'olu' }
  const open = async (who: typeof kacper) => {
    const { cookie, plan } = await signedIn(world, who)
    const browser = visitor(site)
    browser.cookies.set('__Host-session', cookie.split('=')[1] ?? '')
    return { browser, url: `${plan}/approve/all`, story: `${plan}/story` }
  }
  const [mother, father, child, stranger] = [
    await open(agnieszka),
    await open(tomasz),
    await open(kacper),
    await open(bev),
  ]
  // Nobody's visit ends for want of a touch.
  const told = async (...change: Parameters<typeof story>) => {
    await publish(world, family, story(...change))
    for (const { browser } of [mother, father, child, stranger]) await browser.get('/home')
  }
  const reads = async () => (await child.browser.get(child.story)).status
  const asked = async ({ browser, url }: typeof mother) => {
    const home = (await browser.get('/home')).html.includes('/approve/all"')
    return { home, page: (await browser.get(url)).status }
  }
  const waits = { home: true, page: 200 }
  const not = { home: false, page: 404 }

  // The words they said yes to with the file are others by now. Ready, says the worker: the mother is asked first.
  await told(false, 'Everybody at home is tired.')
  expect([await reads(), await asked(mother), await asked(father)]).toEqual([404, not, not])
  await told(true, 'Everybody at home is tired.')
  expect([await reads(), await asked(mother), await asked(father)]).toEqual([404, waits, not])
  expect([await asked(child), await asked(stranger)]).toEqual([not, not])
  expect((await child.browser.get('/home')).html).not.toContain('/story"')

  const form = await mother.browser.get(mother.url)
  expect(form.html.match(/Zmieniono od Twojej ostatniej odpowiedzi/g)).toHaveLength(1)
  await mother.browser.send(form, 'name="mark"', { view: 'yes' })
  expect([await reads(), (await asked(mother)).home, await asked(father)]).toEqual([404, false, waits])

  // A no keeps it shut, and the worker sees who still has to.
  const no = await father.browser.get(father.url)
  const saved = await father.browser.send(no, 'name="mark"', { view: 'no', words: 'Draw the dog.' })
  expect(saved.html).toMatch(/Dzieci jej nie przeczytają, dopóki nie powiesz[\s\S]*Draw the dog\./)
  expect(await reads()).toBe(404)
  const desk = await deskOf(world, 'olu', site)
  const answers = async () => (await desk.browser.get(`${await familyUrl(world, family)}/answers`)).html
  expect(await answers()).toMatch(
    /until every yes stands[\s\S]*Agnieszka[\s\S]*said yes[\s\S]*said no[\s\S]*Draw the dog\./,
  )
  expect((await desk.browser.get('/desk')).html).toMatch(/not yes to the story yet[\s\S]*Draw the dog\./)

  await father.browser.send(await father.browser.get(father.url), 'name="mark"', { view: 'yes' })
  expect(await reads()).toBe(200)
  expect(await answers()).toContain('The children may read it.')

  // Other words ask again, and are not read before. What was sent about the old ones says nothing of these.
  const old = await mother.browser.get(mother.url)
  await told(true, 'Mama is very sad.')
  expect([await reads(), await asked(mother), (await asked(father)).home]).toEqual([404, waits, false])
  expect((await mother.browser.send(old, 'name="mark"', { view: 'yes' })).html).toContain('role="alert"')
  expect(await reads()).toBe(404)

  expect((await exportFamily(world, wojcik.reference)).said?.approvals).toMatchObject([
    ...[{}, {}, {}],
    { by: 'agnieszka', about: 'story', view: 'yes' },
    { by: 'tomasz', view: 'no', words: 'Draw the dog.' },
    { by: 'tomasz', view: 'yes' },
  ])
}, 60_000)
