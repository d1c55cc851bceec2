import { Fragment } from 'react'
import type { PlanAsSeenBy, SeenPerson, SeenStep, Someone } from '#app/domain/access/plan-as-seen'
import { type OnCall, PhoneNumber } from './call'
import { together } from './lists'
import { Meetings } from './plan/dates-ahead'
import { Rules } from './plan/rules'
import { WarningSign } from './steps'
import { useWords } from './words'

/** A sheet for the fridge: rules, signs, numbers, dates. Whoever comes in may read it, so no worry and nothing that happened is on it. */
export function PaperPage({ plan, onCall }: { plan: PlanAsSeenBy; onCall: OnCall }) {
  const { t, lang } = useWords('paper')
  const triggers = plan.triggers.map((sign) => ({ ...sign, steps: sign.steps.map(forAnyReader) }))
  const meetings = plan.meetings.map((meeting) => ({ ...meeting, who: meeting.who.map(byName) }))
  const lines = [
    ...plan.people.filter((person): person is SeenPerson & { phone: string } => !!person.phone),
    { id: 'duty', name: t('duty'), phone: onCall.duty },
    { id: 'emergency', name: t('emergencyDuty'), phone: onCall.emergencyDuty },
    { id: '999', name: t('danger'), phone: '999' },
  ]
  return (
    <>
      <div className="card mine screen">
        <p>{t('how')}</p>
        <p>{t('careful')}</p>
      </div>
      <h1>
        {together(
          plan.children.map(({ name }) => name),
          lang,
        )}
      </h1>
      <Rules of={plan.rules} heading={t('rules')} />
      {triggers.length > 0 && (
        <section>
          <h2>{t('signs')}</h2>
          {triggers.map((trigger) => (
            <WarningSign key={trigger.id} of={trigger} onCall={onCall} />
          ))}
        </section>
      )}
      <section>
        <h2>{t('numbers')}</h2>
        <dl className="card facts lines">
          {lines.map(({ id, name, phone }) => (
            <Fragment key={id}>
              <dt>{name}</dt>
              <dd>
                <PhoneNumber phone={phone} />
              </dd>
            </Fragment>
          ))}
        </dl>
      </section>
      <Meetings of={meetings} planUrl={`/p/${plan.id}`} />
    </>
  )
}

/** On a wall there is no "you". */
const byName = (one: Someone): Someone => ({ ...one, you: undefined })

const forAnyReader = (step: SeenStep): SeenStep => ({
  ...step,
  who: typeof step.who === 'string' ? step.who : byName(step.who),
})
