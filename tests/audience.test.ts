/** Who reads what somebody said, entry by entry and reply by reply: each line of the rule has a case of its own. */
import { describe, expect, test } from 'vitest'
import { entryAsSeen, isLogged } from '#app/domain/access/entry-as-seen'
import { leaksForReaders } from '#app/domain/access/leaks-for-readers'
import { answered } from '#app/domain/access/read-news'
import { seenBy, viewingOf } from '#app/domain/access/who-sees-what'
import { caseFile, readBy, readByStaff, saying, situationOf } from './situation'
import { theOne } from './speaking'

const at = { on: '2026-11-22T10:00', happenedAt: '2026-11-22T10:00' }
const file = caseFile('marsh')
const shutTo = (itemId: string, ...people: string[]) => people.map((shutTo) => ({ itemId, shutTo }))

/** What Kelly finds under her own words when this was written back. */
function repliesToKelly(reply: { by: string; words: string }, narrowings: { itemId: string; shutTo: string }[] = []) {
  const back = saying(file, 'replies', { id: 'back', to: 'K9', on: '2026-11-23T09:00', ...reply })
  const kellys = saying(file, 'checkIns', { id: 'K9', by: 'kelly', ...at, result: 'done', words: 'Went.' }, [back])
  const view = viewingOf(theOne(seenBy(situationOf(file, { narrowings }), 'kelly') ?? undefined))
  if (!isLogged(kellys)) throw new Error('That is a check-in.')
  const inLog = entryAsSeen(view, kellys).replies
  expect(answered(view, kellys).replies).toEqual(inLog)
  return inLog
}

describe('a reply', () => {
  test('is read by whom it was written to', () => {
    expect(repliesToKelly({ by: 'priya', words: 'Toni will ring you back.' })).toMatchObject([
      { by: { name: 'Priya' }, words: 'Toni will ring you back.' },
    ])
  })

  test('that names somebody shut to its reader since is not, but that there is one stays', () => {
    const [reply] = repliesToKelly({ by: 'priya', words: 'Toni will ring you back.' }, shutTo('toni', 'kelly'))
    expect(reply).toMatchObject({ by: { name: 'Priya' }, withheld: { ring: { name: 'Priya' } } })
    expect(reply).not.toHaveProperty('words')
  })

  test('shut by itself is not read either', () => {
    expect(repliesToKelly({ by: 'priya', words: 'See you.' }, shutTo('back', 'kelly'))).toMatchObject([
      { withheld: { ring: { name: 'Priya' } } },
    ])
  })

  test('of somebody hidden from its reader is nobody’s by name; the worker tells what it says', () => {
    const [reply] = repliesToKelly({ by: 'toni', words: 'See you.' }, shutTo('toni', 'kelly'))
    expect(reply).toMatchObject({ withheld: { ring: { name: 'Priya' } } })
    expect(reply).not.toHaveProperty('by')
  })
})

describe('an entry', () => {
  const reads = (id: string, entry: object, narrowings: { itemId: string; shutTo: string }[] = []) => {
    const words = 'Read by whom?'
    const one = saying(file, 'checkIns', { id: 'K9', by: 'kelly', ...at, result: 'done', words, ...entry })
    return readBy(situationOf(file, { narrowings, said: [one] }), id)?.log.length === 1
  }

  test('about nothing, for the whole network, stays with those who know everything', () => {
    expect(reads('danny', { sharedWith: 'network' })).toBe(true)
    expect(reads('bev', { sharedWith: 'network' })).toBe(false)
  })

  test('written down by somebody hidden from the reader is shut to them', () => {
    const entry = { sharedWith: 'inner', recordedBy: 'toni' }
    expect(reads('danny', entry)).toBe(true)
    expect(reads('danny', entry, shutTo('toni', 'danny'))).toBe(false)
  })

  test('shut by itself is shut, and its author reads it still', () => {
    const entry = { sharedWith: 'inner' }
    expect([reads('danny', entry), reads('danny', entry, shutTo('K9', 'danny'))]).toEqual([true, false])
    expect(reads('kelly', entry, shutTo('K9', 'kelly'))).toBe(true)
  })
})

describe('words of somebody who sees only their own items, under an order here, whatever they chose', () => {
  const harker = caseFile('harker')
  const craigs = { by: 'craig', on: at.on, sharedWith: 'inner' as const }
  const about = theOne(theOne(viewersOf(harker, 'craig')).worries.find(({ mine }) => mine)).id
  const worry = theOne(harker.plan.worries.find(({ id }) => situationOf(harker).publicId(id) === about)).id
  const said = [
    saying(harker, 'checkIns', { id: 'K9', ...craigs, happenedAt: at.on, result: 'done', words: 'Tell her so.' }),
    saying(harker, 'answers', { id: 'a9', ...craigs, about: 'B-C4', choice: 'yes-but', words: 'Tell her so.' }),
    saying(harker, 'scores', { id: 's9', ...craigs, about: worry, value: 9, oneUp: 'Tell her so.' }),
    saying(harker, 'positions', { id: 'p9', ...craigs, about: worry, view: 'disagree', words: 'Tell her so.' }),
  ].map((one) => ({ ...one, sharedWith: 'inner' as const }))
  const situation = situationOf(harker, { said })
  const heard = (read: object | null) => JSON.stringify(read).split('Tell her so.').length - 1

  test('are read by them and by staff, and by nobody else', () => {
    expect(heard(readBy(situation, 'craig'))).toBeGreaterThan(2)
    expect(heard(readByStaff(situation, 'tom'))).toBe(4)
    const others = [...harker.people, ...harker.children].map(({ id }) => id).filter((id) => id !== 'craig')
    for (const id of others) expect([id, heard(readBy(situation, id))]).toEqual([id, 0])
  })

  test('and they are told that the worker alone reads them', () => {
    expect(readBy(situation, 'craig')?.log).toMatchObject([{ sharedWith: 'worker' }])
  })

  function viewersOf(file: typeof harker, id: string) {
    return readBy(situationOf(file), id)?.plan
  }
})

