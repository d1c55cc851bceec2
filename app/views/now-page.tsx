import type { PlanAsSeenBy } from '#app/domain/access/plan-as-seen'
import { Call, CallDuty, type OnCall } from './call'
import { NowStep } from './now-step'
import { ChildContacts } from './plan/children'
import { SignName } from './sign-name'
import { WarningSign } from './steps'
import { useWords } from './words'

export type NowPageProps = {
  plan: PlanAsSeenBy
  onCall: OnCall
  /** What was pressed: a sign, by its public id, and which of its steps from the reader's own on. */
  sign?: string
  at?: number
}

/** It is happening now, for one person: what is it? Then their own step, one a screen. Nothing to read before them. */
export function NowPage({ plan, onCall, sign, at = 0 }: NowPageProps) {
  const { t } = useWords('now')
  const signs = [...plan.triggers].sort((a, b) => Number(b.level === 'red') - Number(a.level === 'red'))
  const chosen = signs.find(({ id }) => id === sign)
  const url = `/p/${plan.id}/now`
  if (chosen) return <NowStep of={chosen} at={at} url={url} onCall={onCall} />
  return (
    <>
      <h1>{t('title')}</h1>
      <Call className="btn alarm" phone="999" name="999" />
      <p className="soft">{t('silent')}</p>
      <CallDuty className="btn quiet" onCall={onCall} />
      {plan.viewer.sight === 'young' && <p className="mt-4">{t('childline')}</p>}
      {signs.length > 0 && <h2>{t('happening')}</h2>}
      {signs.map((one) => (
        <a key={one.id} className={one.level === 'red' ? 'pick warm' : 'pick'} href={`${url}?sign=${one.id}`}>
          <SignName of={one} />
        </a>
      ))}
      <ChildContacts of={plan.childContacts} heading={(child) => t('contacts', { child })} />
      {signs.length > 0 && (
        <details>
          <summary>{t('all')}</summary>
          {signs.map((one) => (
            <WarningSign key={one.id} of={one} onCall={onCall} />
          ))}
        </details>
      )}
    </>
  )
}
