import type { FamilyFile, Id } from '../case-file'
import { dateNamed } from '../dates'
import { type Finding, findingIn, placesOf } from './finding'

/**
 * Days in a plan that are over: of a meeting, of what is to be done by or until then, of looking at the plan again.
 * A repeating task may have begun long ago; a task that is only done once is over with its day.
 */
export function pastDates(file: FamilyFile, today: string): Finding[] {
  const places = placesOf(file)
  const { plan } = file
  const over = (item: Id, ...days: (string | undefined)[]) =>
    days
      .filter((day): day is string => !!day && day.slice(0, 10) < today)
      .slice(0, 1)
      .map((day) => findingIn(places, 'past-date', item, { found: day }))
  return [
    ...(plan.reviewBy && plan.reviewBy < today
      ? [{ kind: 'past-date' as const, path: '$.plan.reviewBy', people: [], found: plan.reviewBy }]
      : []),
    ...plan.worries.flatMap(({ nextSteps = [] }) => nextSteps.flatMap(({ id, by }) => over(id, by))),
    ...plan.commitments.flatMap(({ id, when, repeats, from, dueBy, until }) =>
      over(id, dueBy, until, ...(repeats ? [] : [dateNamed(when), until || dueBy ? undefined : from])),
    ),
    ...(plan.meetings ?? []).flatMap(({ id, at }) => over(id, at)),
  ]
}
