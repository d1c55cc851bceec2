import { useWords } from '../words'
import { Languages } from './frame'

export type SignInProps = {
  /** Absent in live use. */
  staff?: { staffId: string; name: string; role: 'worker' | 'manager' | 'administrator' }[]
}

/** The demo's staff as buttons. Whose families they work with stands behind this door, not before it. */
export function StaffSignInPage({ staff }: SignInProps) {
  const { t } = useWords('desk')
  return (
    <main className="desk-door" id="main">
      <h1>{t('sign-in.title')}</h1>
      <p className="soft">{t(staff ? 'sign-in.about' : 'sign-in.live')}</p>
      <ul>
        {staff?.map(({ staffId, name, role }) => (
          <li key={staffId}>
            <form method="post" action="/desk/sign-in">
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
