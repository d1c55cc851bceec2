import type { ReactNode } from 'react'
import type { ReplyLine, TextLine } from '#app/domain/desk/texts-for-staff'
import type { TextState } from '#app/domain/texts/state'
import { Chip } from '../chip'
import { Quote } from '../wording'
import { useWords } from '../words'
import { Moment } from './moment'
import { money } from './money'
import { SafeColumn } from './safe-column'
import { ApartMark } from './small-marks'
import { PressForm } from './ticket-form'
import { shortWhen } from './when'

/** A text as a line of a list: to whom, when, where it has got to and what to do. */
export type TextRowLine = TextLine & { family: string; seenTicket: string }

export function TextRow({ of }: { of: TextRowLine }) {
  const { t, lang } = useWords('desk-texts')
  const { id, kind, person, state, numberEnd, segments, pence, code, family, may } = of
  const { name } = person
  const isStuck = state.is === 'failed' || state.is === 'unknown' || may.markSeen
  return (
    <li className={may.markSeen ? 'line grave' : 'line'} id={`t-${id}`} tabIndex={-1}>
      <div className="at">
        <time>{shortWhen(of.at, lang)}</time>
      </div>
      <div className="what">
        <p>
          <b>{t(`what.${kind}`)}</b> {t('to', { name })}{' '}
          <Chip is={state.is === 'delivered' ? 'yes' : isStuck ? 'ask' : undefined}>{t(`is.${state.is}`)}</Chip>{' '}
          <small>{shortWhen(state.since, lang)}</small>
        </p>
        <p>
          <WhyText of={state} name={name} />
        </p>
        <p className="notes">
          <span>{t('number', { end: numberEnd })}</span>
          {segments !== undefined && pence !== undefined && (
            <span>{t('charged', { count: segments, cost: money(pence, lang) })}</span>
          )}
          {code && <span dir="ltr">{code}</span>}
        </p>
      </div>
      <div className="act">
        {may.markSeen && (
          <PressForm
            action={`/desk/texts/${id}/seen`}
            ticket={of.seenTicket}
            label={t('seen')}
            say={t('seenWho', { name })}
            className="press seen"
            from="texts"
          />
        )}
        {may.sendAgain && (
          <a
            className="press"
            href={`/desk/families/${family}/people/${person.id}/resend`}
            aria-label={t('sendAgainWho', { name })}
          >
            {t('sendAgain')}
          </a>
        )}
        {may.cancel && (
          <a className="press" href={`/desk/texts/${id}/cancel`} aria-label={t('cancelWho', { name })}>
            {t('cancel')}
          </a>
        )}
      </div>
    </li>
  )
}

/** Why a text is where it is, and what to do about it; nothing when all is well. */
export function WhyText({ of: state, name }: { of: TextState; name: string }): ReactNode {
  const { t, lang } = useWords('desk-texts')
  const when = state.until ? shortWhen(state.until, lang) : ''
  switch (state.is) {
    case 'waiting':
      return t(`waiting.${isOne(state.why, WAITING) && when ? state.why : 'now'}`, { when })
    case 'unknown':
      return t('unknown', { name })
    case 'failed':
      return t(`failed.${isOne(state.why, FAILED) ? state.why : 'other'}`, { name })
    case 'cancelled':
      return isOne(state.why, CANCELLED) ? t(`cancelled.${state.why}`, { name }) : null
    default:
      return null
  }
}

const WAITING = ['quiet-hours', 'safe-times', 'trying-again'] as const
const FAILED = [
  ...(['not-a-number', 'landline', 'stopped', 'dead', 'unreachable', 'blocked', 'filtered', 'carrier'] as const),
  ...(['too-late', 'not-routed', 'gave-up', 'other'] as const),
] as const
const CANCELLED = [
  ...(['newer', 'revoked', 'left', 'number-changed', 'number-stopped', 'no-texts', 'not-allowed'] as const),
  ...(['joined', 'opened', 'declined', 'not-for-me', 'no-safe-time', 'too-late', 'restored', 'by-worker'] as const),
] as const

const isOne = <Known extends string>(why: string | undefined, known: readonly Known[]): why is Known =>
  known.some((one) => one === why)

/** A text that came in. */
export type ReplyRowLine = ReplyLine & { seenTicket: string; family?: { id: string; name: string } }

export function ReplyRow({ of }: { of: ReplyRowLine }) {
  const { t } = useWords('desk-texts')
  const [desk, common] = [useWords('desk').t, useWords('common').t]
  const { id, person, at, says, words, attached, seen, oldNumber, family } = of
  const { name } = person
  const isEmpty = says === 'words' && words.trim() === ''
  return (
    <li className="line" tabIndex={-1}>
      <div className="at">
        <Moment at={at} />
      </div>
      <div className="what">
        <p>
          {t(`said.${isEmpty ? 'noWords' : says}`, { name })}{' '}
          {!isEmpty && (says === 'words' || says === 'not-me') && <Quote words={words} />}
        </p>
        {attached > 0 && <p>{t('said.attached', { name })}</p>}
        {oldNumber && <p>{t('said.oldNumber', { name })}</p>}
        {family && (
          <p className="notes">
            <a className="plain" href={`/desk/families/${family.id}/texts`}>
              {family.name}
            </a>
          </p>
        )}
      </div>
      <SafeColumn safe={person.safe} />
      <div className="act">
        <ApartMark of={person.apart} name={name} />
        {!seen && (
          <PressForm
            action={`/desk/texts/in/${id}/seen`}
            ticket={of.seenTicket}
            label={t('seen')}
            say={t('seenReply', { name })}
            className="press seen"
            from={family ? undefined : 'texts'}
          />
        )}
        {person.phone && person.safe?.is !== false && (
          <a className="press" href={`tel:${person.phone}`} aria-label={common('ring', { name })}>
            {desk('ring')}
          </a>
        )}
      </div>
    </li>
  )
}
