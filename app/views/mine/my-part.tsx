import type { ChangedPart } from '#app/domain/access/changes'
import type { PlanAsSeenBy, SeenCommitment, SeenRule } from '#app/domain/access/plan-as-seen'
import { PartsBefore } from '../changes/changed-parts'
import { NotMineLink } from '../check-ins/not-mine'
import { Chip } from '../chip'
import { together } from '../lists'
import { NotChecked } from '../not-checked'
import { When } from '../plan/commitments'
import { Facts } from '../plan/facts'
import { NotTranslated } from '../plan/not-translated'
import { Words } from '../wording'
import { useWords } from '../words'
import { Said } from './said'
import { Asked } from './still-so'

export type MyPartProps = {
  plan: PlanAsSeenBy
  /** Of each that waits for an answer. */
  tickets: Record<string, string>
  /** A mark of the words each of these forms is about. */
  marks?: Record<string, string | undefined>
  /** Of each that was answered to other words: what changed since. */
  changed: Record<string, ChangedPart[]>
  /** By name, who will read an answer, as far as this person may know of them. */
  readers: string[]
}

/** What is down for this person, each with what they answered and where to answer. */
export function MyPart({ plan, tickets, marks = {}, changed, readers }: MyPartProps) {
  const { t } = useWords('mine')
  const mine = plan.commitments.filter((commitment) => commitment.mine)
  const rules = plan.rules.filter(({ makesSure }) => makesSure.some(({ you }) => you))
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="soft">{t(mine.length > 0 ? 'lead' : 'none')}</p>
      <NotTranslated plan={plan} of={[mine, rules]} />
      {mine.map((commitment) => (
        <OneOfMine
          key={commitment.id}
          of={commitment}
          plan={plan.id}
          ticket={tickets[commitment.id]}
          mark={marks[commitment.id]}
          changed={changed[commitment.id] ?? []}
          readers={readers}
        />
      ))}
      <RulesToSpeakOf of={rules} plan={plan.id} />
      {rules.length === 0 && (
        <a className="btn quiet" href={`/p/${plan.id}/log/new`}>
          {t('tell')}
        </a>
      )}
    </>
  )
}

type OneProps = {
  of: SeenCommitment
  plan: string
  ticket?: string
  mark?: string
  changed: ChangedPart[]
  readers: string[]
}

function OneOfMine({ of, plan, ticket, mark, changed, readers }: OneProps) {
  const { t } = useWords('mine')
  const { answer } = of
  return (
    <section className={answer && !answer.stale ? 'card mine' : 'card warm'}>
      <WhatIsAsked of={of} />
      {answer ? (
        <div className="mt-3">
          <Said answer={answer} />
          {answer.stale && (
            <>
              <h2 className="mt-3">
                <Asked of={of} />
              </h2>
              <PartsBefore of={changed} />
            </>
          )}
        </div>
      ) : (
        <Chip is="ask">{t('waiting')}</Chip>
      )}
      {ticket ? (
        <AnswerHere url={`/p/${plan}/mine/${of.id}`} ticket={ticket} mark={mark} readers={readers} />
      ) : (
        <>
          <a className="btn" href={`/p/${plan}/log/new?about=${of.id}`}>
            {t('how')}
          </a>
          <a className="btn quiet" href={`/p/${plan}/mine/${of.id}`}>
            {t('changeThis')}
          </a>
        </>
      )}
      {ticket && <HowItWentLink plan={plan} of={of} />}
      {answer && <NotMineLink plan={plan} what={of.id} />}
    </section>
  )
}

/** The rules this person makes sure of. A rule is not done, so how it goes is asked once, of all of them. */
function RulesToSpeakOf({ of, plan }: { of: SeenRule[]; plan: string }) {
  const { t } = useWords('mine')
  if (of.length === 0) return null
  return (
    <section>
      <h2>{t('rules')}</h2>
      <ul className="card rows">
        {of.map((rule) => (
          <li key={rule.id}>
            <div>
              <Words of={rule.words} />
              <NotChecked of={[rule.words]} />
            </div>
          </li>
        ))}
      </ul>
      <a className="btn quiet" href={`/p/${plan}/log/new`}>
        {t('rulesHow')}
      </a>
    </section>
  )
}

/** From anything in the plan to three large buttons: done, partly, couldn't. */
export function HowItWentLink({ plan, of: { id, words } }: { plan: string; of: SeenCommitment | SeenRule }) {
  const { t } = useWords('mine')
  return (
    <p className="go">
      <a
        href={`/p/${plan}/log/new?about=${id}`}
        aria-label={'text' in words ? `${t('how')}: ${words.text}` : undefined}
      >
        {t('how')}
      </a>
    </p>
  )
}

type HereProps = { url: string; ticket: string; mark?: string; readers: string[] }

/** Yes, not now and no are one press each; a "but" has its words. */
function AnswerHere({ url, ticket, mark, readers }: HereProps) {
  const { t, lang } = useWords('mine')
  return (
    <form method="post" action={url} className="answers">
      <input type="hidden" name="ticket" value={ticket} />
      {mark && <input type="hidden" name="asked" value={mark} />}
      <button className="btn" name="choice" value="yes" type="submit">
        {t('choice.yes')}
      </button>
      <a className="btn quiet" href={`${url}?choice=yes-but`}>
        {t('choice.yes-but')}
      </a>
      <button className="btn quiet" name="choice" value="not-now" type="submit">
        {t('choice.not-now')}
      </button>
      <button className="btn quiet" name="choice" value="no" type="submit">
        {t('choice.no')}
      </button>
      <small className="by">{t('whoReads', { names: together(readers, lang) })}</small>
    </form>
  )
}

/** The words of a commitment, when it is to be done, and who steps in. */
export function WhatIsAsked({ of }: { of: SeenCommitment }) {
  const { t } = useWords('mine')
  const { words, when, backup } = of
  return (
    <>
      <b>
        <Words of={words} />
      </b>
      <span className="by">
        <When of={when} />
      </span>
      <NotChecked of={[words, when]} />
      {backup && <small className="by">{t('backup', { name: backup.name })}</small>}
      <Facts of={of} />
    </>
  )
}
