import { useWords } from '../words'
import { Languages } from './frame'

export type SignInProps = {
  /** The page that was asked for. */
  to: string
  /** Absent in live use. */
  staff?: { staffId: string; name: string; role: 'worker' | 'manager' | 'administrator' }[]
}

/**
 * In live use one way in, the council's own; in the demo its staff as buttons. Whose families they work with stands behind
 * this door, not before it.
 */
export function StaffSignInPage({ to, staff }: SignInProps) {
  const { t } = useWords('desk')
  const door = useWords('desk-sign-in').t
  return (
    <main className="desk-door" id="main">
      <h1>{staff ? t('sign-in.title') : door('title')}</h1>
      <p className="soft">{staff ? t('sign-in.about') : door('about')}</p>
      {!staff && (
        <p>
          <a
            className="button"
            href={to === '/desk' ? '/desk/sign-in/go' : `/desk/sign-in/go?to=${encodeURIComponent(to)}`}
          >
            {door('press')}
          </a>
        </p>
      )}
      <ul>
        {staff?.map(({ staffId, name, role }) => (
          <li key={staffId}>
            <form method="post" action="/desk/sign-in">
              {to !== '/desk' && <input type="hidden" name="to" value={to} />}
              <button type="submit" className="who" name="staff" value={staffId}>
                <b>{name}</b>
                <span>{t(`role.${role}`)}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
      <Languages />
    </main>
  )
}
