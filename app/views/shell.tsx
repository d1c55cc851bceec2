import type { ReactNode } from 'react'
import { type Language, languages } from '#locales/languages'
import { Icon } from './icon'
import { useWords } from './words'

type Place = {
  /** The discreet name of the service. */
  serviceName: string
  /** The public id of the reader's plan, when they are signed in. */
  plan?: string
}

/** What stands round every page a family sees: name and languages above, the bar at the thumb, the open pages below. */
export function Shell({ serviceName, plan, children }: Place & { children: ReactNode }) {
  const { t } = useWords('frame')
  return (
    <div className="page">
      <a className="skip btn" href="#main">
        {t('skip')}
      </a>
      <TopBar serviceName={serviceName} plan={plan} />
      <main id="main">{children}</main>
      <Foot plan={plan} />
      <Bar plan={plan} />
    </div>
  )
}

/** The service's name; for who is not in yet, the other languages too. Whoever is in has chosen: they stand at the foot. */
export function TopBar({ serviceName, plan }: Place) {
  return (
    <header className="top">
      <a href={plan ? '/home' : '/'}>{serviceName}</a>
      {!plan && <Languages />}
    </header>
  )
}

/** A press for each other language, in that language. */
function Languages() {
  const { t, lang } = useWords('frame')
  const others = Object.entries(languages).filter(([code]) => code !== lang)
  return (
    <form className="langs" method="post" action="/language" aria-label={t('language')}>
      {others.map(([code, name]) => (
        <button key={code} name="language" value={code} lang={code as Language}>
          {name}
        </button>
      ))}
    </form>
  )
}

/** Always within reach of a thumb. Whoever is not in yet has no home, and a press on one would lose what they typed. */
export function Bar({ plan }: { plan?: string }) {
  const { t } = useWords('frame')
  const open = useWords('common')
  return (
    <nav className="bar" aria-label={t('menu')}>
      {plan && (
        <a href="/home">
          <Icon of="home" />
          {t('home')}
        </a>
      )}
      <a className="n" href={plan ? `/p/${plan}/now` : '/help'}>
        <Icon of="now" />
        {plan ? t('now') : open.t('help')}
      </a>
      <a className="x" href="/exit" title={t('exitHint')}>
        <Icon of="exit" />
        {t('exit')}
      </a>
    </nav>
  )
}

function Foot({ plan }: { plan?: string }) {
  const { t } = useWords('common')
  return (
    <footer className="foot">
      {plan && <a href="/me">{t('me')}</a>}
      <a href="/help">{t('help')}</a>
      {plan && <a href="/phone">{t('phone')}</a>}
      <a href="/privacy">{t('privacy')}</a>
      <a href="/accessibility">{t('accessibility')}</a>
      {plan && <Languages />}
    </footer>
  )
}
