/**
 * Who reads what somebody said: the one rule of it. Reading goes by it, and so do the forms that ask who may read and
 * the staff's lists that say who does.
 */
import type { FamilyFile, SaidEntry, SaidKind, SharedWith } from '#app/domain/plan/case-file'
import type { Eyes } from './eyes'
import type { Saying } from './situation'
import type { Viewing } from './viewing'

/** Beside its author and staff, unless the author chooses: check-ins are for the worker, the rest for the inner circle. */
const UNLESS_CHOSEN: Record<SaidKind, SharedWith> = {
  checkIns: 'worker',
  replies: 'worker',
  answers: 'inner',
  positions: 'inner',
  scores: 'inner',
  approvals: 'inner',
  agreements: 'inner',
}

/**
 * Who an entry is for: what its author chose, or what holds when they did not. A child's words are for the worker. So
 * are those of somebody who sees only their own items, whatever was chosen or kept before: nothing goes through the
 * portal from a person under an order to the one it protects.
 */
export function audienceOf(
  kind: SaidKind,
  { by, sharedWith }: Pick<SaidEntry, 'by' | 'sharedWith'>,
  { children, people }: Pick<FamilyFile, 'children' | 'people'>,
): SharedWith {
  if (people.some(({ id, planView }) => id === by && planView === 'own-items')) return 'worker'
  return sharedWith ?? (children.some(({ id }) => id === by) ? 'worker' : UNLESS_CHOSEN[kind])
}

/** The same of something already kept, as the family stands now. */
export function audienceNow({ situation }: Viewing, { kind, entry: { by }, sharedWith }: Saying): SharedWith {
  return audienceOf(kind, { by, sharedWith }, situation.file)
}

/**
 * What the author of an entry may choose; what holds unless they do comes first. A young person and whoever sees only
 * their own items have no choice. Who does not know everything reaches no further than that with a check-in, and not
 * the whole network with anything: they cannot know whom it would tell.
 */
export function audiencesFor(
  { sight, ownItems }: Pick<Eyes, 'sight'> & { ownItems?: boolean },
  kind: SaidKind,
): [SharedWith, ...SharedWith[]] {
  if (ownItems || sight === 'young') return ['worker']
  const first = UNLESS_CHOSEN[kind]
  const all: SharedWith[] = sight === 'inner' ? ['worker', 'inner', 'network'] : ['worker', first]
  return [first, ...all.filter((one, at) => one !== first && all.indexOf(one) === at)]
}

/** Whose words reach this viewer at all, beside their own: nobody's for a young person or one who sees only their own items. */
export function audiencesOf({ sight, ownItems }: Pick<Eyes, 'sight' | 'ownItems'>): SharedWith[] {
  if (sight === 'staff') return ['worker', 'inner', 'network']
  if (sight === 'young' || ownItems) return []
  return sight === 'inner' ? ['inner', 'network'] : ['network']
}

/**
 * Whether these words are this viewer's to read: their own, or for an audience they belong to, not shut to them, about
 * something in their view, and leaking nothing.
 */
export function mayRead(view: Viewing, saying: Saying): boolean {
  const { eyes } = view
  if (eyes.sight === 'staff' || saying.entry.by === eyes.id) return true
  return isForThem(view, saying) && leaksIn(view, saying).length === 0
}

/** Whether somebody else's words are meant for this viewer, whatever is in them. */
export function isForThem(view: Viewing, saying: Saying): boolean {
  if (!audiencesOf(view.eyes).includes(audienceNow(view, saying)) || isShut(view, saying)) return false
  return isAboutTheirs(view, saying.entry)
}

/** Whether a reply to this viewer may still be read by them: it was checked when it was written, but things are shut since. */
export function mayStillRead(view: Viewing, reply: Saying): boolean {
  if (view.eyes.sight === 'staff') return true
  // Whoever wrote it knew whom not to name, in whatever letters.
  return !isShut(view, reply) && leaksIn(view, reply).every(({ kind }) => kind === 'script')
}

/** Shut as any item is: kept from them, or said or written down by someone hidden from them. */
export function isShut({ eyes }: Viewing, { entry }: Saying): boolean {
  return eyes.shut(entry, [entry.by, entry.recordedBy])
}

function isAboutTheirs({ eyes, inView }: Viewing, entry: SaidEntry): boolean {
  const about = 'about' in entry ? entry.about : undefined
  return about === undefined || about === 'story' ? eyes.sight === 'inner' : inView.has(about)
}

/**
 * Whether what stands in an entry is in its author's own words. A yes to the story that came with a file is a worker's
 * note of how it was given ("asked to agree frames 3-4 only"); one given here says `view`.
 */
export const inOwnWords = ({ kind, entry }: Saying): boolean =>
  kind !== 'approvals' || ('view' in entry && !entry.recordedBy)

/** Everything somebody typed in one entry. */
export function wordsIn({ entry }: Saying): string[] {
  return [entry.words, 'oneUp' in entry ? entry.oneUp : undefined].filter((words) => words !== undefined)
}

const leaksIn = (view: Viewing, saying: Saying) => wordsIn(saying).flatMap((words) => view.leaks(words))
