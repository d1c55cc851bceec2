/** The texts of a plan as they can be listened to: what is read can be heard, by the same rule. */
import { and, eq } from 'drizzle-orm'
import { itemTexts } from '#app/domain/plan/item-text'
import type { World } from '#app/domain/world'
import { voices } from '#db/schema'
import type { PlanAsSeenBy, Wording } from './plan-as-seen'
import { sourceOf } from './read-plan'
import { viewingOf } from './who-sees-what'
import { wordingIn } from './wording'

export const HEARD_PARTS = ['rules', 'mine', 'signs', 'worries', 'more', 'story'] as const
export type HeardPart = (typeof HEARD_PARTS)[number]
/** `who`: who does it, said first, since nobody sees who listens. `readBy`: whose voice reads it out, where there is a recording of just these words; `type`: as what it is kept. */
export type Heard = {
  id: string
  part: HeardPart
  words: Extract<Wording, { text: string }>
  who?: string
  readBy?: string
  type?: string
}

/** Sentences; what says when and where beside one, and what is to be drawn, is no text to be listened to. */
const SENTENCE = /^[^.]+(\.(forChildren|means|how|knows))?$/

type Text = Heard & { key: string; english: string }

/** All this viewer reads, but for a code word: that is said out loud by nobody. */
function textsOf(plan: PlanAsSeenBy): Text[] {
  const { shown, situation } = viewingOf(plan)
  const { file, publicId, language } = situation
  const kinds = new Map(itemTexts(file).map(({ id, kind }) => [id, kind]))
  const secret = new Set(file.plan.safety?.codeWord?.map(({ id }) => id))
  const wording = wordingIn(language, file.plan.translations)
  const steps = plan.triggers.flatMap((trigger) => trigger.steps)
  const doers = new Map([...plan.commitments, ...steps].map(({ id, who }) => [id, who]))
  const texts = [...shown].flatMap(([key, english]): Text[] => {
    const [item = '', field] = key.split('.')
    if (!SENTENCE.test(key) || secret.has(item)) return []
    const words = wording(key, english)
    if (!('text' in words)) return []
    const id = field ? `${publicId(item)}.${field}` : publicId(item)
    const who = doers.get(id)
    const named = typeof who === 'object' && { who: who.name }
    return [{ id, key, english, words, ...named, part: PARTS[kinds.get(item) ?? ''] ?? 'more' }]
  })
  return HEARD_PARTS.flatMap((part) => texts.filter((text) => text.part === part))
}
const PARTS: Record<string, HeardPart> = {
  ...{ rule: 'rules', commitment: 'mine', sign: 'signs', step: 'signs', worry: 'worries', story: 'story' },
}

/** Everything one viewer can listen to, in the language they read. */
export async function heardBy(world: World, plan: PlanAsSeenBy): Promise<Heard[]> {
  const { familyId } = sourceOf(plan)
  const { situation, leaks } = viewingOf(plan)
  const { language } = situation
  const kept = await world.db.read
    .select({
      key: voices.textKey,
      english: voices.english,
      words: voices.words,
      readBy: voices.readBy,
      type: voices.type,
    })
    .from(voices)
    .where(and(eq(voices.familyId, familyId), eq(voices.language, language)))
  return textsOf(plan).map(({ key, english, ...text }) => {
    const voice = kept.find((one) => one.key === key && one.english === english && one.words === text.words.text)
    // A name that would tell this reader something is left out; the voice says the text and no more.
    return { ...text, ...(voice && { readBy: leaks(voice.readBy).length > 0 ? '' : voice.readBy, type: voice.type }) }
  })
}

/** A recording of a text this viewer reads, of its words as they stand; undefined for every other. */
export async function voiceFor(world: World, plan: PlanAsSeenBy, id: string) {
  const text = textsOf(plan).find((one) => one.id === id)
  if (!text) return undefined
  const [voice] = await world.db.read
    .select({ type: voices.type, bytes: voices.bytes })
    .from(voices)
    .where(
      and(
        eq(voices.familyId, sourceOf(plan).familyId),
        eq(voices.textKey, text.key),
        eq(voices.language, viewingOf(plan).situation.language),
        eq(voices.english, text.english),
        eq(voices.words, text.words.text),
      ),
    )
  return voice
}
