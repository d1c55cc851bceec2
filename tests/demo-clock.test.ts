import { expect, it } from 'vitest'
import { writeAudited } from '#app/domain/trail/audit'
import { demoClock } from '#app/edge/demo-clock.server'
import { testWorld } from './world'

/** A clock whose machine has run for so many minutes since it was started. */
function runningFor(told?: Date) {
  let minutes = 0
  const clock = demoClock(told, () => minutes * 60_000)
  return { ...clock, pass: (more: number) => (minutes += more) }
}

it('starts on the demo’s Monday at ten in London, and runs on', async () => {
  const clock = runningFor()
  await clock.continueFrom(await testWorld())
  expect(clock.now()).toEqual(new Date('2026-11-23T10:00:00Z'))
  clock.pass(90)
  expect(clock.now()).toEqual(new Date('2026-11-23T11:30:00Z'))
})

it('is never behind what the database has seen, unless it is told to be', async () => {
  const world = await testWorld({ at: '2026-11-24T08:15:00Z' })
  await writeAudited(world, { who: 'system', did: 'tested' }, () => [])
  const [itself, told] = [runningFor(), runningFor(new Date('2026-11-23T21:00:00Z'))]
  for (const clock of [itself, told]) await clock.continueFrom(world)
  expect(itself.now()).toEqual(new Date('2026-11-24T08:15:00Z'))
  expect(told.now()).toEqual(new Date('2026-11-23T21:00:00Z'))
})
