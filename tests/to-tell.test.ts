/** Whoever has no sign-in is told of a change by somebody: they stand on the desk until that is written down. */
import { expect, test } from 'vitest'
import { familiesOf } from '#app/domain/council/families'
import { deskOf as deskFor } from '#app/domain/desk/desk'
import { toTellOf } from '#app/domain/desk/to-tell'
import { told } from '#db/schema'
import { deskOf, follow } from './at-the-desk'
import * as cast from './cast'
import { start } from './come-in'
import { publish, rule, task } from './new-version'
import { signedIn } from './signed-in'
import { theOne } from './speaking'
import { type TestWorld, testWorld } from './world'

const onDesk = async (world: TestWorld, staffId = 'priya') =>
  (await deskFor(world, staffId)).toTell.map(({ person, changes, gone }) => [
    person.name,
    ...changes.map(({ kind, rule }) => (rule ? `rule ${rule}` : kind)),
    ...gone.map(({ kind }) => `no more: ${kind}`),
  ])

test('Sheila, who has a landline, stands there with rule 5; who has joined reads it, and who is not touched is not there', async () => {
  const world = await testWorld({ families: true })
  for (const who of [cast.kelly, cast.danny, cast.toni, cast.bev]) await signedIn(world, who)
  expect(await onDesk(world)).toEqual([])
  await publish(world, cast.marsh, rule('A-R5', 'Nan rings at 8 o’clock every night.'))
  expect(await onDesk(world)).toEqual([['Nan', 'rule 5']])
  expect(await onDesk(world, 'tom')).toEqual([])
  // The teacher has no view: she is told of what names her alone.
  await publish(world, cast.marsh, ({ plan }) => {
    plan.rules.push({ id: 'A-R9', text: 'Ms Orr looks out for Alfie.', makesSure: ['ms_orr'] })
    plan.rules = plan.rules.filter(({ id }) => id !== 'A-R6')
  })
  expect(await onDesk(world)).toEqual([
    ['Nan', 'rule 6', 'no more: rule'],
    ['Ms Orr', 'rule 6'],
  ])
})

test('nobody who left, said no or must not be told; and nothing that was shut to them', async () => {
  const world = await testWorld({ families: true })
  for (const who of [cast.leanne, cast.ruth]) await signedIn(world, who)
  await publish(world, cast.harker, rule('B-R3', 'Dad sees the children on Sundays.'), ({ plan }) => {
    theOne(plan.rules.find(({ id }) => id === 'B-R4')).hiddenFrom = ['craigs-side']
  })
  const lines = await onDesk(world, 'tom')
  expect(lines.map(([name]) => name)).not.toContain('Brenda')
  expect(lines.find(([name]) => name === 'Craig')).toEqual(['Craig', 'rule 1'])
  // Of the rule that was shut to Steve nobody is asked to speak to him.
  expect(lines.find(([name]) => name === 'Steve')).toEqual(['Steve', 'rule 1'])
})

test('ticked with who, how and when they are told; what changes afterwards brings them back', async () => {
  const { world, site } = await start()
  await publish(world, cast.marsh, task('A-C1', { when: 'every day 20:00' }))
  const { browser } = await deskOf(world, 'priya', site)
  const desk = await browser.get('/desk')
  expect(desk.html).toContain('Tell Nan')
  const page = await follow(browser, desk, 'Tell Nan what changed')
  expect(page.html).toContain('every day 19:00')
  const back = await browser.send(page, 'name="version"', { on: '2026-12-24' })
  expect(back.status).toBe(422)
  expect(back.html).toContain('Say how they were told.')
  expect(back.html).toContain('It cannot be after today.')
  expect(await world.db.read.select().from(told)).toEqual([])
  const all = (await onDesk(world)).map(([name]) => name)
  expect(all).toContain('Nan')
  const done = await browser.send(back, 'name="version"', { how: 'phone', on: '2026-11-23', by: 'joan' })
  expect(done.path).toBe('/desk')
  expect((await onDesk(world)).map(([name]) => name)).not.toContain('Nan')
  const [row] = await world.db.read.select().from(told)
  expect(row).toMatchObject({ personId: 'sheila', by: 'joan', how: 'phone', on: '2026-11-23', notedBy: 'priya' })
  const again = await browser.get(page.path)
  expect(again.html).toContain('There is nothing left to tell Nan.')
  await publish(world, cast.marsh, task('A-C1', { when: 'every day 18:00' }))
  expect(await onDesk(world)).toContainEqual(['Nan', 'commitment'])
  const family = theOne((await familiesOf(world, 'priya'))[0])
  const toTell = await toTellOf(world, { family, staffId: 'priya', personId: 'sheila' })
  expect(toTell?.changes[0]?.parts[0]?.was).toMatchObject({ of: 'every day 20:00' })
})
