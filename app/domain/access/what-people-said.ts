import { askedIn } from '#app/domain/plan/asked'
import type { Answer, CheckIn, Commitment, Id, Position, Reply, Score, SharedWith } from '#app/domain/plan/case-file'
import { handOut } from './handles'
import type { SeenAnswer, SeenEntry, SeenPosition, SeenReply, SeenScore } from './plan-as-seen'
import type { Saying } from './situation'
import type { Viewing } from './viewing'

/** Check-ins and children's words are for the worker, the rest for the inner circle, unless the author said otherwise. */
export function sharedWith(view: Viewing, saying: Saying): SharedWith {
  if (saying.entry.sharedWith) return saying.entry.sharedWith
  if (saying.kind === 'replies') return 'worker'
  const byChild = view.situation.file.children.some((child) => child.id === saying.entry.by)
  return saying.kind === 'checkIns' || byChild ? 'worker' : 'inner'
}

/** Whether these words are this viewer's to read: their own, or shared with them, about something in their view, and leaking nothing. */
export function mayRead(view: Viewing, saying: Saying): boolean {
  const { eyes } = view
  if (eyes.reach === 'staff' || saying.entry.by === eyes.id) return true
  return isForThem(view, saying) && wordsOf(saying).every((words) => view.leaks(words).length === 0)
}

/** Whether somebody else's words are meant for this viewer, whatever is in them. */
export function isForThem(view: Viewing, saying: Saying): boolean {
  const { eyes } = view
  const { entry } = saying
  if (eyes.ownItems || eyes.reach === 'young') return false
  if (isShut(view, saying)) return false
  const shared = sharedWith(view, saying)
  const about = 'about' in entry ? entry.about : undefined
  const aboutTheirs = about === undefined ? eyes.reach === 'inner' : about === 'story' || view.inView.has(about)
  const forThem = eyes.reach === 'inner' ? shared !== 'worker' : shared === 'network' && about !== undefined
  return forThem && aboutTheirs
}

/** Everything somebody typed in one entry. */
export function wordsOf({ entry }: Saying): string[] {
  return [entry.words, 'oneUp' in entry ? entry.oneUp : undefined].filter((words) => words !== undefined)
}

/** Shut as any item is: kept from them, or said or written down by someone hidden from them. */
function isShut({ eyes }: Viewing, { entry }: Saying): boolean {
  return eyes.shut(entry, [entry.by, entry.recordedBy])
}

function of<Entry>(view: Viewing, kind: Saying['kind'], about?: Id): (Saying & { entry: Entry })[] {
  return view.situation.said.filter(
    (saying): saying is Saying & { entry: Entry & Saying['entry'] } =>
      saying.kind === kind && (about === undefined || ('about' in saying.entry && saying.entry.about === about)),
  )
}

/** The minute for one's own, the day for others': a time can tell where somebody was. */
function when(view: Viewing, by: Id, at: string): string {
  return by === view.eyes.id || view.eyes.reach === 'staff' ? at : at.slice(0, 10)
}

const said = (entry: { words?: string; language?: string }) => ({
  ...(entry.words && { words: entry.words }),
  ...(entry.language && { language: entry.language }),
})

/** The newest score a person: this viewer's own, and others' once they have given their own or have none to give. */
export function scoresOn(view: Viewing, worryId: Id, mayScore: boolean): { mine?: SeenScore; others: SeenScore[] } {
  const newest = new Map<Id, Saying & { entry: Score }>()
  for (const saying of of<Score>(view, 'scores', worryId)) {
    if (mayRead(view, saying)) newest.set(saying.entry.by, saying)
  }
  const seen = (saying: Saying & { entry: Score }): SeenScore => ({
    by: view.someone(saying.entry.by),
    value: saying.entry.value,
    on: when(view, saying.entry.by, saying.entry.on),
    ...said(saying.entry),
    ...(saying.entry.oneUp && { oneUp: saying.entry.oneUp }),
    ...(saying.entry.by === view.eyes.id && { sharedWith: sharedWith(view, saying) }),
  })
  const mine = newest.get(view.eyes.id)
  newest.delete(view.eyes.id)
  const others = mine || !mayScore ? [...newest.values()].map(seen) : []
  return { ...(mine && { mine: seen(mine) }), others }
}

