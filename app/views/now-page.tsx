import type { PlanAsSeenBy } from '#app/domain/access/plan-as-seen'
import { AwayCard, whoAnswers } from './away-card'
import { Call, CallDuty, type OnCall } from './call'
import { NowStep } from './now-step'
import { ChildContacts } from './plan/children'
import { NotTranslated } from './plan/not-translated'
import { SignName } from './sign-name'
import { WarningSign } from './steps'
import { useWords } from './words'

export type NowPageProps = {
  plan: PlanAsSeenBy
  onCall: OnCall
  /** What was pressed: a sign, by its public id, and which of its steps from the reader's own on. */
  sign?: string
  at?: number
  /** For a young person: a number for children. */
  childline?: string
}

/** It is happening now, for one person: what is it? Then their own step, one a screen. Nothing to read before them. */
export function NowPage({ plan, onCall, sign, at = 0, childline }: NowPageProps) {
  const { t } = useWords('now')
  const young = plan.viewer.sight === 'young'
  const signs = [...plan.triggers].sort((a, b) => Number(b.level === 'red') - Number(a.level === 'red'))
  const chosen = signs.find(({ id }) => id === sign)
  const url = `/p/${plan.id}/now`
  if (chosen) return <NowStep plan={plan} of={chosen} at={at} url={url} onCall={onCall} />
  return (
    <>
      <h1>{t('title')}</h1>
      <Call className="btn alarm" phone="999" name="999" />
      <p className="soft">{t('silent')}</p>
      {young && <YoungContacts plan={plan} childline={childline} />}
      <AwayCard plan={plan} onCall={onCall} />
      <CallDuty className="btn quiet" onCall={onCall} />
      {signs.length > 0 && <h2>{t('happening')}</h2>}
      <NotTranslated plan={plan} of={[signs, plan.childContacts]} brief={{ ring: onCall.open }} />
      {signs.map((one) => (
        <a key={one.id} className={one.level === 'red' ? 'pick warm' : 'pick'} href={`${url}?sign=${one.id}`}>
          <SignName of={one} />
        </a>
      ))}
      {!young && <ChildContacts of={plan.childContacts} heading={(child) => t('contacts', { child })} />}
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

/** A young person has no step to do: whom they chose to turn to, in their order, and who answers any child. */
function YoungContacts({ plan, childline }: Pick<NowPageProps, 'plan' | 'childline'>) {
  const { t } = useWords('plan')
  const help = useWords('help').t
  return (
    <>
      <ChildContacts of={plan.childContacts} heading={() => t('youngContacts')} ask={whoAnswers(plan)} />
      {childline && (
        <>
          <p className="mt-4">{help('helplines.children')}</p>
          <Call className="btn quiet" phone={childline.replace(/ /g, '')} name={childline} />
        </>
      )}
    </>
  )
}
