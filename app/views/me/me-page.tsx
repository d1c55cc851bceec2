import { type Language, languages } from '#locales/languages'
import { useWords } from '../words'

export type MePageProps = { name: string; worker: string }

/** What a person may change from their own phone: how these pages look to them, and less, never more. */
export function MePage({ name, worker }: MePageProps) {
  const { t, lang } = useWords('me')
  return (
    <>
      <h1>{t('title')}</h1>
      <p>{t('signedIn', { name })}</p>
      <form method="post" action="/me/sign-out">
        <button className="btn" type="submit">
          {t('signOut')}
        </button>
        <small className="by">{t('signOutWhat')}</small>
      </form>
      <h2>{t('language')}</h2>
      <form method="post" action="/language">
        {Object.entries(languages).map(([code, name]) => (
          <button
            key={code}
            className={code === lang ? 'btn' : 'btn quiet'}
            name="language"
            value={code}
            lang={code as Language}
            aria-pressed={code === lang}
          >
            {name}
          </button>
        ))}
      </form>
      <p className="soft mt-3">{t('texts', { worker })}</p>
      <p className="go mt-6">
        <a href="/me/ring">{t('ring.title')}</a>
        <a href="/me/leave">{t('leave')}</a>
      </p>
    </>
  )
}
