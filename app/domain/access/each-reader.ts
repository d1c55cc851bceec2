import type { Id } from '#app/domain/plan/case-file'
import { eyesOf } from './eyes'
import type { PlanAsSeenBy } from './plan-as-seen'
import type { Situation } from './situation'
import { type Viewing, viewing } from './viewing'
import { composed } from './who-sees-what'

/** What of a family the checks look at. */
export type Standing = Pick<Situation, 'file' | 'narrowings' | 'today'> &
  Partial<Pick<Situation, 'joined' | 'worker' | 'staff'>>

/** Somebody with a view of the plan, what they would see of it, and what the view showed. Ids are the case file's. */
export type Reader = { id: Id; name: string; view: Viewing; plan: PlanAsSeenBy }

/** Everybody who would have a view of this document as the family stands, each with their own: people before children. */
export function eachReader(standing: Standing): Reader[] {
  const { file, narrowings, today, joined = [], worker = file.worker, staff = {} } = standing
  const situation: Situation = {
    ...{ file, narrowings, today, joined, worker, said: [], approvals: 'taken as given', staff, language: 'en' },
    ...{ planId: 'plan', publicId: (id) => id },
  }
  const everyone = [...file.people, ...file.children.map(({ id, firstName }) => ({ id, name: firstName }))]
  return everyone.flatMap(({ id, name }) => {
    const eyes = eyesOf(situation, id)
    if (!eyes) return []
    const view = viewing(situation, eyes)
    return [{ id, name, view, plan: composed(view) }]
  })
}
