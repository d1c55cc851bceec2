import type { ReactNode } from 'react'
import { type Language, languages } from '#locales/languages'
import { useWords } from '../words'

export type DeskFrameProps = {
  staff: { name: string; role: 'worker' | 'manager' | 'administrator' }
  /** How much waits to be read. */
  waiting: number
  families: number
  /** Families that need somebody, for an administrator. */
  nobodys: number
  /** Where the reader is. */
  on?: 'today' | 'families' | 'texts' | 'settings' | 'staff' | 'trail' | 'team' | 'away' | 'glass'
}

/** What stands round every page a member of staff sees: a short list of places, who they are, and the way out. */
export function DeskFrame({
  staff,
  waiting,
  families,
  nobodys,
  on,
  children,
}: DeskFrameProps & { children: ReactNode }) {
  const { t } = useWords('desk')
  const frame = useWords('frame').t
  return (
    <div className="desk">
      <header>
        <a className="skip btn" href="#main">
          {frame('skip')}
        </a>
        <p className="brand">{t('brand')}</p>
        {staff.role !== 'administrator' && (
          <form className="search" method="get" action="/desk/search">
            <label htmlFor="q" className="only-heard">
              {t('search.title')}
            </label>
            <input id="q" name="q" type="search" placeholder={t('search.title')} maxLength={100} autoComplete="off" />
          </form>
        )}
        <nav aria-label={t('menu')}>
          {staff.role === 'administrator' ? (
            <>
              <Place href="/desk/settings" on={on === 'settings'}>
                {t('settings')}
              </Place>
              <Place href="/desk/staff" on={on === 'staff'} count={nobodys || undefined}>
                {t('staff')}
              </Place>
              <Place href="/desk/trail" on={on === 'trail'}>
                {t('trail')}
              </Place>
            </>
          ) : (
            <>
              <Place href="/desk" on={on === 'today'} count={waiting}>
                {t('today')}
              </Place>
              <Place href="/desk/families" on={on === 'families'} count={families}>
                {t('families')}
              </Place>
              <Place href="/desk/texts" on={on === 'texts'}>
                {t('texts')}
              </Place>
              {staff.role === 'manager' && (
                <Place href="/desk/team" on={on === 'team'}>
                  {t('team')}
                </Place>
              )}
              <Place href="/desk/away" on={on === 'away'}>
                {t('away')}
              </Place>
              <Place href="/desk/glass" on={on === 'glass'}>
                {t('glass')}
              </Place>
            </>
          )}
        </nav>
        <div className="me">
          <p>
            {staff.name} <small className="role">{t(`role.${staff.role}`)}</small>
          </p>
          <form method="post" action="/desk/sign-out">
            <button type="submit" className="press">
              {t('signOut')}
            </button>
          </form>
          <Languages />
        </div>
      </header>
      <main id="main">{children}</main>
    </div>
  )
}

/** The same round a dead end, which knows nobody: the way back, and no more. */
export function DeskDeadEnd({ children }: { children: ReactNode }) {
  const { t } = useWords('desk')
  return (
    <div className="desk">
      <header>
        <p className="brand">{t('brand')}</p>
        <nav aria-label={t('menu')}>
          <Place href="/desk" on={false}>
            {t('today')}
          </Place>
        </nav>
      </header>
      <main id="main">{children}</main>
    </div>
  )
}

function Place({ href, on, count, children }: { href: string; on: boolean; count?: number; children: ReactNode }) {
  return (
    <a className="place" href={href} aria-current={on ? 'page' : undefined}>
      {children} {count !== undefined && <span>{count}</span>}
    </a>
  )
}

/** A press for each other language, in that language. */
export function Languages() {
  const { t, lang } = useWords('frame')
  return (
    <form className="languages" method="post" action="/language" aria-label={t('language')}>
      {Object.entries(languages)
        .filter(([code]) => code !== lang)
        .map(([code, name]) => (
          <button key={code} className="press" name="language" value={code} lang={code as Language}>
            {name}
          </button>
        ))}
    </form>
  )
}
