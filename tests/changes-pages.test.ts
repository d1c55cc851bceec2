/** What changed, on the pages people get, without script. */
import { desc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { said } from '#db/schema'
import * as cast from './cast'
import { comeIn, start } from './come-in'
import { publish, rule, task } from './new-version'
import type { Page } from './visit'

const bodyOf = ({ html }: Page) => html.replaceAll(/value="[^"]*"/g, '')
const planOf = (page: Page) => page.links.find((link) => /^\/p\/[\w-]+$/.test(link)) ?? ''

test('home says how much changed, the page says what, and once read home says nothing more', async () => {
  const { world, site } = await start()
  const [kelly, bev] = [await comeIn(world, site, cast.kelly), await comeIn(world, site, cast.bev)]
  const before = [await bev.get('/home'), await bev.get(planOf(await bev.get('/home')))].map(bodyOf)
  await publish(world, cast.marsh, rule('A-R4', 'The chain is on whenever the children are home.'))
  const home = await kelly.get('/home')
  expect(home.html).toContain('One thing in your plan changed')
  const plan = planOf(home)
  expect((await kelly.get(plan)).links).toContain(`${plan}/changes`)
  const changes = await kelly.get(`${plan}/changes`)
  expect(changes.html).toContain('New since you last looked')
  expect(changes.html).toContain('The chain is on the front door when Poppy is home.')
  expect(changes.html).toContain('The chain is on whenever the children are home.')
  expect((await kelly.get('/home')).html).not.toContain('in your plan changed')
  const again = await kelly.get(`${plan}/changes`)
  expect(again.html).toContain('Nothing is new since you last looked.')
  expect(again.html).toContain('The chain is on whenever the children are home.')
  // It is none of Bev’s: not a byte of hers is another.
  expect([await bev.get('/home'), await bev.get(plan)].map(bodyOf)).toEqual(before)
  const none = await bev.get(`${plan}/changes`)
  expect(none.html).toContain('Nothing has changed since you came in.')
  expect(none.html).not.toContain('chain')
})

test('a task that was answered is asked again with the words before, and the answer stays at the desk', async () => {
  const { world, site } = await start()
  const bev = await comeIn(world, site, cast.bev)
  await publish(world, cast.marsh, task('A-C3', { when: 'school days 08:10' }))
  const home = await bev.get('/home')
  expect(home.html).toContain('This changed. Is it still “Yes”?')
  expect(home.html).toContain('08:20')
  expect(home.html).not.toContain('in your plan changed')
  expect(home.html).not.toContain('waiting for your answer')
  const mine = await bev.get(`${planOf(home)}/mine`)
  expect(mine.html).toContain('This changed. Is it still “Yes”?')
  const saved = await bev.send(mine, 'value="yes"', { choice: 'yes' })
  expect(saved.path).toMatch(/saved$/)
  expect((await bev.get('/home')).html).not.toContain('Is it still')
})

test('an answer to words that were replaced while it was written is kept with those, and the new are shown', async () => {
  const { world, site } = await start()
  const bev = await comeIn(world, site, cast.bev)
  const mine = await bev.get(`${planOf(await bev.get('/home'))}/mine`)
  const form = await bev.get(mine.links.find((link) => /\/mine\/[\w-]{22}$/.test(link)) ?? '')
  await publish(world, cast.marsh, task('A-C3', { text: 'Look for the dinosaur and ring Toni.' }))
  const back = await bev.send(form, 'name="asked"', { choice: 'yes-but', words: 'Only when I am at home.' })
  expect(back.html).toContain('The words changed while you were writing.')
  expect(back.html).toContain('Only when I am at home.')
  expect(back.html).toContain('Look for the dinosaur. Knock if it is there.')
  expect(back.html).toContain('Look for the dinosaur and ring Toni.')
  const [row] = await world.db.read.select().from(said).where(eq(said.by, 'bev')).orderBy(desc(said.seq)).limit(1)
  expect(row?.textRead).toBe('Look for the dinosaur. Knock if it is there.\nschool days 08:20')
  const saved = await bev.send(back, 'name="asked"', { choice: 'yes', words: '' })
  expect(saved.path).toMatch(/saved$/)
  const forged = await bev.send(await bev.get(form.path), 'name="asked"', { choice: 'yes', asked: 'made-up' })
  expect(forged.status).toBe(409)
})
