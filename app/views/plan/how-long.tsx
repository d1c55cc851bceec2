import type { PlanAsSeenBy, Wording } from '#app/domain/access/plan-as-seen'
import { day } from '../dates'
import { WordsList } from '../wording'
import { useWords } from '../words'
import { type Holder, Open } from './part'

type HowLongProps = { of: Pick<PlanAsSeenBy, 'from' | 'reviewBy' | 'endsWhen'>; In?: Holder }

/** From when the plan holds, when it is looked at again, and what has to be so that nobody needs it any more. */
export function HowLong({ of: { from, reviewBy, endsWhen }, In = Open }: HowLongProps) {
  const { t, lang } = useWords('plan')
  if (!from && !reviewBy && endsWhen.length === 0) return null
  return (
    <In heading={t('howLong')} hint={reviewBy && day(reviewBy, lang)}>
      <div className="card">
        {from && <p>{t('from', { day: day(from, lang) })}</p>}
        {reviewBy && <p>{t('reviewBy', { day: day(reviewBy, lang) })}</p>}
        {endsWhen.length > 0 && (
          <>
            <h3>{t('endsWhen')}</h3>
            <WordsList of={endsWhen} className="dots" />
          </>
        )}
      </div>
    </In>
  )
}

/** What happens if the plan does not hold. */
export function Contingency({ of, In = Open }: { of: Wording[]; In?: Holder }) {
  const { t } = useWords('plan')
  if (of.length === 0) return null
  return (
    <In heading={t('contingency')} hint={of.length}>
      <div className="card">
        <WordsList of={of} className="dots" />
      </div>
    </In>
  )
}
