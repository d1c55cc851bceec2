import type { Id, Plan } from '#app/domain/plan/case-file'
import type { Wording } from './plan-as-seen'

/**
 * Plan text for one reader: the translation into their language when it is of the English as it stands now
 * (a stale one is not shown), always with the English beside; else the English.
 */
export function wordingIn(language: string, translations: Plan['translations']) {
  return (key: Id, english: string): Wording => {
    const translated = translations?.[language]?.[key]
    if (!translated || translated.of !== english) return { text: english, language: 'en' }
    return {
      text: translated.text,
      language,
      ...(translated.status === 'draft' && { draft: true as const }),
      english,
    }
  }
}
