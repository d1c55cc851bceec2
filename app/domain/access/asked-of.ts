/**
 * What of a plan a grown-up reader may say yes or no to, in their own words: the whole of it where they see the whole,
 * each worry, and of each sentence that it is wrong. A young person is asked for no yes. What nobody has on paper
 * (told by voice) is spoken about with who told it.
 */
import type { Agreement, Id, Position, SharedWith } from '#app/domain/plan/case-file'
import { wordsAt } from '#app/domain/plan/paths'
import { hashOf } from '#app/domain/tokens'
import { audienceNow } from './audience'
import { handOut } from './handles'
import type { PlanAsSeenBy, Seen, SeenPosition, SeenReply, Wording } from './plan-as-seen'
import type { Saying } from './situation'
import { WHOLE_PLAN } from './spoken'
import type { Viewing } from './viewing'
import { repliesTo, viewsOn, viewsOnAll, when, wordsOf } from './what-people-said'
import { viewingOf } from './who-sees-what'

/** Where in the plan something stands. */
const PLACES = ['worries', 'rules', 'triggers', 'commitments', 'other'] as const
type Place = (typeof PLACES)[number]

/** Something the reader may have a view of. `id` is public; that of the whole plan is `plan`. */
export type Asked = Seen<'asked'> & {
  kind: 'plan' | 'worry' | 'sentence'
  place: Place
  words: Wording[]
  mine?: OwnView
  /** What others think of it, as far as this reader may know. */
  others: OthersView[]
}

export type OwnView = Omit<OthersView, 'by'> & { sharedWith: SharedWith }

export type OthersView = Omit<SeenPosition, 'view'> & {
  view: Position['view'] | Agreement['view']
  /** The words it was said of are others now: for its author, who is asked anew, and staff. */
  stale?: true
  /** For its author and staff. */
  replies: SeenReply[]
  /** For its author and staff: the public id of what was said. */
  entry?: string
}

/** All of it, in the order of the plan: first the whole, then each worry before its own sentences. */
export function askedOf(plan: PlanAsSeenBy): Asked[] {
  const view = viewingOf(plan)
  const { sight, ownItems } = view.eyes
  if (sight === 'young') return []
  const whole = sight === 'staff' || (sight === 'inner' && !ownItems)
  const { plan: document } = view.situation.file
  const worries = new Map(document.worries.map((worry) => [worry.id, worry]))
  const items = wordsAt(document, '**.id').flatMap(({ value: id, path: [key] }): Asked[] => {
    const place = PLACES.find((one) => one === key) ?? 'other'
    const worry = worries.get(id)
    if (worry) {
      const ids = [...worry.danger.map(({ id }) => id), worry.goal.id]
      const { dangers = [] } = plan.worries.find((one) => one.id === view.situation.publicId(id)) ?? {}
      return dangers.length > 0 ? [asked(view, id, { kind: 'worry', place, words: dangers, ids })] : []
    }
    const words = view.inView.get(id)
    // A meeting is an appointment and no sentence; a scale is two of them, each with its own.
    if (key === 'meetings' || !words || !('text' in words) || !view.shown.has(id)) return []
    return [asked(view, id, { kind: 'sentence', place, words: [words], ids: [id] })]
  })
  return whole ? [asked(view, WHOLE_PLAN, { kind: 'plan', place: 'other', words: [], ids: [] }), ...items] : items
}

/** The English of what a reader has in front of them when they say so: what their view is tied to, a line each. */
export function linesOf(plan: PlanAsSeenBy, of: Asked): string[] {
  return read.get(of) ?? linesIn(viewingOf(plan), [])
}

const read = new WeakMap<Asked, string[]>()

/** With no ids, a short mark each of all that this reader sees of the plan but its appointments. */
function linesIn({ shown, situation }: Viewing, ids: Id[]): string[] {
  if (ids.length > 0) return ids.flatMap((id) => shown.get(id) ?? [])
  const meetings = new Set(
    situation.file.plan.meetings?.flatMap((one) => wordsAt(one, '**.id').map(({ value }) => value)),
  )
  return [...shown]
    .filter(([key]) => !meetings.has(key.split('.')[0] ?? ''))
    .map(([, words]) => hashOf(words).slice(0, 8))
    .sort()
}

type About = { kind: Asked['kind']; place: Place; words: Wording[]; ids: Id[] }

function asked(view: Viewing, id: Id, { kind, place, words, ids }: About): Asked {
  const now = linesIn(view, ids)
  const said: (Saying & { entry: Position | Agreement })[] = kind === 'plan' ? viewsOnAll(view) : viewsOn(view, id)
  const isStaff = view.eyes.sight === 'staff'
  const seen = (saying: Saying & { entry: Position | Agreement }): OthersView => {
    const { entry, textRead, publicId } = saying
    const mine = entry.by === view.eyes.id
    const stale = (mine || isStaff) && textRead !== undefined && isStale(JSON.parse(textRead), now, isStaff)
    return {
      ...{ by: view.someone(entry.by), view: entry.view, on: when(view, entry.by, entry.on), ...wordsOf(entry) },
      ...(stale && { stale: true as const }),
      replies: mine || isStaff ? repliesTo(view, saying) : [],
      ...((mine || isStaff) && { entry: publicId }),
    }
  }
  const own = said.find(({ entry }) => entry.by === view.eyes.id)
  const { by: _, ...mine } = own ? seen(own) : { by: undefined }
  const one = handOut<'asked', Omit<Asked, symbol>>(id, {
    id: kind === 'plan' ? WHOLE_PLAN : view.situation.publicId(id),
    ...{ kind, place, words },
    ...(own && { mine: { ...(mine as OwnView), sharedWith: audienceNow(view, own) } }),
    others: said.filter((saying) => saying !== own).map(seen),
  })
  read.set(one, now)
  return one
}

/** Staff see more than its author did: for them only what the author read and stands no more makes it old. */
function isStale(then: string[], now: string[], isStaff: boolean): boolean {
  if (isStaff) return then.some((line) => !now.includes(line))
  return then.length !== now.length || then.some((line, at) => line !== now[at])
}
