/** Translations that come in: from a translator outside, in a file, or as they are typed beside the English. */
import { type Before, mayDo } from '#app/domain/council/turns'
import { type Translating, textsFor, translating } from '#app/domain/desk/translating'
import type { Listed } from '#app/domain/plan/faults'
import { maskOf } from '#app/domain/plan/languages/placeholders'
import { readXliff } from '#app/domain/plan/languages/read-xliff'
import { readTable } from '#app/domain/plan/languages/table'
import { takenFrom } from '#app/domain/plan/languages/taken'
import { type Translation, translationOf, withTranslations } from '#app/domain/plan/languages/translations'
import type { AuditedWrite } from '#app/domain/trail/audited-write'
import type { World } from '#app/domain/world'
import { type BeingWritten, faultsFor, nextVersion } from './next-version'

/** The longest file that is read, in letters: a plan's is a twentieth of it. */
const LONGEST = 1_000_000

/**
 * `empty`: nothing was sent; `large`; `nothing`: nothing in it is new; `not-yours`: it is not theirs to write the
 * plan; `changed`: somebody else wrote the plan since they read it; `being-written`: it is open in the editor.
 */
export type NotTaken = 'empty' | 'large' | 'nothing' | 'not-yours' | 'changed' | BeingWritten['refused']

type By = { translator: string; checker: string }
type Of = { familyId: string; language: string }

/**
 * Takes a file back, XLIFF or table, as translations in a family's draft: unchecked, or checked by somebody. All of what
 * fits the plan as it is now, or nothing and every line that does not. `left` counts what was of another English.
 */
export async function takeFile(
  world: World,
  before: Before,
  { familyId, language }: Of,
  { file: text, translator, checker }: By & { file: string },
  writeAs: AuditedWrite,
): Promise<{ taken: number; left: number } | { refused: NotTaken } | Listed> {
  if (!text.trim()) return { refused: 'empty' }
  if (text.length > LONGEST) return { refused: 'large' }
  const of = await translating(world, familyId)
  if (!of) return { refused: 'not-yours' }
  const read = /^\ufeff?\s*</.test(text) ? readXliff(text, language) : readTable(text)
  if ('fault' in read) return { faults: [{ path: '$', message: read.fault }] }
  const mark = checker ? { status: 'checked' as const, by: checker } : { status: 'draft' as const, by: translator }
  const asked = { file: of.file, mask: maskOf(of.file, of.staff), language, texts: of.texts }
  const taken = takenFrom(asked, read.returned, mark)
  if ('faults' in taken) return taken
  const put = await writtenInto(world, before, { familyId, language }, of, taken.changes, writeAs)
  return 'taken' in put ? { ...put, left: taken.left } : put
}

/** What was typed beside each English text, and which of them somebody has checked. */
export type Typed = { words: Record<string, string>; checked: Set<string> }

/**
 * Takes what was typed beside the English into a family's draft. A text that is another than before is unchecked and
 * `translator`'s, unless it was ticked as checked by `checker`; an empty one goes. Only of the version that was read.
 */
export async function takeTyped(
  world: World,
  before: Before,
  { familyId, language, versionId }: Of & { versionId: string },
  { words, checked, translator, checker }: By & Typed,
  writeAs: AuditedWrite,
): Promise<{ taken: number } | { refused: NotTaken } | Listed> {
  const of = await translating(world, familyId)
  if (!of) return { refused: 'not-yours' }
  if (of.versionId !== versionId) return { refused: 'changed' }
  const changes: Record<string, Translation | null> = {}
  for (const { id, key, english } of textsFor(of, language)) {
    const typed = words[id]?.replace(/\r\n?/g, '\n').trim()
    if (typed === undefined) continue
    const { translation } = translationOf(of.file, language, key, english)
    const isChecked = checked.has(id)
    if (!typed && translation) changes[key] = null
    if (typed && (typed !== translation?.text || isChecked))
      changes[key] = {
        ...{ text: typed, of: english, status: isChecked ? 'checked' : 'draft' },
        by: isChecked ? checker : translator,
      }
  }
  return writtenInto(world, before, { familyId, language }, of, changes, writeAs)
}

async function writtenInto(
  world: World,
  before: Before,
  { familyId, language }: Of,
  { versionId }: Translating,
  changes: Record<string, Translation | null>,
  writeAs: AuditedWrite,
): Promise<{ taken: number } | { refused: NotTaken } | Listed> {
  const taken = Object.keys(changes).length
  if (taken === 0) return { refused: 'nothing' }
  let changed = false
  const put = await nextVersion(
    world,
    { familyId, by: before.staffId },
    async ({ newest, draft }) => {
      // As with a draft that stands: a manager does not write the plan they endorse.
      const may = draft ? mayDo(draft, before).replace : before.as && before.as !== 'manager'
      changed = newest.id !== versionId
      const document = !changed && may ? withTranslations(newest.document, language, changes) : undefined
      if (!document) return undefined
      const wrong = await faultsFor(world, familyId, document)
      return wrong ?? { document, did: draft ? 'draft replaced' : 'draft begun', keepsReach: true }
    },
    writeAs,
  )
  if (!put) return { refused: changed ? 'changed' : 'not-yours' }
  return 'versionId' in put ? { taken } : put
}
