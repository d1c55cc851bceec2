import { describe, expect, test } from 'vitest'
import type { PlanAsSeenBy, Wording } from '#app/domain/access/plan-as-seen'
import { answered } from '#app/domain/access/read-news'
import type { Saying } from '#app/domain/access/situation'
import { seenBy, viewingOf } from '#app/domain/access/who-sees-what'
import { askedIn } from '#app/domain/plan/asked'
import { newsFor, newsIn } from '#app/domain/said/news'
import { fallsOn, isDue, todayIn } from '#app/domain/said/today'
import { seen as seenRows } from '#db/schema'
import * as cast from './cast'
import { personOf } from './coming-in'
import { type CaseName, caseFile, saying, situationOf } from './situation'
import { viewOf } from './speaking'
import { testWorld } from './world'

const MONDAY = '2026-11-23T10:00'

function planOf(name: CaseName, person: string, changes: Parameters<typeof situationOf>[1] = {}): PlanAsSeenBy {
  const plan = seenBy(situationOf(caseFile(name), changes), person)
  if (!plan) throw new Error(`${person} sees nothing`)
  return plan
}

const text = ({ words }: { words: Wording }) => ('text' in words ? words.text : words.byVoice)

describe('my part today', () => {
  test('Kelly has her group on Mondays and on no other day', () => {
    const plan = planOf('marsh', 'kelly')
    expect(todayIn(plan, MONDAY).mine.map(text)).toEqual(['Go to the Monday recovery group.'])
    const tuesday = todayIn(plan, '2026-11-24T10:00')
    expect(tuesday.mine).toEqual([])
    expect(tuesday.mineOtherwise.map(text)).toEqual(['Go to the Monday recovery group.'])
  })

  test('she sees who else does something today', () => {
    expect(todayIn(planOf('marsh', 'kelly'), MONDAY).others.map(text)).toEqual([
      'Ring at 7pm and talk to Kelly and Alfie.',
    ])
  })

  test('Toni has the children on the last Friday of the month alone', () => {
    const plan = planOf('marsh', 'toni')
    expect(todayIn(plan, '2026-11-27T08:00').mine.map(text)).toEqual(['Have the children on Fridays after payday.'])
    expect(todayIn(plan, '2026-11-20T08:00').mine).toEqual([])
  })

  test('Agnieszka’s visit to the doctor has a date instead of a rule', () => {
    const plan = planOf('wojcik', 'agnieszka')
    expect(todayIn(plan, '2026-11-25T07:00').mine.map(text)).toEqual(['See Dr Patel and take the tablets.'])
    expect(todayIn(plan, '2026-11-26T07:00').mine).toEqual([])
  })

  test.each([
    '2026-11-23T10:00',
    '2026-11-28T10:00',
  ])('Bev’s part, “school days 08:20”, has neither: she is asked every day, once too often rather than never (%s)', (now) => {
    const { mine, mineOtherwise } = todayIn(planOf('marsh', 'bev'), now)
    expect(mine.map(text)).toEqual(['Look for the dinosaur. Knock if it is there.'])
    expect(mineOtherwise).toEqual([])
    expect(todayIn(planOf('marsh', 'kelly'), now).others.map(text)).not.toContain(mine.map(text)[0])
  })

  test.each([
    '2026-11-23T10:00',
    '2026-11-26T10:00',
  ])('Nasreen’s says “daily 16:00; Thu 17:00” beside a rule of Thursdays: every day (%s)', (now) =>
    expect(todayIn(planOf('wojcik', 'nasreen'), now).mine).toHaveLength(1))

  test('a rule that has ended is not outlived by the words beside it', () => {
    const file = caseFile('wojcik')
    const hers = file.plan.commitments.find(({ person }) => person === 'nasreen')
    Object.assign(hers ?? {}, { repeats: 'FREQ=DAILY;UNTIL=20261122' })
    expect(todayIn(planOf('wojcik', 'nasreen', { file }), MONDAY).mine).toEqual([])
  })

  test('what is to be done by a day is due on that day, and on no other', () => {
    const file = caseFile('marsh')
    Object.assign(file.plan.commitments.find(({ person }) => person === 'bev') ?? {}, { when: 'by 2026-11-27' })
    const plan = planOf('marsh', 'bev', { file })
    expect(todayIn(plan, '2026-11-27T10:00').mine).toHaveLength(1)
    expect(todayIn(plan, MONDAY).mine).toEqual([])
  })
})

describe('a task', () => {
  test('comes on none of the days without it', () => {
    const daily = { repeats: 'FREQ=DAILY', except: ['2026-12-24', '2026-12-25'] }
    expect(fallsOn(daily, '2026-12-23')).toBe(true)
    expect(fallsOn(daily, '2026-12-24')).toBe(false)
    expect(fallsOn({ onDay: '2026-12-24', except: daily.except }, '2026-12-24')).toBe(false)
  })

  test('is asked about again when its last day is another', () => {
    const task = { text: 'Ring the school.', when: 'this term' }
    expect(askedIn({ ...task, dueBy: '2026-12-20' })).not.toBe(askedIn({ ...task, dueBy: '2026-12-18' }))
    expect(askedIn(task)).toBe('Ring the school.\nthis term')
  })

  test('that is to be done by a day is there on that day', () => {
    expect(fallsOn({ dueBy: '2026-12-20' }, '2026-12-20')).toBe(true)
    expect(fallsOn({ dueBy: '2026-12-20' }, '2026-12-19')).toBe(false)
  })
})

