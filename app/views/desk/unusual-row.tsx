import type { Unusual } from '#app/domain/desk/unusual'
import { useWords } from '../words'
import { Moment } from './moment'
import { type DeskForm, TicketForm } from './ticket-form'

export type UnusualLine = Omit<Unusual, 'family'> & { family: { id: string; name: string }; seenTicket: string }

/** Somebody opened a family in a way that is unusual: most often for a good reason, which the manager knows or asks for. */
export function UnusualRow({ of: { id, at, kind, name, family, seenTicket } }: { of: UnusualLine }) {
  const { t } = useWords('desk-trail')
  return (
    <li className="line" tabIndex={-1}>
      <div className="at">
        <Moment at={at} />
      </div>
      <div className="what">
        <p>
          <b>{name}</b>
          {' · '}
          <a className="plain" href={`/desk/families/${family.id}/trail`}>
            {family.name}
          </a>
        </p>
        <p>{t(`unusual.${kind}`, { name })}</p>
      </div>
      <div className="act">
        <form method="post" action={`/desk/unusual/${id}/seen`}>
          <input type="hidden" name="ticket" value={seenTicket} />
          <button type="submit" className="press seen" aria-label={t('unusual.seenOf', { name })}>
            {t('unusual.seen')}
          </button>
        </form>
      </div>
    </li>
  )
}

/** For whoever opens the address of that button. */
export function UnusualSeenPage({ id, form }: { id: string; form: DeskForm }) {
  const { t } = useWords('desk-trail')
  return (
    <>
      <h1>{t('unusual.heading')}</h1>
      <p>{t('unusual.about')}</p>
      <TicketForm action={`/desk/unusual/${id}/seen`} form={form}>
        <button className="button" type="submit">
          {t('unusual.seen')}
        </button>
      </TicketForm>
    </>
  )
}
