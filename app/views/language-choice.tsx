import { languages } from '#locales/languages'
import { useWords } from './words'

/** The languages, each in its own words. */
export function LanguageChoice() {
  const { t } = useWords('language')
  return (
    <>
      <h1>{t('heading')}</h1>
      <p>{t('about')}</p>
      <form method="post" action="/language">
        {Object.entries(languages).map(([code, name]) => (
          <button key={code} className="btn quiet" name="language" value={code} lang={code}>
            {name}
          </button>
        ))}
      </form>
    </>
  )
}
