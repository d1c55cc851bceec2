/** Whether a hand may be given to a draft as things stand, and whether it is the last one needed. */
import { eq } from 'drizzle-orm'
import { type Draft, draftOf } from '#app/domain/council/drafts'
import { teamOf } from '#app/domain/council/team-of'
import { type Before, checkersOf, endorsersOf, mayDo, progressOf } from '#app/domain/council/turns'
import { ownWords, tooLong } from '#app/domain/forms/own-words'
import type { Fault } from '#app/domain/plan/faults'
import { publishingFaults } from '#app/domain/plan/who-publishes'
import type { World } from '#app/domain/world'
import { families } from '#db/schema'
import { lookThroughVersion } from './look-through'
import { lookedThroughEyes } from './looked-through-eyes'

export type Giving =
  | { kind: 'asked'; checker?: string }
  | { kind: 'endorsed' }
  | { kind: 'second-checked' }
  | { kind: 'sent-back'; words: string }

/**
 * `moved`: it is no draft any more, or this is not theirs to give now; `changed`: it is not the draft they read;
 * `not-looked`: they have not looked at it as everybody who would see it.
 */
export type HandRefused =
  | 'moved'
  | 'changed'
  | 'not-looked'
  | 'no-endorser'
  | 'no-checker'
  | 'words-missing'
  | 'words-long'

/** Who stands behind it, once nothing more is needed. */
type Shown = { endorsedAt: string; endorsedBy: string; secondCheckedAt?: string; secondCheckedBy?: string }

/** Good while the family has this revision. With `shown` it is the last hand needed. */
export type MayGive = { draft: Draft; revision?: number; shown?: Shown }
export type MayNot = { refused: HandRefused } | { faults: Fault[] }

export async function lookAtDraft(
  world: World,
  before: Before,
  { familyId, versionId }: { familyId: string; versionId: string },
  giving: Giving,
): Promise<MayGive | MayNot> {
  // What is read after the number may be newer than it, never older.
  const [family] = await world.db.read.select().from(families).where(eq(families.id, familyId))
  const draft = await draftOf(world, familyId)
  if (!draft) return { refused: 'moved' }
  const may = mayDo(draft, before)
  const isTheirs = { asked: may.ask, endorsed: may.endorse, 'second-checked': may.check, 'sent-back': may.sendBack }
  if (!isTheirs[giving.kind]) return { refused: 'moved' }
  if (draft.versionId !== versionId) return { refused: 'changed' }
  const found = { draft, revision: family?.revision }
  if (giving.kind === 'sent-back') {
    if (!ownWords(giving.words)) return { refused: 'words-missing' }
    return tooLong(giving.words) ? { refused: 'words-long' } : found
  }
  if (giving.kind === 'asked') {
    const refused = await whyNotAsked(world, draft, before.staffId, giving.checker)
    if (refused) return { refused }
  }
  // Looks are only ever added to the trail, and who has a view goes by the family's revision: it holds in the write too.
  if (giving.kind === 'second-checked') {
    const everybody = await lookedThroughEyes(world, draft, before.staffId)
    if (everybody.some(({ looked }) => !looked)) return { refused: 'not-looked' }
  }
  return inTheDocument(world, found, before.staffId, giving)
}

/** Nobody could endorse it, or nobody was named who can make the second check it needs. */
async function whyNotAsked(world: World, draft: Draft, by: string, checker?: string): Promise<HandRefused | undefined> {
  const team = await teamOf(world, draft.familyId)
  if (endorsersOf(draft, team, by).length === 0 && !progressOf(draft).endorsed) return 'no-endorser'
  const isNamed = checkersOf(draft, team, by).some(({ id }) => id === checker)
  return draft.domesticAbuse && !isNamed ? 'no-checker' : undefined
}

/** What keeps the document itself, or these hands, from being shown. */
async function inTheDocument(
  world: World,
  { draft, revision }: MayGive,
  staffId: string,
  { kind }: Giving,
): Promise<MayGive | MayNot> {
  const { endorsed, checked, waitsFor } = progressOf(draft)
  const look = await lookThroughVersion(world, draft.versionId, kind === 'second-checked' ? staffId : checked?.by.id)
  if (!look) return { refused: 'moved' }
  const { faults, everyone } = look
  if (faults.length > 0) return { faults }
  const at = world.now().toISOString()
  const isLast = kind !== 'asked' && waitsFor.length === 1
  const endorsement = kind === 'endorsed' ? { by: staffId, at } : endorsed && { by: endorsed.by.id, at: endorsed.at }
  const check = kind === 'second-checked' ? { by: staffId, at } : checked && { by: checked.by.id, at: checked.at }
  if (!endorsement) return { draft, revision }
  const hands = { endorsedBy: endorsement.by, secondCheckBy: check?.by }
  const wrong = publishingFaults(everyone, isLast && draft.domesticAbuse, draft.author.id, hands)
  if (wrong.length > 0) return { faults: wrong }
  const shown = {
    ...{ endorsedAt: endorsement.at, endorsedBy: endorsement.by },
    ...(check && { secondCheckedAt: check.at, secondCheckedBy: check.by }),
  }
  return { draft, revision, ...(isLast && { shown }) }
}
