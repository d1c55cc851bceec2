import type { OutOfReach } from '#app/domain/desk/out-of-reach'
import type { Uninvited } from '#app/domain/desk/stuck'
import { together } from '../lists'
import { useWords } from '../words'
import { Moment } from './moment'
import { ApartMark } from './small-marks'

/** Somebody who cannot ring those the plan gives them to ring; and those, to be rung and asked. */
export function OutOfReachRow({ of: { family, person, cannotRing } }: { of: OutOfReach }) {
  const { t, lang } = useWords('desk')
  const common = useWords('common').t
  const names = together(
    cannotRing.map(({ name }) => name),
    lang,
  )
  const ringable = cannotRing.filter(({ phone, safe }) => phone && safe?.is !== false)
  return (
    <li className="line" tabIndex={-1}>
      <div className="at" />
      <div className="what">
        <p>
          <b>{person.name}</b>
          {' · '}
          <a className="plain open" href={`/desk/families/${family.id}/people`}>
            {family.name}
          </a>{' '}
          {t('reach.cannot', { name: person.name, names, count: cannotRing.length })}
        </p>
      </div>
      <div className="act">
        <ApartMark of={person.apart} name={person.name} />
        {ringable.map(({ id, name, phone }) => (
          <a key={id} className="press" href={`tel:${phone}`}>
            {common('ring', { name })}
          </a>
        ))}
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
