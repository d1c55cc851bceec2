import { languageOf } from '#locales/languages'
import { useWords } from '../words'
import { languageName } from './language-name'

/** That we have no words in somebody's language, and what they get instead; nothing where we have. */
export function NoWordsIn({ language }: { language: string }) {
  const { t, lang } = useWords('desk-people')
  if (languageOf(language)) return null
  return <small>{t('noWordsIn', { language: languageName(language, lang) })}</small>
}
