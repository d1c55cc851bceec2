import { standingOf } from '#app/domain/access/standing'
import { type TextRead, textsRead } from '#app/domain/access/texts-read'
import { londonDay } from '#app/domain/london'
import { personCalled } from '#app/domain/plan/called'
import type { FamilyFile, Id } from '#app/domain/plan/case-file'
import type { ToTranslate } from '#app/domain/plan/languages/sheet'
import { isSameLanguage, type TranslationState, translationOf } from '#app/domain/plan/languages/translations'
import type { World } from '#app/domain/world'

/** A text of the plan with its readers; `id` is public. */
type Text = ToTranslate & Pick<TextRead, 'readers'>

/** A family's plan as it is translated: its draft, or, without one, what is published. */
export type Translating = {
  versionId: string
  isDraft: boolean
  /** As it is kept, and the same with people's languages of today. */
  document: FamilyFile
  file: FamilyFile
  staff: { name: string }[]
  texts: Text[]
  nameOf: (id: Id) => string
}

export async function translating(world: World, familyId: string, publishedId?: string): Promise<Translating | null> {
  const family = await standingOf(world, familyId, { draftFirst: true })
  if (!family) return null
  const { file, narrowings, document, staff, publicIds } = family
  const today = londonDay(world.now().toISOString())
  return {
    ...{ document, file, staff: Object.values(staff), versionId: family.versions[0].id },
    isDraft: family.versions[0].id !== publishedId,
    texts: textsRead({ file, narrowings, today }).flatMap((text) => {
      const [item = '', field] = text.key.split('.')
      const id = publicIds.get(item)
      return id ? [{ ...text, id: field ? `${id}.${field}` : id }] : []
    }),
    nameOf: (id) => personCalled(file, staff, id).name,
  }
}

/** Of one language: who reads it, and how many of the texts they read stand how. */
export type LanguageLine = { language: string; readers: string[]; counts: Record<TranslationState, number> }

/** The languages, beside English, in which somebody reads the plan, or it has words. */
export function languagesOf(of: Translating): LanguageLine[] {
  const kept = Object.keys(of.file.plan.translations ?? {})
  const read = [...new Set(of.texts.flatMap(({ readers }) => readers))].map((id) => languageRead(of.file, id))
  const all = [...read, ...kept].filter((tag) => !isSameLanguage(tag, 'en'))
  const each = all.filter((tag, at) => all.findIndex((one) => isSameLanguage(one, tag)) === at)
  return each.map((language) => {
    const { lines, readers } = sideBySide(of, language)
    const counts = { missing: 0, draft: 0, checked: 0, stale: 0 }
    for (const { state } of lines) counts[state]++
    return { language, readers, counts }
  })
}

/** English beside its translation. */
export type SideLine = {
  id: string
  where: string
  english: string
  state: TranslationState
  text?: string
  /** What the translation is of, when that is another English. */
  of?: string
  by?: string
  readers: string[]
}

/** All that somebody who reads this language sees, and apart from it what none of them does (`unread`). */
export function sideBySide(of: Translating, language: string) {
  const { file, nameOf } = of
  const reads = (id: Id) => isSameLanguage(languageRead(file, id), language)
  const lines = of.texts.map(({ id, key, where, english, readers }): SideLine => {
    const { state, translation } = translationOf(file, language, key, english)
    return {
      ...{ id, where, english, state, readers: readers.filter(reads).map(nameOf) },
      ...(translation && { text: translation.text, by: translation.by }),
      ...(state === 'stale' && { of: translation?.of }),
    }
  })
  const readers = [...new Set(of.texts.flatMap(({ readers }) => readers))].filter(reads).map(nameOf)
  return {
    readers,
    lines: lines.filter(({ readers }) => readers.length > 0),
    unread: lines.filter(({ readers }) => readers.length === 0),
  }
}

/** Those texts that somebody who reads this language sees. */
export const textsFor = (of: Translating, language: string): ToTranslate[] =>
  of.texts.filter(({ readers }) => readers.some((id) => isSameLanguage(languageRead(of.file, id), language)))

/** A child reads what the family does. */
const languageRead = (file: FamilyFile, id: Id) =>
  file.people.find((person) => person.id === id)?.language ?? file.language
