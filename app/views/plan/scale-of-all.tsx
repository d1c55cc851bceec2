import type { PlanAsSeenBy } from '#app/domain/access/plan-as-seen'
import { Scale } from '../scale'
import { useWords } from '../words'
import { type Holder, Open } from './part'

/** What 0 and 10 mean for the whole, beside each worry's own. */
export function ScaleOfAll({ of, In = Open }: { of: PlanAsSeenBy['scale']; In?: Holder }) {
  const { t } = useWords('plan')
  if (!of) return null
  return (
    <In heading={t('scaleOfAll')}>
      <div className="card">
        <Scale of={{ ...of, others: [] }} />
      </div>
    </In>
  )
}
