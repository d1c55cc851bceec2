import { and, eq } from 'drizzle-orm'
import { type Translating, translating } from '#app/domain/desk/translating'
import { isSameLanguage, translationOf } from '#app/domain/plan/languages/translations'
import { type AuditedWrite, plainly } from '#app/domain/trail/audited-write'
import type { World } from '#app/domain/world'
import { voices } from '#db/schema'
import type { Recording } from './recorded'

/** A text of a plan as it is read out in one language: the words to read, and whether a recording is of them. */
export type VoiceLine = {
  id: string
  where: string
  words: string
  language: string
  readBy?: string
  stale?: true
}

const wordsIn = ({ file }: Translating, language: string, { key, english }: { key: string; english: string }) => {
  if (isSameLanguage(language, 'en')) return english
  const { state, translation } = translationOf(file, language, key, english)
  return state === 'stale' || !translation ? english : translation.text
}

/** What can be read out in this language; undefined when the family has no plan. */
export async function voiceLines(world: World, familyId: string, language: string): Promise<VoiceLine[] | undefined> {
  const of = await translating(world, familyId)
  if (!of) return undefined
  const kept = await world.db.read
    .select({ key: voices.textKey, english: voices.english, words: voices.words, readBy: voices.readBy })
    .from(voices)
    .where(and(eq(voices.familyId, familyId), eq(voices.language, language)))
  return of.texts
    .filter(({ key, readers }) => readers.length > 0 && !key.endsWith('.picture') && !isSecret(of, key))
    .map((text) => {
      const words = wordsIn(of, language, text)
      const voice = kept.find(({ key }) => key === text.key)
      const stale = voice && (voice.english !== text.english || voice.words !== words)
      const line = { id: text.id, where: text.where, words, language }
      return { ...line, ...(voice && { readBy: voice.readBy }), ...(stale && { stale: true as const }) }
    })
}

const isSecret = ({ file }: Translating, key: string) => file.plan.safety?.codeWord?.some(({ id }) => id === key)

/**
 * Puts a recording beside a text (`id`: public), tied to the words it is of: when they change it is heard no more. Takes
 * the place of the one before; `null` takes that one out. False for a text that is not there.
 */
export async function putVoice(
  world: World,
  of: { familyId: string; by: string },
  { id, language, readBy, recording }: { id: string; language: string; readBy: string; recording: Recording | null },
  writeAs: AuditedWrite = plainly(world),
): Promise<boolean> {
  const plan = await translating(world, of.familyId)
  const text = plan?.texts.find((one) => one.id === id)
  if (!plan || !text || isSecret(plan, text.key)) return false
  const where = and(eq(voices.familyId, of.familyId), eq(voices.textKey, text.key), eq(voices.language, language))
  const row = recording && {
    ...{ ...of, textKey: text.key, language, readBy, ...recording },
    ...{ english: text.english, words: wordsIn(plan, language, text), madeAt: world.now().toISOString() },
  }
  const did = recording ? 'voice put in' : 'voice taken out'
  await writeAs({ who: `staff:${of.by}`, familyId: of.familyId, did, about: text.key }, async (db) => [
    db.delete(voices).where(where),
    ...(row ? [db.insert(voices).values(row)] : []),
  ])
  return true
}
