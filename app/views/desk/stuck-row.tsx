import type { ReactNode } from 'react'
import type { PersonLine } from '#app/domain/desk/people-for-staff'
import type { SafeNow } from '#app/domain/texts/safe-times'
import { Chip } from '../chip'
import { Quote } from '../wording'
import { useWords } from '../words'
import { Moment } from './moment'
import { SafeColumn } from './safe-column'
import { ApartMark } from './small-marks'
import { WhyText } from './text-row'
import { PressForm } from './ticket-form'

/** An invitation a machine cannot carry on with: it ran out, was refused, or never got there. */
export type StuckLine = {
  family: { id: string; name: string }
  person: PersonLine
  safe?: SafeNow
  seenTicket?: string
}

export function StuckRow({ of: { family, person, safe, seenTicket } }: { of: StuckLine }) {
  const { t } = useWords('desk-people')
  const common = useWords('common').t
  const texts = useWords('desk-texts').t
  const { status, name, phone, may, stops, lost } = person
  const url = `/desk/families/${family.id}/people/${person.id}`
  return (
    <li className="line" tabIndex={-1}>
      <div className="at">{status.since && <Moment at={status.since} />}</div>
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
      <SafeColumn safe={safe} times={person.safeToText} />
      <div className="act">
        <ApartMark of={person.apart} name={name} />
        {lost && seenTicket && (
          <PressForm
            action={`/desk/texts/${lost.id}/seen`}
            ticket={seenTicket}
            label={texts('seen')}
            say={texts('seenWho', { name })}
            className="press seen"
          />
        )}
        {stops.some(({ why }) => why !== 'stop') && (
          <a className="press" href={`${url}/checked`} aria-label={t('checkWho', { name })}>
            {t('check')}
          </a>
        )}
        {stops.length > 0 && (
          <a className="press" href={`${url}/reach`} aria-label={t('reachWho', { name })}>
            {t('reach')}
          </a>
        )}
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
        {phone && safe?.is !== false && (
          <a className="press" href={`tel:${phone}`}>
            {common('ring', { name })}
          </a>
        )}
      </div>
    </li>
  )
}

/** What stands in the way, or what to do next. */
export function NextStep({ of }: { of: PersonLine }): ReactNode {
  const { t } = useWords('desk-people')
  const texts = useWords('desk-texts').t
  const { name, status, neverInvited, numberTrouble, declinedWords, stops, lost, noTexts } = of
  const { state, trouble, text, byCard } = status
  if (neverInvited) return t(`refused.${neverInvited}`)
  // Why no text gets there explains all that follows from it.
  if (stops[0]) return texts(`stopped.${stops[0].why}`, { name })
  // Put off again, perhaps for days: what the worker has to know first is that it did not get through.
  const goesAgain = trouble === 'no-text' && text?.is === 'waiting' && { ...text, why: 'trying-again' }
  if (trouble === 'no-text') return text && <WhyText of={goesAgain || text} name={name} />
  if (trouble) return t(`trouble.${trouble}`)
  if (lost) return <WhyText of={lost.state} name={name} />
  if (text?.is === 'waiting') return <WhyText of={text} name={name} />
  if (byCard) return t('next.card')
  if (state === 'sent' && text?.is === 'delivered') return t('next.arrived')
  if (state === 'joined' || state === 'invited') return null
  if (noTexts && state === 'not-invited') return t('refused.no-texts')
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
