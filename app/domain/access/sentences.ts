/** Sentences of the plan that stand for themselves. */
import type { NextStep, TextItem } from '#app/domain/plan/case-file'
import type { SeenNextStep, Wording } from './plan-as-seen'
import type { Viewing } from './viewing'

/** One that is this viewer's; whom it is about they know to be involved. */
export function sentenceOf(view: Viewing, item: TextItem): Wording {
  const words = view.words(item)
  for (const id of item.about ?? []) view.met.add(id)
  view.inView.set(item.id, words)
  return words
}

/** Those of them that are this viewer's. */
export function sentencesOf(view: Viewing, items: TextItem[] = []): Wording[] {
  return items.filter((item) => view.theirs(item, item.about ?? [])).map((item) => sentenceOf(view, item))
}

/** What is done next, by whom and until when; the caller knows that it is this viewer's. */
export function nextStepOf(view: Viewing, step: NextStep): SeenNextStep {
  return {
    id: view.situation.publicId(step.id),
    words: sentenceOf(view, step),
    ...(step.who && { who: view.someone(step.who) }),
    ...(step.by && { by: step.by }),
  }
}
