import type { ChangedPart } from '#app/domain/access/changes'
import type { SeenCommitment } from '#app/domain/access/plan-as-seen'
import { ChangedParts } from '../changes/changed-parts'
import { Words } from '../wording'
import { useWords } from '../words'

/** Of a task that was answered and reads otherwise now: what changed, and whether the answer still holds. */
export function StillSo({ of, parts = [], plan }: { of: SeenCommitment; parts?: ChangedPart[]; plan: string }) {
  const { t } = useWords('mine')
  const home = useWords('home').t
  return (
    <section className="card warm">
      <h2>
        <Asked of={of} />
      </h2>
      {!parts.some(({ part }) => part === 'words') && (
        <p>
          <Words of={of.words} />
        </p>
      )}
      <ChangedParts of={parts} />
      <a className="btn" href={`/p/${plan}/mine/${of.id}`} aria-label={`${home('answer')}: ${t('ask')}`}>
        {home('answer')}
      </a>
    </section>
  )
}

/** "This changed. Is it still “Yes”?" */
export function Asked({ of: { answer } }: { of: SeenCommitment }) {
  const { t } = useWords('mine')
  return answer ? t('stillSo', { choice: t(`choice.${answer.choice}`) }) : null
}