test('who has read an entry, and that its author asked to be rung, is told to its author and to staff alone', () => {
  const kellys = saying(file, 'checkIns', { id: 'K9', by: 'kelly', ...at, result: 'done', sharedWith: 'inner' })
  const said = [{ ...kellys, ringMe: true, seen: { by: 'priya', on: '2026-11-23T10:00' } }]
  const asRead = (id: string) => theOne(readBy(situationOf(file, { said }), id)?.log[0])
  expect(asRead('kelly')).toMatchObject({ ringMe: true, seenBy: { name: 'Priya' }, seenOn: '2026-11-23T10:00' })
  for (const told of ['ringMe', 'seenBy', 'seenOn']) expect(asRead('danny')).not.toHaveProperty(told)
  expect(theOne(readByStaff(situationOf(file, { said }), 'priya').log[0])).toMatchObject({ ringMe: true })
})

test('that it was read is told without the name of somebody who is shut to its author', () => {
  const kellys = saying(file, 'checkIns', { id: 'K9', by: 'kelly', ...at, result: 'done' })
  const said = [{ ...kellys, seen: { by: 'toni', on: '2026-11-23T10:00' } }]
  const situation = situationOf(file, { said, narrowings: shutTo('toni', 'kelly') })
  const view = viewingOf(theOne(seenBy(situation, 'kelly') ?? undefined))
  expect(theOne(readBy(situation, 'kelly')?.log[0])).toMatchObject({ seenOn: '2026-11-23T10:00' })
  expect(theOne(readBy(situation, 'kelly')?.log[0])).not.toHaveProperty('seenBy')
  expect(answered(view, theOne(said[0])).seen).toEqual({ on: '2026-11-23T10:00' })
})

test('that somebody has said yes is not told of an answer that is shut', () => {
  const answers = (narrowings: { itemId: string; shutTo: string }[]) => {
    const bevs = saying(file, 'answers', {
      id: 'a9',
      by: 'bev',
      on: at.on,
      about: 'A-C3',
      choice: 'yes',
      sharedWith: 'worker',
    })
    const plan = seenBy(situationOf(file, { narrowings, said: [bevs] }), 'kelly')
    return plan?.commitments.filter(({ hasSaidYes }) => hasSaidYes).length
  }
  expect([answers([]), answers(shutTo('a9', 'kelly'))]).toEqual([1, 0])
})

test('a court order keeps numbers from its first day on, and its last day opens none: only a new plan without it does', () => {
  const harker = caseFile('harker')
  const order = theOne(harker.courtOrders?.[0])
  const until = theOne(order.until)
  const leanne = theOne(harker.people.find(({ id }) => id === 'leanne'))
  leanne.numberFor = ['craig']
  const joined = harker.people.map(({ id }) => ({ personId: id, notToRing: [] }))
  const numbers = (today: string) => JSON.stringify(seenBy(situationOf(harker, { today, joined }), 'craig')?.people)
  const after = new Date(Date.parse(until) + 86_400_000).toISOString().slice(0, 10)
  expect(numbers(until)).toBe(numbers('2026-11-23'))
  expect(numbers(after)).toBe(numbers(until))
  const without = { ...harker, courtOrders: [] }
  expect(JSON.stringify(seenBy(situationOf(without, { today: after, joined }), 'craig')?.people)).not.toBe(
    numbers(until),
  )
  delete order.until
  expect(numbers('2100-01-01')).toBe(numbers('2026-11-23'))
  Object.assign(order, { from: '2026-11-24', against: ['steve', 'craig'] })
  expect(numbers('2026-11-24')).not.toBe(numbers('2026-11-23'))
})

test('a plan is not published in which a name holds the name of somebody its reader may not know of', () => {
  const marsh = caseFile('marsh')
  const narrowings = shutTo('toni', 'danny')
  const faults = (name: string) => {
    theOne(marsh.people.find(({ id }) => id === 'sheila')).name = name
    return leaksForReaders({ file: marsh, narrowings, today: '2026-11-23' }).filter(({ path }) =>
      path.endsWith('.name'),
    )
  }
  expect(faults('Sheila Frost')).toEqual([])
  expect(faults("Toni's friend Sheila")).toMatchObject([{ message: expect.stringContaining('Danny') }])
})