describe('in another language', () => {
  const translated = (language: string) => {
    const file = caseFile('wojcik')
    file.plan.translations = {
      [language]: { 'C-C5.when': { text: 'za dwa dni', of: '2026-11-25 09:40', status: 'checked' } },
    }
    return planOf('wojcik', 'agnieszka', { language, file })
  }

  test.each(['pl', 'ur'])('what is due today comes from the document, not from its words (%s)', (language) => {
    const plan = translated(language)
    expect(plan.commitments.some(({ when }) => 'text' in when && when.text === 'za dwa dni')).toBe(true)
    expect(todayIn(plan, '2026-11-25T07:00').mine.map(text)).toEqual(['See Dr Patel and take the tablets.'])
    expect(todayIn(plan, '2026-11-26T07:00').mine).toEqual([])
  })
})

describe('whether it falls on a day', () => {
  test('the last day counts and the one after does not', () => {
    const daily = { repeats: 'FREQ=DAILY', until: '2026-11-29' }
    expect(fallsOn(daily, '2026-11-29')).toBe(true)
    expect(fallsOn(daily, '2026-11-30')).toBe(false)
  })

  test('the first day counts and the one before does not', () => {
    const mondays = { repeats: 'FREQ=WEEKLY;BYDAY=MO', from: '2026-11-23' }
    expect(fallsOn(mondays, '2026-11-23')).toBe(true)
    expect(fallsOn(mondays, '2026-11-16')).toBe(false)
  })

  test('what is for one day falls on that day', () => {
    expect(fallsOn({ onDay: '2026-11-25' }, '2026-11-25')).toBe(true)
    expect(fallsOn({ onDay: '2026-11-25' }, '2026-11-26')).toBe(false)
    expect(fallsOn({}, '2026-11-26')).toBe(false)
  })

  test('what has no day is due on every one between its first and last', () => {
    const some = { anyDay: true, from: '2026-11-23', until: '2026-11-25' } as const
    const days = ['2026-11-22', '2026-11-23', '2026-11-25', '2026-11-26']
    expect(days.map((day) => isDue(some, day))).toEqual([false, true, true, false])
    expect(fallsOn(some, '2026-11-24')).toBe(false)
  })
})

describe('what waits for an answer', () => {
  test('only one’s own: Craig said yes, the gap on Monday mornings is nobody’s', () => {
    expect(todayIn(planOf('harker', 'craig'), MONDAY).waiting).toBe(0)
    expect(todayIn(planOf('wojcik', 'magda'), MONDAY).waiting).toBe(0)
  })

  test('what was never answered, and what was answered in other words', () => {
    const file = caseFile('marsh')
    const unasked = { ...file, said: { ...file.said, answers: [] } }
    const plan = seenBy(situationOf(unasked), 'kelly')
    expect(plan && todayIn(plan, MONDAY).waiting).toBe(1)
    const said = situationOf(file).said.map((one) =>
      one.kind === 'answers' ? { ...one, textRead: 'Go to a group.' } : one,
    )
    expect(todayIn(planOf('marsh', 'kelly', { said }), MONDAY).waiting).toBe(1)
  })
})

describe('what is new', () => {
  const news = ({ seen, replies = [] }: Pick<Partial<Saying>, 'seen' | 'replies'>, day = MONDAY) => {
    const said = situationOf(caseFile('marsh')).said.filter(({ entry }) => entry.id === 'K6')
    const view = viewingOf(planOf('marsh', 'kelly'))
    return newsIn(
      said.map((one) => answered(view, { ...one, ...(seen && { seen }), replies })),
      day.slice(0, 10),
    )
  }
  const seen = { by: 'priya', on: '2026-11-23T08:40' }
  const reply = { id: 'r1', to: 'K6', by: 'priya', on: '2026-11-23T09:00', words: 'I will ring you at 2.' }
  const replies = [saying(caseFile('marsh'), 'replies', reply)]

  test('Kelly is told that Priya read what she wrote', () => {
    const [first, ...more] = news({ seen })
    expect(more).toEqual([])
    // It was for the council alone: a screen that others may look at does not say it again.
    expect(first).toMatchObject({ by: { name: 'Priya' } })
    expect(first).not.toHaveProperty('about')
    expect(first?.reply).toBeUndefined()
  })

  test('a reply says more than that it was read, and stands alone', () => {
    expect(news({ seen, replies })).toMatchObject([{ reply: 'I will ring you at 2.' }])
  })

  test('after a week it is not new any more', () => {
    expect(news({ seen, replies }, '2026-11-30T10:00')).toEqual([])
  })

  test('Danny gets no news of what Kelly wrote to the worker', async () => {
    const world = await testWorld({ families: true })
    const { familyId } = await personOf(world, cast.kelly)
    const row = { familyId, saidId: 'K6', by: 'priya', at: '2026-11-23T08:40:00.000Z' }
    await world.db.write(async (db) => [db.insert(seenRows).values(row)])
    const newsOf = async (who: cast.CastMember) => newsFor(world, await viewOf(world, who), MONDAY.slice(0, 10))
    expect(await newsOf(cast.kelly)).toHaveLength(1)
    expect(await newsOf(cast.danny)).toEqual([])
  })
})

describe('the next meeting', () => {
  test('is the next one that is this person’s', () => {
    expect(todayIn(planOf('harker', 'craig'), MONDAY).nextMeeting?.at).toBe('2026-12-03T15:00')
    expect(todayIn(planOf('harker', 'ruth'), MONDAY).nextMeeting?.at).toBe('2026-11-26T10:00')
  })

  test('is none once it has begun', () => {
    expect(todayIn(planOf('harker', 'ruth'), '2026-11-26T10:01').nextMeeting).toBeUndefined()
  })
})
