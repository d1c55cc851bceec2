import en from '#locales/en/link.json'
import { type Language, languages } from '#locales/languages'
import pl from '#locales/pl/link.json'
import ur from '#locales/ur/link.json'
import { useWords } from '../words'

/** Whose phone it is nobody knows yet, nor what its owner reads: so it is said in every language at once. */
const all: Record<Language, typeof en> = { en, pl, ur }

/** What a link from a text shows, whatever became of it: nothing is looked up before a button is pressed. */
export function LinkPage({ busy }: { busy?: boolean }) {
  const { t, lang } = useWords('link')
  const order = [lang, ...(Object.keys(languages) as Language[]).filter((one) => one !== lang)]
  return (
    <>
      <h1>{t('title')}</h1>
      {busy && (
        <p className="card warm" role="alert">
          {t('busy')}
        </p>
      )}
      <form method="post">
        {order.map((one) => (
          <button key={one} className="btn" lang={one} name="language" value={one} type="submit">
            {all[one].continue}
          </button>
        ))}
      </form>
      {order.map((one) => (
        <p key={one} lang={one} dir={one === 'ur' ? 'rtl' : 'ltr'} className="soft mt-4">
          {all[one].notYou.title} {all[one].notYou.what}
        </p>
      ))}
      {/* Without a path it is sent to this very address, so that the page is the same for every link. */}
      <form method="post" action="?stop">
        <button className="btn quiet" type="submit">
          {order
            .map((one) => all[one].notYou.stop)
            .filter((stop, at, all) => all.indexOf(stop) === at)
            .join(' · ')}
        </button>
      </form>
    </>
  )
}
