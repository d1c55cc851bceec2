import type { Apart } from '#app/domain/access/apart'
import type { Asked } from '#app/domain/access/asked-of'
import type { PlanAsSeenBy, SeenCommitment, SeenFrame } from '#app/domain/access/plan-as-seen'
import type { Published } from '#app/domain/council/who-published'
import type { Way } from '#app/domain/desk/way-of-draft'
import type { OnCall } from '../call'
import { fromTo } from '../dates'
import { KeepFrom, KeepFromContext } from '../keep-from'
import { together } from '../lists'
import { AboutMeeting } from '../plan/about-meeting'
import { Agreements } from '../plan/agreements'
import { ChildContacts, SafetyObjects } from '../plan/children'
import { WhoDoesWhat } from '../plan/commitments'
import { Phases } from '../plan/dates-ahead'
import { Contingency, HowLong } from '../plan/how-long'
import { Rules } from '../plan/rules'
import { Safety } from '../plan/safety'
import { ScaleOfAll } from '../plan/scale-of-all'
import { Worries } from '../plan/worries'
import { WarningSign } from '../steps'
import { Words, WordsList } from '../wording'
import { useWords } from '../words'
import { BeingWritten, type Writing } from './being-written'
import { DraftWay } from './draft-way'
import { FamilyHead, type FamilyHeadProps } from './family-head'
import { JustShut, type JustShutProps } from './just-shut'
import { PlanPages } from './plan-pages'
import { shortWhen } from './when'
import { WhoAgrees } from './who-agrees'

export type FamilyPlanProps = FamilyHeadProps & {
  recent: JustShutProps['recent']
  plan?: { whole: PlanAsSeenBy; views: Asked[]; onCall: OnCall; closable: string[] }
  /** Who has a view of their own. */
  viewers: { id: string; name: string; apart: Apart[] }[]
  /** While it is a draft: how far it has come. */
  way?: Way
  /** Who stands behind it, once it is published. */
  behind?: Published
  /** The reader is to look at this draft, and sees nothing else of the family. */
  alone?: boolean
  /** A draft stands open: who began it, and when. */
  writing?: Writing
}

/** The whole plan, two columns wide where there is room: what it says on one side, who acts on the other. */
export function FamilyPlanPage({ family, plan, viewers, way, behind, alone, recent, writing }: FamilyPlanProps) {
  return (
    <>
      <FamilyHead family={family} on="plan" alone={alone} />
      <JustShut family={family.id} recent={recent} />
      {way && <DraftWay family={family.id} of={way} shown={behind?.at} isWritten={!!writing} />}
      {behind && <Behind family={family.id} of={behind} />}
      {!alone && <PlanPages family={family.id} on="plan" />}
      {writing && <BeingWritten family={family.id} of={writing} />}
      {plan && <WhoAgrees of={plan.views} behind={behind} />}
      {plan && <Whole family={family.id} viewers={viewers} {...plan} />}
    </>
  )
}

function Behind({ family, of }: { family: string; of: Published }) {
  const { at, author, endorsedBy: endorser, checkedBy: checker } = of
  const { t, lang } = useWords('desk-publish')
  const check = useWords('desk-check').t
  return (
    <p className="notes">
      <span>{t('published', { when: shortWhen(at, lang) })}</span>
      <span>{checker ? t('byThree', { author, endorser, checker }) : t('by', { author, endorser })}</span>
      <a className="press" href={`/desk/families/${family}/findings`}>
        {check('link')}
      </a>
    </p>
  )
}

export type WholeProps = Pick<FamilyPlanProps, 'viewers'> & {
  family: string
  whole: PlanAsSeenBy
  onCall: OnCall
  closable: string[]
  /** It is the draft, whatever is published. */
  of?: 'draft'
}

