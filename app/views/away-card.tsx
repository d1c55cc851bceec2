import type { PlanAsSeenBy, SeenPerson } from '#app/domain/access/plan-as-seen'
import { Call, CallDuty, type OnCall } from './call'
import { day } from './dates'
import { useWords } from './words'

type Away = Pick<PlanAsSeenBy, 'away' | 'worker'>

/** The worker, or who answers while they are away. */
export const whoAnswers = ({ away, worker }: Away): SeenPerson => away?.answers ?? worker

/** The worker is away or has left: who answers meanwhile, with a number to ring, whatever the hour. */
export function AwayCard({ plan, onCall }: { plan: Away; onCall: OnCall }) {
  const { t, lang } = useWords('common')
  if (!plan.away) return null
  const { until, answers } = plan.away
  const { name } = plan.worker
  return (
    <section className="card warm">
      <p>
        {until ? t('away.until', { name, day: day(until, lang) }) : t('away.left', { name })}{' '}
        {answers ? t('away.covers', { name: answers.name }) : t('away.duty')}
      </p>
      {onCall.open && answers?.phone ? (
        <Call phone={answers.phone} name={answers.name} className="btn quiet" />
      ) : (
        <CallDuty onCall={onCall} className="btn quiet" />
      )}
    </section>
  )
}
