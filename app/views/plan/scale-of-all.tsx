import type { PlanAsSeenBy } from '#app/domain/access/plan-as-seen'
import { Scale } from '../scale'
import { useWords } from '../words'
import { type Holder, Open } from './part'
import { Scores } from './scores'

/** What 0 and 10 mean for the whole, beside each worry's own. */
export function ScaleOfAll({ of, scaleUrl, In = Open }: { of: PlanAsSeenBy['scale']; scaleUrl: string; In?: Holder }) {
  const { t } = useWords('plan')
  if (!of) return null
  return (
    <In heading={t('scaleOfAll')}>
      <div className="card">
        {of.scores ? <Scores of={of.scores} scaleUrl={scaleUrl} /> : <Scale of={{ ...of, others: [] }} />}
      </div>
    </In>
  )
}