/** All that a plan says, and the way to look at it as each person. */
export function Whole({ family, viewers, whole, onCall, closable, of }: WholeProps) {
  const { t } = useWords('desk-families')
  const people = useWords('desk-people').t
  const well = whole.worries.flatMap((worry) => [...worry.strengths, ...worry.existingSafety])
  return (
    <KeepFromContext.Provider
      value={{ url: `/desk/families/${family}/shut`, edit: `/desk/families/${family}/plan/edit`, items: closable }}
    >
      <p className="soft">{t('whole')}</p>
      {viewers.length > 0 && (
        <nav className="viewers" aria-label={t('asPerson')}>
          <span>{t('asPerson')}</span>
          {viewers.map(({ id, name, apart }) => (
            <a
              key={id}
              className={apart.length > 0 ? 'press kept' : 'press'}
              href={`/desk/families/${family}/as/${id}${of ? '?of=draft' : ''}`}
            >
              {name}
              {apart[0] && <small> ({people(`apart.why.${apart[0]}`)})</small>}
            </a>
          ))}
        </nav>
      )}
      <div className="columns">
        {well.length > 0 && (
          <section>
            <h2>{t('strengths')}</h2>
            <WordsList of={well} className="well" />
          </section>
        )}
        <Worries of={whole.worries} scaleUrl="" />
        <ScaleOfAll of={whole.scale} scaleUrl="" />
        <Phases of={whole.phases} />
        <HowLong of={whole} />
        <Contingency of={whole.contingency} />
        <Agreements of={whole.agreements} />
        <Dates of={whole} />
        <Story of={whole} />
        <Rules of={whole.rules} heading={t('rules')} />
        {whole.triggers.length > 0 && (
          <section>
            <h2>{t('signs')}</h2>
            {whole.triggers.map((trigger) => (
              <WarningSign key={trigger.id} of={trigger} onCall={onCall} />
            ))}
          </section>
        )}
        <WhoDoesWhat of={whole.commitments.map(forReading)} />
        <SafetyObjects of={whole.safetyObjects} />
        <Safety of={whole.safety} />
        <ChildContacts of={whole.childContacts} heading={(child) => t('contacts', { child })} />
      </div>
    </KeepFromContext.Provider>
  )
}

/** The worker's own tasks stand among the others': their own page is the board. */
const forReading = (item: SeenCommitment): SeenCommitment => ({ ...item, mine: undefined })

function Dates({ of: { meetings } }: { of: PlanAsSeenBy }) {
  const { t, lang } = useWords('desk-families')
  if (meetings.length === 0) return null
  return (
    <section>
      <h2>{t('meetings')}</h2>
      <ul className="lines">
        {meetings.map(({ id, kind, at, ends, place, who, ...more }) => (
          <li key={id} className="line">
            <div className="at">{fromTo({ at, ends }, lang)}</div>
            <div className="what">
              <p>
                <b>
                  <Words of={kind} />
                </b>
                {place && (
                  <>
                    {' · '}
                    <Words of={place} />
                  </>
                )}
                <KeepFrom item={id} />
              </p>
              <p className="soft">
                {together(
                  who.map(({ name }) => name),
                  lang,
                )}
              </p>
              <AboutMeeting of={more} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Story({ of: { story, childStories } }: { of: PlanAsSeenBy }) {
  const { t } = useWords('desk-families')
  return (
    <>
      {story.length > 0 && <Frames of={story} heading={t('story')} />}
      {childStories.map(({ child, frames }) => (
        <Frames key={child.id} of={frames} heading={t('storyOf', { child: child.name })} />
      ))}
    </>
  )
}

function Frames({ of, heading }: { of: SeenFrame[]; heading: string }) {
  const { t } = useWords('desk-families')
  return (
    <details className="card">
      <summary>{heading}</summary>
      <ol className="dots">
        {of.map(({ part, words, picture, alt }) => (
          <li key={part}>
            <Words of={words} />
            <small className="by">
              {t('picture')} <Words of={picture} />
            </small>
            {alt && (
              <small className="by">
                {t('alt')} <Words of={alt} />
              </small>
            )}
          </li>
        ))}
      </ol>
    </details>
  )
}
