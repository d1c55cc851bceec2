import type { PlanAsSeenBy } from '#app/domain/access/plan-as-seen'
import { Call, CallDuty, type OnCall } from './call'
import { ChildContacts } from './plan/children'
import { WarningSign } from './steps'
import { useWords } from './words'

export type NowPageProps = { plan: PlanAsSeenBy; onCall: OnCall }

/** It is happening now: two numbers, then the steps, the gravest signs first. Nothing to read before them. */
export function NowPage({ plan, onCall }: NowPageProps) {
  const { t } = useWords('now')
  const signs = [...plan.triggers].sort((a, b) => Number(b.level === 'red') - Number(a.level === 'red'))
  return (
    <>
      <h1>{t('title')}</h1>
      <Call className="btn alarm" phone="999" name="999" />
      <p className="soft">{t('silent')}</p>
      <CallDuty className="btn quiet" onCall={onCall} />
      {plan.viewer.sight === 'young' && <p className="mt-4">{t('childline')}</p>}
      {signs.length > 0 && <h2>{t('steps')}</h2>}
      {signs.map((sign) => (
        <WarningSign key={sign.id} of={sign} onCall={onCall} />
      ))}
      <ChildContacts of={plan.childContacts} heading={(child) => t('contacts', { child })} />
    </>
  )
}
