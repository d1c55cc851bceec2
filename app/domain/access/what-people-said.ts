/** What people said about the parts of a plan, as one viewer may read it. Who may read what is `audience.ts`. */
import { askedIn } from '#app/domain/plan/asked'
import type { Agreement, Answer, Commitment, Id, Position, SaidEntry, Score } from '#app/domain/plan/case-file'
import { audienceNow, isShut, mayRead, mayStillRead } from './audience'
import type { SeenAgreement, SeenAnswer, SeenPosition, SeenReply, SeenScore } from './plan-as-seen'
import type { Saying } from './situation'
import type { Viewing } from './viewing'

function saidOf<Entry>(view: Viewing, kind: Saying['kind'], about: Id): (Saying & { entry: Entry })[] {
  return view.situation.said.filter(
    (saying): saying is Saying & { entry: Entry & SaidEntry } =>
      saying.kind === kind && 'about' in saying.entry && saying.entry.about === about,
  )
}

/** The minute for one's own, the day for others': a time can tell where somebody was. */
export function when(view: Viewing, by: Id, at: string): string {
  return by === view.eyes.id || view.eyes.sight === 'staff' ? at : at.slice(0, 10)
}

/** The words and the language of the page they were written on. */
export const wordsOf = (entry: { words?: string; language?: string }) => ({
  ...(entry.words && { words: entry.words }),
  ...(entry.language && { language: entry.language }),
})

/** The newest score a person: this viewer's own, and others' once they have given their own or have none to give. */
export function scoresOn(view: Viewing, worryId: Id, mayScore: boolean): { mine?: SeenScore; others: SeenScore[] } {
  const newest = new Map<Id, Saying & { entry: Score }>()
  for (const saying of saidOf<Score>(view, 'scores', worryId)) {
    if (mayRead(view, saying)) newest.set(saying.entry.by, saying)
  }
  const seen = (saying: Saying & { entry: Score }): SeenScore => {
    const { by, value, on, oneUp } = saying.entry
    return {
      by: view.someone(by),
      value,
      on: when(view, by, on),
      ...wordsOf(saying.entry),
      ...(oneUp && { oneUp }),
      ...(by === view.eyes.id && { sharedWith: audienceNow(view, saying) }),
    }
  }
  const mine = newest.get(view.eyes.id)
  newest.delete(view.eyes.id)
  const others = mine || !mayScore ? [...newest.values()].map(seen) : []
  return { ...(mine && { mine: seen(mine) }), others }
}

/** The newest position a person took on a worry, or that a sentence is wrong. */
export function positionsOn(view: Viewing, id: Id): SeenPosition[] {
  return viewsOn(view, id).map(({ entry }) => spokenBy(view, entry))
}

/** What each person said last of the whole plan. */
export function agreementsOn(view: Viewing): SeenAgreement[] {
  return viewsOnAll(view).map(({ entry }) => ({ ...spokenBy(view, entry), as: entry.as }))
}

/** The same, with what became of it. */
export function viewsOn(view: Viewing, id: Id): (Saying & { entry: Position })[] {
  return newestOf(view, saidOf<Position>(view, 'positions', id))
}

/** And of the whole plan. */
export function viewsOnAll(view: Viewing): (Saying & { entry: Agreement })[] {
  const isOne = (saying: Saying): saying is Saying & { entry: Agreement } => saying.kind === 'agreements'
  return newestOf(view, view.situation.said.filter(isOne))
}

/** Of each person the last that this viewer may read, in the order in which they first spoke. */
function newestOf<Entry extends SaidEntry>(view: Viewing, said: (Saying & { entry: Entry })[]) {
  const read = said.filter((saying) => mayRead(view, saying))
  return [...new Map(read.map((saying) => [saying.entry.by, saying])).values()]
}

const spokenBy = <View extends string>(view: Viewing, entry: SaidEntry & { view: View }) => ({
  ...{ by: view.someone(entry.by), view: entry.view, on: when(view, entry.by, entry.on) },
  ...wordsOf(entry),
})

/** What was last answered about a commitment, as far as this viewer may know: the words, or that there is a yes. */
export function answerOn(view: Viewing, commitment: Commitment): { answer?: SeenAnswer; hasSaidYes?: true } {
  const answers = saidOf<Answer>(view, 'answers', commitment.id).filter(({ entry }) => entry.by === commitment.person)
  const newest = answers.at(-1)
  if (!newest) return {}
  if (mayRead(view, newest)) return { answer: seenAnswer(view, newest, commitment) }
  return newest.entry.choice === 'yes' && !isShut(view, newest) ? { hasSaidYes: true } : {}
}

/** One answer to a commitment this viewer sees. The caller knows that it is theirs to read. */
export function seenAnswer(view: Viewing, saying: Saying & { entry: Answer }, commitment: Commitment): SeenAnswer {
  const { entry, textRead } = saying
  const mine = entry.by === view.eyes.id
  const isStale = textRead !== undefined && textRead !== askedIn(commitment)
  return {
    choice: entry.choice,
    on: when(view, entry.by, entry.on),
    ...wordsOf(entry),
    ...(mine && { sharedWith: audienceNow(view, saying) }),
    ...(isStale && { stale: true as const, ...(view.eyes.sight === 'staff' && { toWords: textRead }) }),
    replies: mine || view.eyes.sight === 'staff' ? repliesTo(view, saying) : [],
  }
}

/**
 * Replies to something this viewer reads: for its author and staff, and whoever they are shared with. One that its
 * author may not read any more is not lost without a sign: that somebody wrote stays, and whom to ring.
 */
export function repliesTo(view: Viewing, { entry: { by }, replies }: Saying): SeenReply[] {
  const toMe = by === view.eyes.id
  return replies.flatMap((reply): SeenReply[] => {
    const { entry, publicId: id } = reply
    const on = when(view, entry.by, entry.on)
    if (toMe ? mayStillRead(view, reply) : mayRead(view, reply)) {
      return [{ id, by: view.someone(entry.by), on, ...(entry.words && { words: entry.words }) }]
    }
    if (!toMe) return []
    if (view.eyes.hides(entry.by)) return [{ id, on, withheld: { ring: view.someone(view.situation.worker) } }]
    const [by, ring] = [view.someone(entry.by), view.someone(entry.by)]
    return [{ id, by, on, withheld: { ring } }]
  })
}
