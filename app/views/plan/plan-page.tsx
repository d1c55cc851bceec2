import type { PlanAsSeenBy } from '#app/domain/access/plan-as-seen'
import type { OnCall } from '../call'
import { day } from '../dates'
import { Face } from '../face'
import { together } from '../lists'
import { WarningSign } from '../steps'
import { Words, WordsList } from '../wording'
import { useWords } from '../words'
import { ChildContacts, SafetyObjects } from './children'
import { MyPart, WhoDoesWhat } from './commitments'
import { Meetings, Phases } from './dates-ahead'
import { Rules } from './rules'
import { Worries } from './worries'

export type PlanPageProps = { plan: PlanAsSeenBy; onCall: OnCall }

/** The plan as one grown-up may see it: what goes well and their own part first. What is not theirs leaves no trace. */
export function PlanPage({ plan, onCall }: PlanPageProps) {
  const { t } = useWords('plan')
  const url = `/p/${plan.id}`
  const well = plan.worries.flatMap((worry) => [...worry.strengths, ...worry.existingSafety])
  return (
    <>
      <PlanTitle plan={plan} />
      {plan.knows && (
        <section className="card mine">
          <h2>{t('knows')}</h2>
          <p>
            <Words of={plan.knows} />
          </p>
        </section>
      )}
      <OnThisPage plan={plan} />
      {well.length > 0 && (
        <section>
          <h2>{t('well')}</h2>
          <WordsList of={well} className="well" />
        </section>
      )}
      <MyPart of={plan.commitments} mineUrl={`${url}/mine`} />
      <Worries of={plan.worries} scaleUrl={`${url}/scale`} />
      <Rules of={plan.rules} heading={t('rules')} />
      {plan.triggers.length > 0 && (
        <section id="signs">
          <h2>{t('signs')}</h2>
          {plan.triggers.map((trigger) => (
            <WarningSign key={trigger.id} of={trigger} onCall={onCall} />
          ))}
        </section>
      )}
      <WhoDoesWhat of={plan.commitments} />
      <SafetyObjects of={plan.safetyObjects} />
      <ChildContacts of={plan.childContacts} heading={(child) => t('childContacts', { child })} />
      <Phases of={plan.phases} />
      <Meetings of={plan.meetings} planUrl={url} />
      <MorePages plan={plan} />
    </>
  )
}

/** Straight to a part of a long page; only the parts that are there. */
function OnThisPage({ plan }: { plan: PlanAsSeenBy }) {
  const { t } = useWords('plan')
  const parts = [
    plan.commitments.some(({ mine }) => mine) && 'mine',
    plan.worries.length > 0 && 'worries',
    plan.rules.length > 0 && 'rules',
    plan.triggers.length > 0 && 'signs',
    plan.commitments.some(({ mine }) => !mine) && 'who',
    plan.meetings.length > 0 && 'dates',
  ] as const
  return (
    <nav className="jump" aria-label={t('onThisPage')}>
      {parts.map(
        (part) =>
          part && (
            <a key={part} href={`#${part}`}>
              {t(`jump.${part}`)}
            </a>
          ),
      )}
    </nav>
  )
}

/** Whose plan it is, and the day this reader's view of it last changed. */
export function PlanTitle({ plan }: { plan: PlanAsSeenBy }) {
  const { t, lang } = useWords('plan')
  return (
    <>
      <div className="faces">
        {plan.children.map((child) => (
          <Face key={child.id} of={child} />
        ))}
      </div>
      <h1>
        {together(
          plan.children.map(({ name }) => name),
          lang,
        )}
      </h1>
      {plan.changedOn && <p className="soft">{t('changedOn', { day: day(plan.changedOn, lang) })}</p>}
    </>
  )
}

/** The other pages of this plan, as far as they hold anything for this reader. */
export function MorePages({ plan }: { plan: PlanAsSeenBy }) {
  const { t } = useWords('plan')
  const url = `/p/${plan.id}`
  return (
    <nav className="go" aria-labelledby="more">
      <h2 id="more">{t('more')}</h2>
      <a href={`${url}/people`}>{t('people')}</a>
      {plan.story.length > 0 && <a href={`${url}/story`}>{t('story')}</a>}
      <a href={`${url}/log`}>{t('log')}</a>
      <a href={`${url}/paper`}>{t('paper')}</a>
    </nav>
  )
}
