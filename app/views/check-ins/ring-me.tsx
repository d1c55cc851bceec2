import type { PlanAsSeenBy, SeenTrigger } from '#app/domain/access/plan-as-seen'
import type { Reads } from '#app/domain/said/who-reads'
import { day, timeOfDay } from '../dates'
import { CameBack, type FormState, PersonForm } from '../form'
import { useWords } from '../words'
import { WhoReads } from './who-reads'

/** "Please ring me", in one press: a form of its own, on any page. Its ticket is made for `/p/:plan/log/ring`. */
export function RingMe({ plan, reads, state }: { plan: string; reads: Reads; state: FormState }) {
  const { t, lang } = useWords('check-in')
  const { worker, open, next } = reads
  const from = next && { day: day(next.from, lang), time: timeOfDay(next.from, lang) }
  return (
    <PersonForm action={`/p/${plan}/log/ring`} state={state}>
      <button className="btn quiet" type="submit">
        {t('ring.press')}
      </button>
      <small className="by">
        {open || !from
          ? t('ring.hint', { worker: worker.name })
          : t('ring.hintClosed', { worker: worker.name, ...from })}
      </small>
    </PersonForm>
  )
}

export type RingMePageProps = { plan: PlanAsSeenBy; reads: Reads; steps: SeenTrigger[]; ring: FormState }

/** The same press on a page of its own: for a press that came back, or that waited until its person was back. */
export function RingMePage({ plan, reads, steps, ring }: RingMePageProps) {
  const { t } = useWords('check-in')
  return (
    <>
      <h1>{t('ring.title')}</h1>
      <CameBack form={ring} />
      <WhoReads reads={reads} plan={plan} steps={steps} />
      <RingMe plan={plan.id} reads={reads} state={ring} />
    </>
  )
}
