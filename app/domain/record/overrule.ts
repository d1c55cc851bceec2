/** Somebody decides that words the leak check found may stand, or that they may not any more. */
import { eq } from 'drizzle-orm'
import { draftOf } from '#app/domain/council/drafts'
import { type Before, mayDo } from '#app/domain/council/turns'
import { ownWords, tooLong } from '#app/domain/forms/own-words'
import type { Id } from '#app/domain/plan/case-file'
import type { Finding } from '#app/domain/plan/checks/finding'
import { hashOf } from '#app/domain/tokens'
import { type AuditedWrite, plainly } from '#app/domain/trail/audited-write'
import type { World } from '#app/domain/world'
import { families, overrules } from '#db/schema'
import { lookThroughVersion } from './look-through'
import { Moved, unlessMoved } from './moved'
import { overrulesOf, wordOf } from './overrules'

/** `moved`: it is not found any more, or not theirs to decide; `changed`: it is not the draft they read. */
export type OverruleRefused = 'moved' | 'changed' | 'words-missing' | 'words-long'

/** A finding by a name for the address of its page: the words in it are for nobody's history. */
export const whichFinding = ({ path, found = '' }: Pick<Finding, 'path' | 'found'>): string =>
  hashOf(`${path} ${found}`).slice(0, 22)

/**
 * Lets words in a family's draft stand for all who would read them there, with the reason why, in one write with its
 * audit row. Only for somebody who did not write the draft: a manager of the family, or who makes the second check.
 */
export async function overrule(
  world: World,
  before: Before,
  of: { familyId: string; versionId: string },
  { which, reason }: { which: string; reason: string },
  writeAs: AuditedWrite = plainly(world),
): Promise<{ is: 'decided' } | { refused: OverruleRefused }> {
  const { familyId } = of
  for (;;) {
    const draft = await draftOf(world, familyId)
    if (!draft || !mayDo(draft, before).overrule) return { refused: 'moved' }
    if (draft.versionId !== of.versionId) return { refused: 'changed' }
    const words = ownWords(reason)
    if (!words) return { refused: 'words-missing' }
    if (tooLong(reason)) return { refused: 'words-long' }
    const look = await lookThroughVersion(world, draft.versionId)
    const leak = look?.leaks.find((one) => whichFinding(one) === which)
    if (!leak) return { refused: 'moved' }
    const tells = (reader: Id) => (leak.leak && look ? look.toldOf(reader, leak.found ?? '', leak.leak.kind) : [])
    const row = { familyId, word: wordOf(leak.found ?? ''), found: leak.found ?? '', reason: words, by: before.staffId }
    const did = { who: `staff:${before.staffId}`, familyId, did: 'leak overruled', about: leak.item } as const
    try {
      await writeAs(did, async (db) => {
        await unlessMoved(db, familyId, look?.revision)
        const at = world.now().toISOString()
        return [
          db
            .insert(overrules)
            .values(leak.people.map((personId) => ({ ...row, personId, at, tellsOf: tells(personId) }))),
        ]
      })
      return { is: 'decided' }
    } catch (error) {
      if (!(error instanceof Moved)) throw error
    }
  }
}

/**
 * Takes one decision back, for everybody it was made for in one press: the words are found again. Null, and nothing
 * written, when it does not hold any more. The caller has made sure that the member of staff may read the family's plan.
 */
export async function takeBackOverrule(
  world: World,
  staffId: string,
  { familyId, id }: { familyId: string; id: number },
  writeAs: AuditedWrite = plainly(world),
): Promise<{ is: 'taken-back' } | null> {
  const [family] = await world.db.read.select().from(families).where(eq(families.id, familyId))
  const all = await overrulesOf(world, familyId)
  const one = all.find((row) => row.id === id)
  if (!one) return null
  const those = all.filter((row) => row.word === one.word && row.at === one.at && row.by.id === one.by.id)
  const did = { who: `staff:${staffId}`, familyId, did: 'overrule taken back', about: String(id) } as const
  try {
    await writeAs(did, async (db) => {
      await unlessMoved(db, familyId, family?.revision)
      const at = world.now().toISOString()
      return [
        db
          .insert(overrules)
          .values(those.map(({ personId, word, found }) => ({ familyId, personId, word, found, by: staffId, at }))),
      ]
    })
  } catch (error) {
    if (error instanceof Moved) return takeBackOverrule(world, staffId, { familyId, id }, writeAs)
    throw error
  }
  return { is: 'taken-back' }
}
