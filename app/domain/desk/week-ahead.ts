/** What a family's plan has for the days ahead: whoever covers is to know of it before it comes. */
import type { Standing } from '#app/domain/access/standing'
import { londonDay } from '#app/domain/london'
import { personCalled } from '#app/domain/plan/called'
import type { Choice, Id } from '#app/domain/plan/case-file'
import { dateNamed } from '#app/domain/plan/dates'
import { isDue } from '#app/domain/said/today'
import type { World } from '#app/domain/world'
import type { OwedFacts } from './owed-facts'

/** In the plan's English. `on`: the first day it comes, or when a meeting begins; none where the plan names no day. */
export type Ahead = {
  id: Id
  is: 'task' | 'meeting' | 'step'
  on?: string
  when?: string
  words: string
  names: string[]
  /** Of a task: that nobody has it, or what was answered that is no plain yes. */
  nobody?: true
  but?: { choice: Choice; words?: string | null }
}

const DAYS_AHEAD = 7
const DAY_MS = 24 * 60 * 60_000

/** Tasks, meetings and next steps from today on for a week, in their order; those without a day come last. */
export function weekAhead(world: World, { file, staff, familyId }: Standing, { answers }: OwedFacts): Ahead[] {
  const today = londonDay(world.now().toISOString())
  const days = Array.from({ length: DAYS_AHEAD + 1 }, (_, after) =>
    new Date(Date.parse(today) + after * DAY_MS).toISOString().slice(0, 10),
  )
  const call = (ids: Id[]) => ids.map((id) => personCalled(file, staff, id).name)
  const { commitments, meetings = [], worries } = file.plan
  const tasks = commitments.flatMap((one): Ahead[] => {
    const onDay = one.repeats ? undefined : dateNamed(one.when)
    const anyDay = !one.repeats && !onDay && !one.dueBy
    const on = days.find((day) => isDue({ ...one, onDay, anyDay: anyDay || undefined }, day))
    if (!on) return []
    const said = answers.findLast((a) => a.familyId === familyId && a.about === one.id && a.by === one.person)
    return [
      {
        ...{ id: one.id, is: 'task', words: one.text, when: one.when, names: call(one.person ? [one.person] : []) },
        ...(!anyDay && { on }),
        ...(!one.person && { nobody: true }),
        ...(said && said.choice !== 'yes' && { but: { choice: said.choice, words: said.words } }),
      },
    ]
  })
  const met = meetings
    .filter(({ at }) => days.includes(at.slice(0, 10)))
    .map(
      ({ id, at, kind, place, who }): Ahead => ({
        id,
        is: 'meeting',
        on: at,
        words: `${kind}, ${place}`,
        names: call(who),
      }),
    )
  const steps = [
    ...worries.flatMap(({ nextSteps = [] }) => nextSteps),
    ...meetings.flatMap(({ decisions = [] }) => decisions),
  ]
    .filter(({ by }) => by && days.includes(by))
    .map(({ id, by, text, who }): Ahead => ({ id, is: 'step', on: by, words: text, names: call(who ? [who] : []) }))
  return [...met, ...tasks, ...steps].sort((a, b) => ((a.on ?? '9') < (b.on ?? '9') ? -1 : 1))
}
