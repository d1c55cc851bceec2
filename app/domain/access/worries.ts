import type { NextStep, TextItem, Worry } from '#app/domain/plan/case-file'
import { handOut } from './handles'
import type { PlanAsSeenBy, SeenNextStep, SeenWorry, Wording } from './plan-as-seen'
import { nextStepOf, sentenceOf, sentencesOf } from './sentences'
import type { Viewing } from './viewing'
import { positionsOn, scoresOn } from './what-people-said'

/**
 * A worry is one thing: whoever sees one of its danger sentences sees its goal, the family's own and both scale ends
 * unless those are shut. Whoever sees none sees nothing of it, except a bottom line that is about them, and a young person
 * their own score and what the worker opened.
 */
export function worriesOf(view: Viewing): SeenWorry[] {
  return view.situation.file.plan.worries.flatMap((worry) => {
    if (view.eyes.shut(worry)) return []
    return view.eyes.sight === 'young' ? forYoung(view, worry) : forAdult(view, worry)
  })
}

function forAdult(view: Viewing, worry: Worry): SeenWorry[] {
  const theirs = (item: TextItem) => view.theirs(item, item.about ?? [], worry)
  const open = (item: TextItem) => !view.eyes.shut(item, item.about ?? [])
  const words = (items: TextItem[] | undefined, may = theirs) =>
    (items ?? []).filter(may).map((item) => sentenceOf(view, item))
  const aboutMe = (item: TextItem) => open(item) && !!item.about?.includes(view.eyes.id)

  const dangers = words(worry.danger)
  if (dangers.length === 0) {
    const bottomLines = words(worry.bottomLines, aboutMe)
    return bottomLines.length > 0 ? [empty(view, worry, { bottomLines })] : []
  }
  view.inView.set(worry.id, dangers[0] as Wording)
  const zero = open(worry.zero) ? sentenceOf(view, worry.zero) : undefined
  const ten = open(worry.ten) ? sentenceOf(view, worry.ten) : undefined
  const mayScore = !!zero && !!ten && view.eyes.sight !== 'staff'
  return [
    empty(view, worry, {
      dangers,
      ...(open(worry.goal) && { goal: sentenceOf(view, worry.goal) }),
      ...(worry.familyGoal && open(worry.familyGoal) && { familyGoal: sentenceOf(view, worry.familyGoal) }),
      ...(zero && { zero }),
      ...(ten && { ten }),
      ...(worry.harm && theirs(worry.harm) && { harm: sentenceOf(view, worry.harm) }),
      bottomLines: words(worry.bottomLines, (item) => theirs(item) || aboutMe(item)),
      complicating: words(worry.complicating),
      strengths: words(worry.strengths),
      existingSafety: words(worry.existingSafety),
      nextSteps: nextStepsOf(view, worry),
      mayScore,
      ...scoresOn(view, worry.id, mayScore),
      positions: positionsOn(view, worry.id),
    }),
  ]
}

function forYoung(view: Viewing, worry: Worry): SeenWorry[] {
  const opened = !!worry.endsOpenToChildren
  const open = (item: TextItem) => opened && !view.eyes.shut(item, item.about ?? [])
  const ends = {
    ...(open(worry.zero) && { zero: sentenceOf(view, worry.zero) }),
    ...(open(worry.ten) && { ten: sentenceOf(view, worry.ten) }),
  }
  const { mine } = scoresOn(view, worry.id, true)
  if (!mine && !ends.zero && !ends.ten) return []
  return [empty(view, worry, { ...ends, ...(mine && { mine }), mayScore: !!ends.zero && !!ends.ten })]
}

/** The scale for the whole; numbers are given on it, as on a worry's, once it has an id. */
export function scaleOf(view: Viewing): PlanAsSeenBy['scale'] {
  const { scale } = view.situation.file.plan
  if (!scale || (scale.id && view.eyes.shut({ id: scale.id }))) return undefined
  const [zero] = sentencesOf(view, [scale.zero])
  const [ten] = sentencesOf(view, [scale.ten])
  const end = zero ?? ten
  if (!end) return undefined
  const ends = { ...(zero && { zero }), ...(ten && { ten }) }
  if (!scale.id) return ends
  view.inView.set(scale.id, end)
  const mayScore = !!zero && !!ten && view.eyes.sight !== 'staff'
  const seen = { ...ends, mayScore, ...scoresOn(view, scale.id, mayScore) }
  return { ...ends, scores: empty(view, { id: scale.id }, seen) }
}

function nextStepsOf(view: Viewing, worry: Worry): SeenNextStep[] {
  const theirs = (step: NextStep) => view.theirs(step, [step.who, ...(step.about ?? [])], worry)
  return (worry.nextSteps ?? []).filter(theirs).map((step) => nextStepOf(view, step))
}

function empty(view: Viewing, worry: Pick<Worry, 'id'>, seen: Partial<Omit<SeenWorry, 'id'>>): SeenWorry {
  return handOut<'worry', Omit<SeenWorry, symbol>>(worry.id, {
    id: view.situation.publicId(worry.id),
    dangers: [],
    bottomLines: [],
    complicating: [],
    strengths: [],
    existingSafety: [],
    nextSteps: [],
    others: [],
    mayScore: false,
    positions: [],
    ...seen,
  })
}
