import { type Language, languages } from '#locales/languages'
import { useWords } from '../words'

export type MePageProps = { name: string; worker: string }

/** What a person may change from their own phone: how these pages look to them, and less, never more. */
export function MePage({ name, worker }: MePageProps) {
  const { t, lang } = useWords('me')
  const others = Object.entries(languages).filter(([code]) => code !== lang)
  return (
    <>
      <h1>{t('title')}</h1>
      <p>{t('signedIn', { name })}</p>
      <a className="btn" href="/me/ring">
        {t('ring.title')}
      </a>
      <h2>{t('language')}</h2>
      <p>{languages[lang as Language]}</p>
      <form className="answers" method="post" action="/language" aria-label={t('language')}>
        {others.map(([code, name]) => (
          <button key={code} className="btn quiet" name="language" value={code} lang={code as Language}>
            {name}
          </button>
        ))}
      </form>
      <p className="soft mt-3">{t('texts', { worker })}</p>
      <form className="mt-8" method="post" action="/me/sign-out">
        <button className="btn quiet" type="submit">
          {t('signOut')}
        </button>
        <small className="by">{t('signOutWhat')}</small>
      </form>
      <p className="go mt-6">
        <a href="/me/leave">{t('leave')}</a>
      </p>
    </>
  )
}
