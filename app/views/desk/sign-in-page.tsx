import { useWords } from '../words'
import { Languages } from './frame'

export type SignInProps = {
  /** Absent in live use. */
  staff?: { staffId: string; name: string; role: 'worker' | 'manager' | 'administrator'; families: string[] }[]
}

/** The demo's staff as buttons: who is who, and whose families. */
export function StaffSignInPage({ staff }: SignInProps) {
  const { t, lang } = useWords('desk')
  const list = new Intl.ListFormat(lang, { type: 'conjunction' })
  return (
    <main className="desk-door" id="main">
      <h1>{t('sign-in.title')}</h1>
      <p className="soft">{t(staff ? 'sign-in.about' : 'sign-in.live')}</p>
      <ul>
        {staff?.map(({ staffId, name, role, families }) => (
          <li key={staffId}>
            <form method="post" action="/desk/sign-in">
              <button type="submit" className="who" name="staff" value={staffId}>
                <b>{name}</b>
                <span>{t(`role.${role}`)}</span>
                <small className="whose">
                  {families.length > 0 ? t('sign-in.with', { families: list.format(families) }) : t('sign-in.none')}
                </small>
              </button>
            </form>
          </li>
        ))}
      </ul>
      <Languages />
    </main>
  )
}
