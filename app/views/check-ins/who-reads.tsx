import type { PlanAsSeenBy, SeenTrigger } from '#app/domain/access/plan-as-seen'
import type { Reads } from '#app/domain/said/who-reads'
import { Call, CallDuty } from '../call'
import { day, timeOfDay } from '../dates'
import { Face } from '../face'
import { Words } from '../wording'
import { useWords } from '../words'

/**
 * Before anything is typed: who will read it. When nobody reads now, that comes first, then whom to ring, and what
 * the reader's own plan says they do.
 */
export function WhoReads({ reads, plan, steps }: { reads: Reads; plan: PlanAsSeenBy; steps: SeenTrigger[] }) {
  const { t } = useWords('check-in')
  if (reads.open) {
    return (
      <section className="card">
        <div className="told-by">
          <Face of={reads.worker} />
          <p>
            <b>{t('reads.open', { worker: reads.worker.name })}</b>
            <br />
            <NextReading reads={reads} />
          </p>
        </div>
        <p className="mt-3">
          {t('reads.danger')} <AllSteps plan={plan} />
        </p>
      </section>
    )
  }
  return (
    <section className="card warm">
      <h2 className="mt-0">{t('reads.closed')}</h2>
      <p>
        <NextReading reads={reads} />
      </p>
      <p className="mt-3">{t('reads.danger')}</p>
      <Call className="btn alarm" phone="999" name="999" />
      <p className="mt-3">{t('reads.cannotWait')}</p>
      <CallDuty className="btn quiet" onCall={reads.onCall} />
      {steps.length > 0 && <h3>{t('reads.steps')}</h3>}
      {steps.map((trigger) => (
        <OwnSteps key={trigger.id} of={trigger} />
      ))}
      <p className="go">
        <AllSteps plan={plan} />
      </p>
    </section>
  )
}

/** To what is done when it happens; for who has no step in it, to whom to ring then. */
export function AllSteps({ plan }: { plan: PlanAsSeenBy }) {
  const { t } = useWords('check-in')
  const home = useWords('home').t
  return <a href={`/p/${plan.id}/now`}>{plan.triggers.length > 0 ? t('reads.allSteps') : home('whoToRing')}</a>
}

/** "Priya can read it from Tuesday 24 November, 9:00am." */
function NextReading({ reads: { worker, open, next } }: { reads: Reads }) {
  const { t, lang } = useWords('check-in')
  if (!next) return t('reads.never')
  if (open) return t('reads.until', { time: timeOfDay(next.until, lang) })
  return t('reads.from', { worker: worker.name, day: day(next.from, lang), time: timeOfDay(next.from, lang) })
}

function OwnSteps({ of: { sign, steps } }: { of: SeenTrigger }) {
  return (
    <div className="mt-3">
      {sign && (
        <p className="soft">
          <Words of={sign} />
        </p>
      )}
      <ul className="dots">
        {steps.map((step) => (
          <li key={step.id}>
            <Words of={step.words} />
          </li>
        ))}
      </ul>
    </div>
  )
}
