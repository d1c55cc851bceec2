import type { Asked } from '#app/domain/access/who-asked'
import { Call } from '../call'
import { Face } from '../face'
import type { Notice, Typed } from '../form'
import { type Ringer, WhoRings } from '../who-rings'
import { useWords } from '../words'
import { EntryForm } from './entry-form'
import { WhoUsesThisPhone } from './who-uses-this-phone'

export type WelcomePageProps = {
  asked: Asked
  ticket: string
  /** Who would have their number, if they like. */
  people: Ringer[]
  typed?: Typed
  notice?: Notice
}

/**
 * The one page before anybody joins, and before any worry is shown: who asked, what this is for somebody like them,
 * that no is an answer, and the two things only they can say.
 */
export function WelcomePage({ asked, ticket, people, typed, notice }: WelcomePageProps) {
  const { t } = useWords('welcome')
  const { name, as, part, by, worker, ring } = asked
  return (
    <>
      <h1>{t('hello', { name })}</h1>
      <div className="card mine">
        <div className="told-by">
          <Face of={by} />
          <p>
            <b>{t(by.isWorker ? 'askedByWorker' : 'askedBy', { name: by.name })}</b>
          </p>
        </div>
        <p className="mt-3">{t(`${as}.about`)}</p>
        {ring && <Call phone={ring} name={worker} />}
      </div>
      <ul className="dots">
        <li>{t(`${as}.part`)}</li>
        <li>{t(`${as}.seen`, { worker })}</li>
        <li>{t(`${as}.free`, { worker })}</li>
        <li>{t(`${as}.talk`, { worker })}</li>
      </ul>
      <EntryForm action="/welcome" ticket={ticket} notice={notice}>
        <WhoRings people={people} worker={worker} typed={typed} />
        <WhoUsesThisPhone chosen={typed?.phone} />
        <button className="btn" type="submit">
          {t(part ? 'open' : 'openOwn')}
        </button>
      </EntryForm>
      <a className="btn quiet" href="/welcome/no">
        {t('no.button')}
      </a>
    </>
  )
}
