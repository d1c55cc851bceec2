import type { PlanAsSeenBy } from '#app/domain/access/plan-as-seen'
import type { LogPage as Logged, OwnWordsPage } from '#app/domain/access/read-log'
import type { OnCall } from '../call'
import { LogPage } from '../log-page'
import { NowPage } from '../now-page'
import { PeoplePage } from '../people-page'
import { PlanPage } from '../plan/plan-page'
import { YoungPlanPage } from '../plan/young-plan-page'
import { StoryPage } from '../story-page'
import { useWords } from '../words'

export type PreviewProps = {
  family: { id: string; name: string }
  person: { id: string; name: string }
  onCall: OnCall
  childline?: string
  /** Null when they have no view. */
  plan: PlanAsSeenBy | null
  log?: Logged
  alsoSaid?: OwnWordsPage
  /** Whether it is shown in the language they read. */
  inTheirs: boolean
  /** The reader makes the second check. */
  checking: boolean
}

/** Everything one person can read, one page after the other, exactly as the rule hands it out to them. */
export function PreviewPage({
  family,
  person,
  plan,
  log,
  alsoSaid,
  onCall,
  childline,
  inTheirs,
  checking,
}: PreviewProps) {
  const { t } = useWords('desk-families')
  const publish = useWords('desk-publish').t
  const { name } = person
  const url = `/desk/families/${family.id}/as/${person.id}`
  const young = plan?.viewer.sight === 'young'
  return (
    <>
      <div className="told" role="note">
        <p>
          <b>{plan ? t('preview.banner', { name }) : t('preview.nothing', { name })}</b>
        </p>
        <p className="notes">
          {plan && <span>{t('preview.links')}</span>}
          {plan && (
            <a className="press" href={inTheirs ? `${url}?in=mine` : url}>
              {inTheirs ? t('preview.inYours') : t('preview.inTheirs', { name })}
            </a>
          )}
          <a className="press" href={`/desk/families/${family.id}/${checking ? 'check' : 'plan'}`}>
            {checking ? publish('checking.title') : t('preview.back')}
          </a>
        </p>
      </div>
      {plan && log && alsoSaid && (
        <div className="preview">
          {young ? <YoungPlanPage plan={plan} log={log} /> : <PlanPage plan={plan} onCall={onCall} />}
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
      )}
    </>
  )
}
