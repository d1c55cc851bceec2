import type { PlanAsSeenBy, SeenCommitment } from '#app/domain/access/plan-as-seen'
import { NotMineLink } from '../check-ins/not-mine'
import { Chip } from '../chip'
import { When } from '../plan/commitments'
import { Words } from '../wording'
import { useWords } from '../words'
import { Said } from './said'

/** What is down for this person, each with what they answered and where to answer. */
export function MyPart({ plan }: { plan: PlanAsSeenBy }) {
  const { t } = useWords('mine')
  const mine = plan.commitments.filter((commitment) => commitment.mine)
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="soft">{t(mine.length > 0 ? 'lead' : 'none')}</p>
      {mine.map((commitment) => (
        <OneOfMine key={commitment.id} of={commitment} plan={plan.id} />
      ))}
      <a className="btn quiet" href={`/p/${plan.id}/log/new`}>
        {t('tell')}
      </a>
    </>
  )
}

function OneOfMine({ of, plan }: { of: SeenCommitment; plan: string }) {
  const { t } = useWords('mine')
  const { answer } = of
  return (
    <section className={answer && !answer.stale ? 'card mine' : 'card warm'}>
      <WhatIsAsked of={of} />
      {answer ? (
        <div className="mt-3">
          <Said answer={answer} />
          {answer.stale && <Chip is="ask">{t('again')}</Chip>}
        </div>
      ) : (
        <Chip is="ask">{t('waiting')}</Chip>
      )}
      <a className={answer && !answer.stale ? 'btn quiet' : 'btn'} href={`/p/${plan}/mine/${of.id}`}>
        {t(answer ? 'changeThis' : 'answerThis')}
      </a>
      {answer && <NotMineLink plan={plan} what={of.id} />}
    </section>
  )
}

/** The words of a commitment, when it is to be done, and who steps in. */
export function WhatIsAsked({ of: { words, when, backup } }: { of: SeenCommitment }) {
  const { t } = useWords('mine')
  return (
    <>
      <b>
        <Words of={words} />
      </b>
      <span className="by">
        <When of={when} />
      </span>
      {backup && <small className="by">{t('backup', { name: backup.name })}</small>}
    </>
  )
}
