import type { Id, Plan, TextItem } from '#app/domain/plan/case-file'
import type { SeenSafety, Wording } from './plan-as-seen'
import { sentenceOf } from './sentences'
import type { Viewing } from './viewing'

type Safety = NonNullable<Plan['safety']>

/**
 * What keeps people safe: for the inner circle; for a narrow view what names the reader or is set apart for them; for a
 * young person what is set apart for them and nothing else. Nothing that was said leads to a code word: it stands on the
 * plan's own page alone.
 */
export function safetyOf(view: Viewing): SeenSafety {
  const safety: Safety = view.situation.file.plan.safety ?? {}
  const say = (items: TextItem[] = []) =>
    items.filter((item) => isTheirs(view, item)).map((item) => sentenceOf(view, item))
  return {
    bag: say(safety.bag),
    safePlaces: say(safety.safePlaces),
    wayOut: say(safety.wayOut),
    codeWord: (safety.codeWord ?? []).filter((item) => isTheirs(view, item)).map((item): Wording => view.words(item)),
    mayCollect: (safety.mayCollect ?? [])
      .filter((item) => isTheirs(view, item, [item.child, ...item.who]))
      .filter(({ byVoice }) => !byVoice || view.eyes.sight === 'staff')
      .map(({ id, child, who }) => ({
        id: view.situation.publicId(id),
        child: view.someone(child),
        who: who.map((one) => view.someone(one)),
      })),
    health: (safety.health ?? [])
      .filter((item) => isTheirs(view, item, [item.child]))
      .map((item) => ({ child: view.someone(item.child), words: sentenceOf(view, item) })),
  }
}

function isTheirs(view: Viewing, item: Omit<TextItem, 'text'>, also: Id[] = []): boolean {
  const names = [...also, ...(item.about ?? [])]
  const { eyes } = view
  if (view.theirs(item, names)) return true
  if (eyes.shut(item, names)) return false
  if (eyes.sight === 'young') return !!item.onlyFor && eyes.isIn(item.onlyFor)
  return eyes.sight === 'middle' && view.involves(item, names)
}
