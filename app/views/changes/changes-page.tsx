import type { PlanAsSeenBy } from '#app/domain/access/plan-as-seen'
import type { Changes, DatedChange } from '#app/domain/access/read-changes'
import type { Value } from '#app/domain/access/things'
import { AwayCard, whoAnswers } from '../away-card'
import type { OnCall } from '../call'
import { Chip } from '../chip'
import { day } from '../dates'
import { Words } from '../wording'
import { useWords } from '../words'
import { ChangedParts } from './changed-parts'

type ChangesPageProps = { plan: Pick<PlanAsSeenBy, 'id' | 'worker' | 'away'>; changes: Changes; onCall: OnCall }

/** What changed in the plan as its reader sees it, one card a thing: what is new to them first. */
export function ChangesPage({ plan, changes, onCall }: ChangesPageProps) {
  const { t } = useWords('changes')
  const { unread, earlier, tasksGone } = changes
  const { name } = whoAnswers(plan)
  const isNews = unread.length + tasksGone > 0
  return (
    <>
      <h1>{t('title')}</h1>
      <AwayCard plan={plan} onCall={onCall} />
      {!isNews && <p>{t(earlier.length > 0 ? 'nothingNew' : 'none')}</p>}
      {isNews && (
        <section>
          <h2>{t('new')}</h2>
          {tasksGone > 0 && <p className="card warm">{t('tasksGone', { count: tasksGone, name })}</p>}
          {unread.map((one) => (
            <OneChange key={one.id} of={one} />
          ))}
        </section>
      )}
      {earlier.length > 0 && (
        <section>
          <h2>{t('earlier')}</h2>
          {earlier.map((one) => (
            <OneChange key={one.id} of={one} />
          ))}
        </section>
      )}
      <p className="soft">{t('notListed', { name })}</p>
      <a className="btn" href={`/p/${plan.id}`}>
        {t('readPlan')}
      </a>
    </>
  )
}

function OneChange({ of: { kind, is, on, mine, called, parts } }: { of: DatedChange }) {
  const { t, lang } = useWords('changes')
  return (
    <section className={mine ? 'card mine' : 'card'}>
      <h3>
        {t(`kind.${mine ? 'mine' : kind}`)} <Chip is="ask">{t(is === 'new' ? 'isNew' : 'isChanged')}</Chip>
      </h3>
      {called && <Called of={called} />}
      <ChangedParts of={parts} isNew={is === 'new'} />
      <small className="by">{t('since', { day: day(on, lang) })}</small>
    </section>
  )
}

/** What a thing is known by, where that stayed. */
function Called({ of }: { of: Value }) {
  return (
    of.is === 'words' && (
      <p>
        <Words of={of.words} />
      </p>
    )
  )
}
