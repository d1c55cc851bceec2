import type { PlanAsSeenBy } from '#app/domain/access/plan-as-seen'
import type { LogPage } from '#app/domain/access/read-log'
import { AwayCard, whoAnswers } from '../away-card'
import { Call, type OnCall } from '../call'
import { Earlier } from '../earlier'
import { Entry } from '../log-page'
import { storyUrl } from '../story-page'
import { useWords } from '../words'
import { ChildContacts, SafetyObjects } from './children'
import { Meetings } from './dates-ahead'
import { Folded } from './part'
import { PlanTitle } from './plan-page'
import { Rules } from './rules'
import { Safety } from './safety'
import { Scores } from './scores'

/** The plan as a young person gets it: their rules, whom to turn to, their own number and words. No task, nothing to sign. */
export function YoungPlanPage({ plan, log, onCall }: { plan: PlanAsSeenBy; log: LogPage; onCall: OnCall }) {
  const { t } = useWords('plan')
  const url = `/p/${plan.id}`
  const { entries: mine, earlier } = log
  return (
    <>
      <PlanTitle plan={plan} />
      <AwayCard plan={plan} onCall={onCall} />
      <p className="card mine">{t('youngFirst')}</p>
      <Rules of={plan.rules} heading={t('youngRules')} In={Folded} />
      <ChildContacts of={plan.childContacts} heading={() => t('youngContacts')} ask={whoAnswers(plan)} />
      <p>{t('youngDanger')}</p>
      <Call className="btn alarm" phone="999" name="999" />
      <Safety of={plan.safety} In={Folded} />
      <SafetyObjects of={plan.safetyObjects} In={Folded} />
      {plan.worries.map((worry) => (
        <section key={worry.id} className="card">
          <Scores of={worry} scaleUrl={`${url}/scale`} />
        </section>
      ))}
      {plan.story.length > 0 && (
        <a className="btn quiet" href={`${url}/story`}>
          {t('story')}
        </a>
      )}
      {plan.childStories.map(({ child }) => (
        <a key={child.id} className="btn quiet" href={storyUrl(plan, child.id)}>
          {t('ownStory')}
        </a>
      ))}
      {mine.length > 0 && (
        <Folded heading={t('youngWrote')}>
          {mine.map((entry) => (
            <Entry key={entry.id} of={entry} plan={plan.id} />
          ))}
          <Earlier href={earlier && `${url}/log?before=${earlier}`} />
        </Folded>
      )}
      <a className="btn" href={`${url}/log/new`}>
        {t('youngTell')}
      </a>
      <Meetings of={plan.meetings} planUrl={url} />
    </>
  )
}
