import type { CouncilTrail } from '#app/domain/desk/council-trail'
import { Earlier } from '../earlier'
import { useWords } from '../words'
import { shortWhen } from './when'

/** Who signed in, and who changed staff, teams and settings, newest first, in words; and whether it stands as it was written. */
export function CouncilTrailPage({ lines, asWritten, earlier }: CouncilTrail) {
  const { t, lang } = useWords('desk-trail')
  return (
    <>
      <h1>{t('council.title')}</h1>
      <p className="soft">{t('council.lead')}</p>
      <p className="told" role={asWritten ? undefined : 'alert'}>
        {t(asWritten ? 'council.asWritten' : 'council.altered')}
      </p>
      <ol className="lines">
        {lines.map(({ seq, at, who, act, about }) => (
          <li className="line" key={seq}>
            <div className="at">
              <time>{shortWhen(at, lang)}</time>
            </div>
            <div className="what">
              <p>
                <b>{who ?? t('nobody.system')}</b> {t(`council.act.${act}`)}
                {about && ` (${about})`}
              </p>
            </div>
          </li>
        ))}
      </ol>
      <Earlier href={earlier === undefined ? undefined : `/desk/trail?before=${earlier}`} />
    </>
  )
}
