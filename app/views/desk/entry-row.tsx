import { createContext, type ReactNode, useContext } from 'react'
import type { EntryRead } from '#app/domain/said/entry-for-staff'
import { Quote, Words } from '../wording'
import { useWords } from '../words'
import { HowItWent } from './call-page'
import { Marks } from './entry-marks'
import { QuoteFoundIn } from './found-words'
import { KeptPlace } from './kept-place'
import { Moment } from './moment'
import { SafeColumn } from './safe-column'
import { ApartMark, Audience, OutOfHours } from './small-marks'
import { PressForm } from './ticket-form'
import { shortWhen } from './when'

/** Something said, as a line of a list. */
export type EntryLine = Omit<EntryRead, 'about' | 'by'> & {
  by: { id?: string; name: string; phone?: string; safeToText?: EntryRead['by']['safeToText'] }
  family?: { id: string; name: string }
  about?: ReactNode
  /** The ticket of its "Seen" button; absent when there is nothing left to press. */
  seenTicket?: string
  /** Of the buttons that say how the call went which it asks for, as long as it does. */
  callTicket?: string
  /** It was said before there was anybody to answer: there is nothing to be done about it. */
  isOver?: true
  /** Where it, and each reply to it, is kept from somebody. */
  shutUrl?: string
}

/** The family that stands beside the list: its lines need not name it. */
export const FamilyAtHand = createContext<string | undefined>(undefined)

/** The plan's English, marked as such on a page in another language. */
export function entryLine<Read extends EntryRead>({ about, ...entry }: Read): Omit<Read, 'about'> & EntryLine {
  return { ...entry, about: about && <Words of={{ text: about, language: 'en' }} /> }
}

/**
 * One thing said: when, who and what, and what to do about it, in one line. Worries stand on a warm ground with all
 * their words; the others show as much as the line holds, and all of it to whoever is on it.
 */
export function EntryRow({ of }: { of: EntryLine }) {
  const { t, lang } = useWords('desk')
  const grave = of.ringMe || of.result === 'worry' || of.result === 'plan-used'
  return (
    <li className={grave ? 'line grave' : 'line'} id={`e-${of.id}`} tabIndex={-1}>
      <div className="at">
        <Moment at={of.on} /> {of.outOfHours && <OutOfHours />}
      </div>
      <div className="what">
        <p className="one-line">
          <Who of={of} /> <Marks of={of} /> <Audience of={of.sharedWith} />{' '}
          {of.words && <QuoteFoundIn words={of.words} language={of.language} />}{' '}
          {of.about && (
            <span className="soft about" dir="auto">
              {of.about}
            </span>
          )}{' '}
          <Notes of={of} />
        </p>
        <HowTheCallWent of={of} />
        {of.replies.map((reply) => (
          <p key={reply.id} className="reply">
            <small>{t('replied', { name: reply.name, when: shortWhen(reply.on, lang) })}</small>{' '}
            {reply.words && <Quote words={reply.words} />}{' '}
            {of.shutUrl && <a href={`${of.shutUrl}?item=${reply.id}`}>{t('shut')}</a>}
          </p>
        ))}
      </div>
      {!of.isOver && (
        <>
          <SafeColumn safe={of.safe} times={of.by.phone ? of.by.safeToText : undefined} />
          <Actions of={of} />
        </>
      )}
    </li>
  )
}

/** Whose words these are. On the desk the name opens their family and their phone beside the list. */
function Who({ of: { id, by, family } }: { of: EntryLine }) {
  const atHand = useContext(FamilyAtHand)
  if (!family) return <b>{by.name}</b>
  const beside = new URLSearchParams({ family: family.id, ...(by.id && { person: by.id }) })
  return (
    <>
      <a className="plain open" href={`/desk?${beside}#e-${id}`}>
        <b>{by.name}</b>
      </a>
      {atHand !== family.id && (
        <>
          {' · '}
          <a className="plain" href={`/desk/families/${family.id}/log`}>
            {family.name}
          </a>
        </>
      )}
    </>
  )
}

function Notes({ of }: { of: EntryLine }) {
  const { t, lang } = useWords('desk')
  return (
    <small className="notes">
      {of.recordedBy && <span>{t('wroteDown', { name: of.recordedBy })}</span>}
      {of.call && <span>{t(`call.was.${of.call.how}`, { when: shortWhen(of.call.on, lang) })}</span>}
      {of.seen && <span>{t('seenBy', { name: of.seen.name, when: shortWhen(of.seen.on, lang) })}</span>}
    </small>
  )
}

/** A call that was asked for: one press says how it went. */
function HowTheCallWent({ of: { id, by, family, callTicket } }: { of: EntryLine }) {
  const { t } = useWords('desk')
  if (!callTicket) return null
  return (
    <form
      className="call-went"
      method="post"
      action={`/desk/log/${id}/call`}
      aria-label={t('call.title', { name: by.name })}
    >
      <input type="hidden" name="ticket" value={callTicket} />
      {family ? <KeptPlace /> : <input type="hidden" name="from" value="log" />}
      <span className="soft">{t('call.rang')}</span>
      <HowItWent className="press went" />
    </form>
  )
}

function Actions({ of }: { of: EntryLine }) {
  const { t } = useWords('desk')
  const common = useWords('common').t
  const url = `/desk/log/${of.id}`
  // Without a family's name beside it, the line stands on that family's own page.
  const from = of.family ? undefined : 'log'
  return (
    <div className="act">
      <ApartMark of={of.apart} name={of.by.name} />
      {of.seenTicket && (
        <PressForm
          action={`${url}/seen`}
          ticket={of.seenTicket}
          label={t('seen')}
          say={t('seenWhat', { what: of.by.name })}
          className="press seen"
          from={from}
        />
      )}
      <a
        className="press answer"
        href={from ? `${url}/reply?from=${from}` : `${url}/reply`}
        aria-label={t('replyTo', { name: of.by.name })}
      >
        {t('reply')}
      </a>
      {of.by.phone && of.safe?.is !== false && (
        <a className="press" href={`tel:${of.by.phone}`} aria-label={common('ring', { name: of.by.name })}>
          {t('ring')}
        </a>
      )}
      {of.shutUrl && of.words && (
        <a className="press" href={`${of.shutUrl}?item=${of.id}`} aria-label={t('shutWhat', { name: of.by.name })}>
          {t('shut')}
        </a>
      )}
    </div>
  )
}