/** The newest position a person took on a worry. */
export function positionsOn(view: Viewing, worryId: Id): SeenPosition[] {
  const newest = new Map<Id, SeenPosition>()
  for (const saying of of<Position>(view, 'positions', worryId)) {
    if (!mayRead(view, saying)) continue
    const { entry } = saying
    newest.set(entry.by, {
      by: view.someone(entry.by),
      view: entry.view,
      on: when(view, entry.by, entry.on),
      ...said(entry),
    })
  }
  return [...newest.values()]
}

/** What was answered about a commitment, as far as this viewer may know: the words, or that there is a yes. */
export function answersOn(
  view: Viewing,
  commitment: Commitment,
): { answer?: SeenAnswer; hasSaidYes?: true; earlier: SeenAnswer[] } {
  const answers = of<Answer>(view, 'answers', commitment.id).filter(({ entry }) => entry.by === commitment.person)
  const newest = answers.at(-1)
  if (!newest) return { earlier: [] }
  if (!mayRead(view, newest)) {
    const yes = newest.entry.choice === 'yes' && !isShut(view, newest)
    return { ...(yes && { hasSaidYes: true as const }), earlier: [] }
  }
  const mine = newest.entry.by === view.eyes.id
  const seen = (saying: Saying & { entry: Answer }): SeenAnswer => ({
    choice: saying.entry.choice,
    on: when(view, saying.entry.by, saying.entry.on),
    ...said(saying.entry),
    ...(mine && { sharedWith: sharedWith(view, saying) }),
    ...(saying.textRead !== undefined && saying.textRead !== askedIn(commitment) && { stale: true as const }),
    replies: mine || view.eyes.reach === 'staff' ? repliesTo(view, saying.entry.id) : [],
  })
  const earlier = mine || view.eyes.reach === 'staff' ? answers.slice(0, -1).reverse().map(seen) : []
  return { answer: seen(newest), earlier }
}

/** The log as this viewer may read it, newest first. */
export function logOf(view: Viewing): SeenEntry[] {
  return of<CheckIn>(view, 'checkIns')
    .filter((saying) => mayRead(view, saying))
    .toReversed()
    .map((saying) => {
      const { entry } = saying
      const mine = entry.by === view.eyes.id
      const own = mine || view.eyes.reach === 'staff'
      const about = entry.about ? view.inView.get(entry.about) : undefined
      return handOut<'entry', Omit<SeenEntry, symbol>>(entry.id, {
        id: view.situation.publicId(entry.id),
        by: view.someone(entry.by),
        ...(mine && { mine: true as const }),
        ...(entry.about && about && { about: { id: view.situation.publicId(entry.about), words: about } }),
        result: entry.result,
        ...(own && saying.ringMe && { ringMe: true as const }),
        happenedAt: when(view, entry.by, entry.happenedAt),
        loggedAt: when(view, entry.by, entry.on),
        ...said(entry),
        sharedWith: sharedWith(view, saying),
        ...(entry.recordedBy && { recordedBy: view.someone(entry.recordedBy) }),
        ...(own && saying.seen && { seenOn: saying.seen.on, seenBy: view.someone(saying.seen.by) }),
        replies: repliesTo(view, entry.id),
      })
    })
}

/** Replies to something said: for its author and staff, and whoever they are shared with. */
function repliesTo(view: Viewing, saidId: Id): SeenReply[] {
  const toMe = view.situation.said.some(({ entry }) => entry.id === saidId && entry.by === view.eyes.id)
  return of<Reply>(view, 'replies')
    .filter((saying) => saying.entry.to === saidId && (toMe || mayRead(view, saying)))
    .map(({ entry }) => ({
      id: view.situation.publicId(entry.id),
      by: view.someone(entry.by),
      on: when(view, entry.by, entry.on),
      ...said(entry),
    }))
}

/** The author's own words about what is no longer in their view: never lost to them, and no trace of what it was about. */
export function alsoSaidBy(view: Viewing): { on: string; words: string }[] {
  if (view.eyes.reach === 'staff') return []
  return view.situation.said.flatMap(({ kind, entry }) => {
    if (entry.by !== view.eyes.id || kind === 'checkIns' || !entry.words) return []
    const shown = 'about' in entry && entry.about !== undefined && view.inView.has(entry.about)
    return shown && kind !== 'approvals' ? [] : [{ on: entry.on, words: entry.words }]
  })
}
