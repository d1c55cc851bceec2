/** The desk's pages of a plan's versions, without script. */
import { expect, test } from 'vitest'
import { deskOf, familyUrl } from './at-the-desk'
import * as cast from './cast'
import { start } from './come-in'
import { publish, rule, task } from './new-version'

test('every version with who made it and its hands; any two side by side; one made the draft again, once', async () => {
  const { world, site } = await start()
  await publish(world, cast.marsh, rule('A-R3', 'There is no alcohol in the house.'))
  await publish(world, cast.marsh, rule('A-R3', 'No alcohol.'), task('A-C5', { person: 'danny' }))
  const { browser } = await deskOf(world, 'priya', site)
  const family = await familyUrl(world, cast.marsh)
  expect((await browser.get(`${family}/plan`)).links).toContain(`${family}/versions`)
  const list = await browser.get(`${family}/versions`)
  expect(list.html).toContain('Version 3')
  expect(list.html).toContain('Endorsed by Joan Petrie')
  expect(list.links).toContain(`${family}/versions/1/2`)
  const two = await browser.get(`${family}/versions?a=1&b=3`)
  expect(two.path).toBe(`${family}/versions/1/3`)
  expect(two.html).toContain('From version 1 to version 3')
  const next = await browser.get(`${family}/versions/1/2`)
  expect(next.html).toContain('<del>flat</del><ins>house</ins>')
  for (const none of ['1/1', '1/9', 'x/y']) expect((await browser.get(`${family}/versions/${none}`)).status).toBe(404)
  const page = await browser.get(`${family}/versions/1/restore`)
  const plan = await browser.send(page, 'name="ticket"')
  expect(plan.path).toBe(`${family}/plan`)
  expect(plan.links).toContain(`${family}/ask`)
  const again = await browser.send(page, 'name="ticket"')
  expect(again.path).toBe(`${family}/plan`)
  expect((await browser.get(`${family}/versions`)).html).toContain('Version 4')
  expect((await browser.get(`${family}/versions`)).html).not.toContain('Version 5')
  const warned = await browser.get(`${family}/versions/2/restore`)
  expect(warned.html).toContain('It takes the place of the draft that Priya Nair made')
})

test('the answer that was given stands at the desk, with the words it was given to', async () => {
  const { world, site } = await start()
  await publish(world, cast.marsh, task('A-C5', { text: 'Go to the Tuesday recovery group.' }))
  const { browser } = await deskOf(world, 'priya', site)
  const board = await browser.get(`${await familyUrl(world, cast.marsh)}/answers`)
  expect(board.html).toContain('To the words before: Go to the Monday recovery group., Mondays 10:00')
  expect(board.html).toContain('It helps.')
})
