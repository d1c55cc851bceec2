import type { OutOfReach } from '#app/domain/desk/out-of-reach'
import type { Uninvited } from '#app/domain/desk/stuck'
import { together } from '../lists'
import { useWords } from '../words'
import { Moment } from './moment'

/** The numbers of one family that were not given; whose, and what to do about it, on a page of its own. */
export function OutOfReachRow({ of: { family, owners } }: { of: OutOfReach }) {
  const { t, lang } = useWords('desk')
  const names = together(
    owners.map(({ name }) => name),
    lang,
  )
  const url = `/desk/families/${family.id}`
  return (
    <li className="line" tabIndex={-1}>
      <div className="at" />
      <div className="what">
        <p className="one-line">
          <a className="plain open" href={`${url}/people`}>
            <b>{family.name}</b>
          </a>{' '}
          <span className="rest">
            {t('reach.missing', { count: owners.reduce((sum, { missedBy }) => sum + missedBy.length, 0), names })}
          </span>
        </p>
      </div>
      <div className="act">
        <a className="press" href={`${url}/numbers`} aria-label={t('reach.askIn', { name: family.name })}>
          {t('reach.ask')}
        </a>
      </div>
    </li>
  )
}

/** A plan is published, and nobody has been asked in. */
export function UninvitedRow({ of: { family, since, names } }: { of: Uninvited }) {
  const { t, lang } = useWords('desk')
  return (
    <li className="line" tabIndex={-1}>
      <div className="at">
        <Moment at={since} />
      </div>
      <div className="what">
        <p>
          <a className="plain open" href={`/desk/families/${family.id}/people`}>
            <b>{family.name}</b>
          </a>{' '}
          {t('reach.uninvited', { names: together(names, lang) })}
        </p>
      </div>
      <div className="act">
        <a
          className="press"
          href={`/desk/families/${family.id}/people`}
          aria-label={t('reach.inviteIn', { name: family.name })}
        >
          {t('reach.invite')}
        </a>
      </div>
    </li>
  )
}
