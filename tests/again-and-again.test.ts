import { expect, it } from 'vitest'
import { againAndAgain } from '#app/edge/again-and-again.server'
import type { Log } from '#app/edge/log.server'

const HOUR = 60 * 60 * 1000

/** Work that lasts until it is let go, and that can be awaited to begin. */
function work() {
  const rounds: { begun: boolean; letGo: (outcome?: Error) => void }[] = []
  let tellBegun = () => {}
  const does = () =>
    new Promise<void>((done, fail) => {
      rounds.push({ begun: true, letGo: (outcome) => (outcome ? fail(outcome) : done()) })
      tellBegun()
    })
  const begun = async (count: number) => {
    while (rounds.length < count) await new Promise<void>((tell) => (tellBegun = tell))
  }
  return { rounds, does, begun }
}

const unheard: Log = (line) => expect.fail(JSON.stringify(line))

it('begins at once, and again after the pause', async () => {
  const { rounds, does, begun } = work()
  const loop = againAndAgain(does, 1, unheard)
  expect(rounds).toHaveLength(1)
  rounds[0]?.letGo()
  await begun(2)
  rounds[1]?.letGo()
  await loop.stop()
})

it('woken, it does not wait; woken in the middle, it begins anew when it is done and never twice at once', async () => {
  const { rounds, does, begun } = work()
  const loop = againAndAgain(does, HOUR, unheard)
  loop.wake()
  loop.wake()
  expect(rounds).toHaveLength(1)
  rounds[0]?.letGo()
  await begun(2)
  expect(rounds).toHaveLength(2)
  rounds[1]?.letGo()
  await loop.stop()
  expect(rounds).toHaveLength(2)
})

it('what goes wrong is told without its words, and tried again', async () => {
  const { rounds, does, begun } = work()
  const told: unknown[] = []
  const loop = againAndAgain(does, 1, (line) => told.push(line))
  rounds[0]?.letGo(new TypeError('+447700900112'))
  await begun(2)
  expect(told).toEqual([{ error: 'TypeError', at: expect.any(Array) }])
  expect(JSON.stringify(told)).not.toContain('900112')
  rounds[1]?.letGo()
  await loop.stop()
})

it('stopped, it lets the round under way end and begins no other', async () => {
  const { rounds, does } = work()
  const loop = againAndAgain(does, 1, unheard)
  const stopped = loop.stop()
  loop.wake()
  rounds[0]?.letGo()
  await stopped
  expect(rounds).toHaveLength(1)
})
