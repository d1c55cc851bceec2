import type { PlanAsSeenBy } from '#app/domain/access/plan-as-seen'
import type { LogPage as Logged, OwnWordsPage } from '#app/domain/access/read-log'
import type { OnCall } from '../call'
import { LogPage } from '../log-page'
import { NowPage } from '../now-page'
import { PeoplePage } from '../people-page'
import { PicturesAt } from '../pictures-at'
import { PlanPage } from '../plan/plan-page'
import { YoungPlanPage } from '../plan/young-plan-page'
import { StoryPage } from '../story-page'
import { useWords } from '../words'

export type AllTheyReadProps = {
  name: string
  /** Where the family's pictures are. */
  pictures: string
  reads: { plan: PlanAsSeenBy; log: Logged; alsoSaid: OwnWordsPage; onCall: OnCall; childline?: string }
}

/** Everything one person can read, one page after the other, exactly as the rule hands it out to them. */
export function AllTheyRead({ name, pictures, reads: { plan, log, alsoSaid, onCall, childline } }: AllTheyReadProps) {
  const { t } = useWords('desk-families')
  const young = plan.viewer.sight === 'young'
  return (
    <PicturesAt.Provider value={pictures}>
      <div className="preview">
        {young ? <YoungPlanPage plan={plan} log={log} onCall={onCall} /> : <PlanPage plan={plan} onCall={onCall} />}
        <section>
          <p className="which">{t('preview.now', { name })}</p>
          <NowPage plan={plan} onCall={onCall} childline={childline} />
        </section>
        <section>
          <p className="which">{t('preview.people', { name })}</p>
          <PeoplePage plan={plan} />
        </section>
        <section>
          <p className="which">{t('preview.log', { name })}</p>
          <LogPage plan={plan.id} log={log} alsoSaid={alsoSaid} />
        </section>
        {plan.story.length > 0 && (
          <section>
            <StoryPage plan={plan} />
          </section>
        )}
        {plan.childStories.map(({ child }) => (
          <section key={child.id}>
            <StoryPage plan={plan} of={child.id} />
          </section>
        ))}
      </div>
    </PicturesAt.Provider>
  )
}
