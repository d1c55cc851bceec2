/** Agreeing in one's own words: the whole plan, a worry, a sentence that is wrong; kept, owed an answer, asked anew. */
import { expect, test } from 'vitest'
import { exportFamily } from '#app/domain/record/export'
import { deskOf, familyUrl } from './at-the-desk'
import { craig, danny, kacper, kelly } from './cast'
import { publish, rule } from './new-version'
import { served } from './served'
import { signedIn } from './signed-in'
import { theOne } from './speaking'
import { visitor } from './visit'
import { testWorld } from './world'

test('what somebody does not agree with is saved, read by whom they chose, owed an answer at the desk, and asked anew once the words are others', async () => {
  const world = await testWorld({ families: true })
  const site = await served(world)
  const { cookie, plan } = await signedIn(world, kelly)
  const browser = visitor(site)
  browser.cookies.set('__Host-session', cookie.split('=')[1] ?? '')
  const list = await browser.get(`${plan}/agree`)
  expect(list.html).toContain('Saying no does not stop the plan')

  // The whole plan, a worry, a rule.
  const whole = await browser.get(`${plan}/agree/plan`)
  expect(whole.html).toContain('Danny, Nan, Toni and Priya')
  // A "no" is for the worker unless she ticks more.
  expect(whole.html).not.toMatch(/name="sharedWith"[^>]*checked|checked[^>]*name="sharedWith"/)
  expect(whole.html).toContain('If you choose nothing, only Priya')
  const sent = await browser.send(whole, 'name="view"', { view: 'refuse', words: 'Too many rules.' })
  expect(sent.html).toMatch(/I do not agree with the plan\.[\s\S]*Too many rules\./)
  const worry = list.links.find((href) => /agree\/[\w-]{22}$/.test(href)) ?? ''
  await browser.send(await browser.get(worry), 'name="view"', { view: 'agree', words: 'True.', sharedWith: 'worker' })
  const text = 'A sober grown-up is always in charge of Alfie and Poppy.'
  const [, wrongUrl = ''] = list.html.match(new RegExp(`<p>${text}</p><p class="go"><a href="([^"]+)"`)) ?? []
  const wrong = await browser.get(wrongUrl)
  // Nothing written is nothing said; what was typed against words that are others by now comes back.
  expect((await browser.send(wrong, 'name="mark"')).html).toContain('Please write something first.')
  const saved = await browser.send(wrong, 'name="mark"', { words: 'Not when they are at school.', sharedWith: 'inner' })
  expect(saved.path).toMatch(/\/saved$/)

  // Whoever did not write it says so, and the worker reads that first.
  const denied = await browser.get(saved.links.find((href) => href.includes('/not-mine/')) ?? '')
  expect(denied.html).toContain('Not when they are at school.')

  // Others read what they may; whoever sees only their own items is not asked for the whole; a child is asked nothing.
  const phones = new Map<string, Awaited<ReturnType<typeof signedIn>>>()
  for (const who of [danny, craig, kacper]) phones.set(who.id, await signedIn(world, who))
  const page = async (who: typeof kelly, path: string) => {
    const one = theOne(phones.get(who.id))
    return site.ask(one.plan + path, { headers: { Cookie: one.cookie } })
  }
  expect((await page(danny, '/agree/plan')).body).not.toContain('Too many rules.')
  const dannys = (await page(danny, wrongUrl.slice(plan.length))).body
  expect(dannys).toContain('Not when they are at school.')
  expect((await page(danny, worry.slice(plan.length))).body).not.toContain('True.')
  expect((await page(craig, '/agree')).body).not.toContain('Do you agree with this plan?')
  expect((await page(craig, '/agree/plan')).status).toBe(404)
  expect((await page(kacper, '/agree')).status).toBe(404)

  // At the desk it waits to be read, then for its answer.
  const desk = await deskOf(world, 'priya', site)
  const today = () => desk.browser.get('/desk')
  expect((await today()).html).toContain('Not when they are at school.')
  expect((await today()).html).not.toContain('wait for your answer')
  await desk.browser.send(await today(), 'action="/desk/seen"')
  const owed = (await today()).html
  expect(owed).toMatch(
    /wait for your answer[\s\S]*Too many rules\.[\s\S]*Not when they are at school\.[\s\S]*plan\/edit\?item=/,
  )
  const family = await familyUrl(world, { reference: kelly.family })
  expect((await desk.browser.get(`${family}/plan`)).html).toMatch(
    /Who agrees, and who does not[\s\S]*Priya[\s\S]*Manager[\s\S]*Too many rules/,
  )

  // A reply reaches her and pays the debt of one; new words pay the other, and ask her anew.
  const reply = owed.match(/Too many rules[\s\S]*?(\/desk\/log\/[\w-]{22}\/reply)/)?.[1] ?? ''
  await desk.browser.send(await desk.browser.get(reply), 'name="words"', { words: 'Let us look at them together.' })
  expect((await browser.get(`${plan}/agree`)).html).toContain('Let us look at them together.')
  expect((await today()).html).toMatch(/wait for your answer/)
  const old = await browser.get(wrongUrl)
  await publish(world, { reference: kelly.family, worker: 'priya' }, rule('A-R1', 'A sober grown-up is in charge.'))
  expect((await today()).html).not.toContain('wait for your answer')
  const after = (await browser.get(`${plan}/agree`)).html
  expect(after).toMatch(/What do you think now\?[\s\S]*I agree\.(?![\s\S]*What do you think now\?)/)
  expect(after).toMatch(/Not when they are at school[\s\S]*The words have been changed since then\./)
  const late = await browser.send(old, 'name="mark"', { words: 'Still wrong.' })
  expect(late.html).toMatch(/words have changed while this page was open[\s\S]*Still wrong\./)

  expect((await exportFamily(world, kelly.family)).said).toMatchObject({
    agreements: [{ by: 'kelly', as: 'family', view: 'refuse', words: 'Too many rules.' }],
    positions: expect.arrayContaining([expect.objectContaining({ view: 'wrong', about: 'A-R1' })]),
  })
}, 60_000)
