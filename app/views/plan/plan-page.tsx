import type { PlanAsSeenBy } from '#app/domain/access/plan-as-seen'
import type { OnCall } from '../call'
import { day } from '../dates'
import { Face } from '../face'
import { together } from '../lists'
import { WarningSign } from '../steps'
import { Words, WordsList } from '../wording'
import { useWords } from '../words'
import { Agreements } from './agreements'
import { ChildContacts, SafetyObjects } from './children'
import { MyPart, WhoDoesWhat } from './commitments'
import { Meetings, Phases } from './dates-ahead'
import { Contingency, HowLong } from './how-long'
import { NotTranslated } from './not-translated'
import { Folded } from './part'
import { Rules } from './rules'
import { Safety } from './safety'
import { ScaleOfAll } from './scale-of-all'
import { Tiles } from './tiles'
import { Worries } from './worries'

export type PlanPageProps = { plan: PlanAsSeenBy; onCall: OnCall }

/** Of what goes well so much stands open: the reader's own part is on the second screen at the latest. */
const WELL = 4

/**
 * The plan as one grown-up may see it: what goes well and their own part first, the rest folded in place. What is not
 * theirs leaves no trace.
 */
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
      <NotTranslated plan={plan} />
      {well.length > 0 && (
        <section>
          <h2>{t('well')}</h2>
          <WordsList of={well.slice(0, WELL)} className="well" />
          {well.length > WELL && (
            <details>
              <summary>{t('wellMore')}</summary>
              <WordsList of={well.slice(WELL)} className="well" />
            </details>
          )}
        </section>
      )}
      <MyPart of={plan.commitments} mineUrl={`${url}/mine`} />
      <Worries of={plan.worries} scaleUrl={`${url}/scale`} agreeUrl={`${url}/agree`} In={Folded} />
      <ScaleOfAll of={plan.scale} scaleUrl={`${url}/scale`} In={Folded} />
      <Rules of={plan.rules} heading={t('rules')} In={Folded} />
      {plan.triggers.length > 0 && (
        <Folded id="signs" heading={t('signs')} hint={plan.triggers.length}>
          {plan.triggers.map((trigger) => (
            <WarningSign key={trigger.id} of={trigger} onCall={onCall} />
          ))}
        </Folded>
      )}
      <WhoDoesWhat of={plan.commitments} In={Folded} />
      <SafetyObjects of={plan.safetyObjects} In={Folded} />
      <ChildContacts of={plan.childContacts} heading={(child) => t('childContacts', { child })} In={Folded} />
      <Safety of={plan.safety} In={Folded} />
      <Contingency of={plan.contingency} In={Folded} />
      <Phases of={plan.phases} In={Folded} />
      <HowLong of={plan} In={Folded} />
      <Agreements of={plan.agreements} In={Folded} />
      <Meetings of={plan.meetings} planUrl={url} In={Folded} />
      <a className="btn quiet" href={`${url}/agree`}>
        {t('askAll')}
      </a>
      <Tiles plan={plan} on="plan" />
    </>
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
      {plan.changedOn && (
        <p className="soft">
          {t(plan.hasChanged ? 'changedOn' : 'agreedOn', { day: day(plan.changedOn, lang) })}
          {plan.hasChanged && (
            <>
              {' '}
              <a href={`/p/${plan.id}/changes`}>{t('whatChanged')}</a>
            </>
          )}
        </p>
      )}
    </>
  )
}
