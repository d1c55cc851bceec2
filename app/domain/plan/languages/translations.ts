/** How far each text of a plan has come in one language. */
import { languageOf } from '#locales/languages'
import type { FamilyFile, Plan } from '../case-file'

/** `stale`: its English has changed since, and nobody is shown it. */
export type TranslationState = 'missing' | 'draft' | 'checked' | 'stale'
export type Translation = NonNullable<Plan['translations']>[string][string]

/** Whether somebody who reads one of these reads the other. */
export const isSameLanguage = (a: string, b: string): boolean =>
  a === b || (languageOf(a) !== undefined && languageOf(a) === languageOf(b))

/** The name under which a plan keeps its translations into a language. */
export function keptAs({ plan }: FamilyFile, language: string): string {
  const tags = Object.keys(plan.translations ?? {})
  return tags.find((tag) => tag === language) ?? tags.find((tag) => isSameLanguage(tag, language)) ?? language
}

/** The translation of what goes by this key, and how it stands to the English of today. */
export function translationOf(
  file: FamilyFile,
  language: string,
  key: string,
  english: string,
): { state: TranslationState; translation?: Translation } {
  const translation = file.plan.translations?.[keptAs(file, language)]?.[key]
  if (!translation) return { state: 'missing' }
  return { state: translation.of === english ? translation.status : 'stale', translation }
}

/** The document with these texts in this language; `null` takes one out. */
export function withTranslations(
  file: FamilyFile,
  language: string,
  changes: Record<string, Translation | null>,
): FamilyFile {
  const tag = keptAs(file, language)
  const theirs = { ...file.plan.translations?.[tag] }
  for (const [key, translation] of Object.entries(changes)) {
    if (translation) theirs[key] = translation
    else delete theirs[key]
  }
  return { ...file, plan: { ...file.plan, translations: { ...file.plan.translations, [tag]: theirs } } }
}
