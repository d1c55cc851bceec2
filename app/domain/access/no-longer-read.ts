import type { Id } from '#app/domain/plan/case-file'
import type { World } from '#app/domain/world'
import { mayRead, mayStillRead } from './audience'
import { sidesOf } from './eyes'
import { wordsSaid } from './narrowable'
import { situationIn } from './read-plan'
import type { Saying, Situation } from './situation'
import { everythingSaid, NOW } from './spoken'
import type { Standing } from './standing'
import { seenBy, viewingOf } from './who-sees-what'

const AT_ONCE = 400
const LISTED = 50

/**
 * What these rows would take from somebody's reading: entries, and replies to their own, which they may read today and
 * would not any more, newest first. `more`: there are others beside the fifty listed. It goes through all that was
 * said until it has those, a part at a time: this is asked by a worker about to shut something, not by a page.
 */
export async function noLongerRead(
  world: World,
  family: Standing,
  rows: Situation['narrowings'],
): Promise<{ words: string[]; more: boolean }> {
  const now = situationIn(world, family, family.document.language)
  const after = { ...now, narrowings: [...now.narrowings, ...rows] }
  const shutTo = new Set(rows.map((row) => row.shutTo))
  const { people, children } = family.document
  const readers = [...people, ...children]
    .map(({ id }) => id)
    .filter((id) => shutTo.has(id) || sidesOf(family.document, id).some((side) => shutTo.has(side)))
    .map((id) => ({ reads: readBy(now, id), willRead: readBy(after, id) }))
  const words: string[] = []
  for (let before = NOW; ; ) {
    const some = await everythingSaid(world, { familyId: family.familyId }, { before, limit: AT_ONCE })
    for (const { saying } of some) {
      const lost = [saying, ...saying.replies].filter((one) =>
        readers.some(({ reads, willRead }) => reads(one, saying) && !willRead(one, saying)),
      )
      words.push(...lost.filter(({ entry }) => entry.words).map((one) => wordsSaid(family, one)))
    }
    const last = some.at(-1)
    if (words.length > LISTED) return { words: words.slice(0, LISTED), more: true }
    if (!last || some.length < AT_ONCE) return { words, more: false }
    before = last.place
  }
}

/** Whether one person may read an entry, or `one` of the replies to it. Their own words stay theirs. */
function readBy(situation: Situation, id: Id): (one: Saying, of: Saying) => boolean {
  const plan = seenBy(situation, id)
  if (!plan) return () => false
  const view = viewingOf(plan)
  return (one, of) => {
    if (one === of) return one.kind !== 'replies' && one.entry.by !== id && mayRead(view, one)
    return of.entry.by === id ? mayStillRead(view, one) : mayRead(view, of) && mayRead(view, one)
  }
}
