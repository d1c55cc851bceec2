import type { PersonLine } from '#app/domain/network/people-for-staff'
import { Chip } from '../chip'
import { Quote } from '../wording'
import { useWords } from '../words'
import { shortWhen } from './when'

/** An invitation a machine cannot carry on with: it ran out, was refused, or never got there. */
export type StuckLine = { family: { id: string; name: string }; person: PersonLine }

export function StuckRow({ of: { family, person } }: { of: StuckLine }) {
  const { t, lang } = useWords('desk-people')
  const common = useWords('common').t
  const { status, name, phone, may } = person
  const url = `/desk/families/${family.id}/people/${person.id}`
  return (
    <li className="line" tabIndex={-1}>
      <div className="at">{status.since && <time>{shortWhen(status.since, lang)}</time>}</div>
      <div className="what">
        <p>
          <b>{name}</b>
          {' · '}
          <a className="plain" href={`/desk/families/${family.id}/people`}>
            {family.name}
          </a>{' '}
          <Chip is="ask">{t(`state.${status.state}`)}</Chip>
        </p>
        <p>
          <NextStep of={person} />
        </p>
      </div>
      <div className="act">
        {may.resend && (
          <a className="press" href={`${url}/resend`}>
            {t('resend')}
          </a>
        )}
        {may.invite && (
          <a className="press" href={`${url}/invite`}>
            {t('invite')}
          </a>
        )}
        {phone && (
          <a className="press" href={`tel:${phone}`}>
            {common('ring', { name })}
          </a>
        )}
      </div>
    </li>
  )
}

/** What stands in the way, or what to do next. */
export function NextStep({ of: { name, status, neverInvited, numberTrouble, declinedWords } }: { of: PersonLine }) {
  const { t, lang } = useWords('desk-people')
  const { state, trouble, waitsFor, waitsUntil } = status
  if (neverInvited) return t(`refused.${neverInvited}`)
  if (trouble) return t(`trouble.${trouble}`)
  if (waitsFor && waitsUntil) return t(`waits.${waitsFor}`, { when: shortWhen(waitsUntil, lang) })
  if (state === 'joined' || state === 'invited') return null
  return (
    <>
      {declinedWords && (
        <>
          {t('declinedWords', { name })} <Quote words={declinedWords} />{' '}
        </>
      )}
      {numberTrouble && state === 'not-invited' ? t(`refused.${numberTrouble}`) : t(`next.${state}`)}
    </>
  )
}
