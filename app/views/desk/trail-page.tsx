import type { InTrail, Trail } from '#app/domain/desk/trail-for-staff'
import { Earlier } from '../earlier'
import { useWords } from '../words'
import { FamilyHead, type FamilyHeadProps } from './family-head'
import { shortWhen } from './when'

export type TrailPageProps = FamilyHeadProps & Trail & { who: string | null; day: string | null }

/** Who looked at or did what in a family, newest first, in words; never what was said. */
export function TrailPage({ family, lines, everyone, earlier, who, day }: TrailPageProps) {
  const { t, lang } = useWords('desk-trail')
  const url = `/desk/families/${family.id}/trail`
  const called = ({ name, is }: InTrail) => name ?? t(`nobody.${is}`)
  const on = (before: string) => `${url}?${new URLSearchParams({ who: who ?? '', day: day ?? '', before })}`
  return (
    <>
      <FamilyHead family={family} on="trail" />
      <h2>{t('title')}</h2>
      <p className="soft">{t('lead')}</p>
      <form method="get" action={url} className="two">
        <label>
          {t('who')}{' '}
          <select name="who" defaultValue={who ?? ''}>
            <option value="">{t('everybody')}</option>
            {everyone.map((one) => (
              <option key={one.id} value={one.id}>
                {called(one)}
              </option>
            ))}
          </select>
        </label>{' '}
        <label>
          {t('day')} <input type="date" name="day" defaultValue={day ?? ''} />
        </label>{' '}
        <button className="button" type="submit">
          {t('show')}
        </button>
      </form>
      {lines.length === 0 && <p>{t('none')}</p>}
      <ol className="lines">
        {lines.map(({ at, who: by, act, about, times }) => (
          <li className="line" key={`${at} ${by.id} ${act} ${about}`}>
            <div className="at">
              <time>{shortWhen(at, lang)}</time>
            </div>
            <div className="what">
              <p>
                <b>{called(by)}</b> {t(`act.${act}`)}
                {about && ` (${about})`} {times > 1 && <small>{t('times', { count: times })}</small>}
              </p>
            </div>
          </li>
        ))}
      </ol>
      <Earlier href={earlier && on(earlier)} />
    </>
  )
}
