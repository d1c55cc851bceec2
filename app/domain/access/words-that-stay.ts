import type { Id, SaidKind } from '#app/domain/plan/case-file'
import type { Leak } from '#app/domain/plan/checks/leaks'
import type { World } from '#app/domain/world'
import type { Asked } from './asked-of'
import { isForThem, wordsIn } from './audience'
import { type Eyes, eyesOf } from './eyes'
import { caseIdOf } from './handles'
import type { PlanAsSeenBy, SeenCommitment, SeenEntry, SeenWorry } from './plan-as-seen'
import { situationOf, sourceOf } from './read-plan'
import type { Saying, Situation } from './situation'
import { NOW, saidAbout, saidOf } from './spoken'
import type { StoryAsked } from './stories-asked'
import { viewing } from './viewing'
import { composed } from './who-sees-what'

/**
 * Whether somebody this viewer shared their words with will not see them, because of what is in them: the words of an
 * entry, of their newest answer to a commitment or their newest score of a worry. Not who, nor why.
 */
export async function wordsStayFromSome(
  world: World,
  plan: PlanAsSeenBy,
  of: SeenEntry | SeenCommitment | SeenWorry,
): Promise<boolean> {
  const { familyId, viewerId } = sourceOf(plan)
  const about = caseIdOf(of)
  const newest = { before: NOW, limit: 1 }
  const [situation, ...found] = await Promise.all([
    situationOf(world, { familyId, language: plan.viewer.language }),
    saidOf(world, { familyId, ids: [about] }),
    saidAbout(world, { familyId, kind: 'answers', about, by: viewerId }, newest),
    saidAbout(world, { familyId, kind: 'scores', about, by: viewerId }, newest),
  ])
  const saying = found.flat()[0]?.saying
  return !!situation && saying?.entry.by === viewerId && stayFromSome(situation, saying)
}

/** The same of what they said last of a worry, a sentence or the whole plan. */
export async function viewStaysFromSome(world: World, plan: PlanAsSeenBy, of: Asked): Promise<boolean> {
  return newestStays(world, plan, of.kind === 'plan' ? 'agreements' : 'positions', caseIdOf(of))
}

/** The same of a parent's yes or no to a story. */
export async function approvalStaysFromSome(world: World, plan: PlanAsSeenBy, of: StoryAsked): Promise<boolean> {
  return newestStays(world, plan, 'approvals', caseIdOf(of))
}

async function newestStays(world: World, plan: PlanAsSeenBy, kind: SaidKind, about: Id): Promise<boolean> {
  const { familyId, viewerId } = sourceOf(plan)
  const [situation, [newest]] = await Promise.all([
    situationOf(world, { familyId, language: plan.viewer.language }),
    saidAbout(world, { familyId, kind, about, by: viewerId }, { before: NOW, limit: 1 }),
  ])
  return !!situation && !!newest && stayFromSome(situation, newest.saying)
}

/** The same, for one thing said in a family. */
export function stayFromSome(situation: Situation, saying: Saying): boolean {
  const words = wordsIn(saying)
  const author = eyesOf(situation, saying.entry.by)
  if (!author || words.length === 0) return false
  const viewers = [...situation.file.people, ...situation.file.children].filter(({ id }) => id !== author.id)
  return viewers.some(({ id }) => staysFrom(situation, id, saying, words, author))
}

function staysFrom(situation: Situation, viewerId: Id, saying: Saying, words: string[], author: Eyes): boolean {
  const eyes = eyesOf(situation, viewerId)
  if (!eyes) return false
  const alone = { ...situation, said: [saying] }
  const view = viewing(alone, eyes)
  composed(view)
  if (!isForThem(view, saying)) return false
  const { leaks: kept } = viewing(alone, author)
  return words.some((text) => view.leaks(text).some((leak) => !isKeptFromAuthor(leak, kept(text))))
}

/**
 * A name kept from the author as well: somebody who guesses at names must not learn from our sentence that one is
 * right. Contact details are nobody's secret as such.
 */
function isKeptFromAuthor({ kind, found }: Leak, kept: Leak[]): boolean {
  if (kind === 'script') return kept.some((one) => one.kind === kind)
  if (kind !== 'name' && kind !== 'giveaway') return false
  return kept.some((one) => one.kind === kind && (one.found.includes(found) || found.includes(one.found)))
}
