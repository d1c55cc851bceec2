import type { Id, Plan } from '#app/domain/plan/case-file'
import { languageOf } from '#locales/languages'
import type { Wording } from './plan-as-seen'

/**
 * Plan text for one reader: the translation into their language when it is of the English as it stands now
 * (a stale one is not shown), always with the English beside; else the English.
 */
export function wordingIn(language: string, translations: Plan['translations'] = {}) {
  const theirs = Object.entries(translations)
    .filter(([tag]) => tag === language || (languageOf(tag) && languageOf(tag) === languageOf(language)))
    // As they read it before as others of their language do: "pl" before "pl-PL".
    .sort(([tag]) => (tag === language ? -1 : 1))
    .map(([, words]) => words)
  return (key: Id, english: string): Wording => {
    const translated = theirs.map((words) => words[key]).find((words) => words?.of === english)
    if (!translated) return { text: english, language: 'en' }
    return {
      text: translated.text,
      language,
      ...(translated.status === 'draft' && { draft: true as const }),
      english,
    }
  }
}
