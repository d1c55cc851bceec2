import type { SeenAgreement } from '#app/domain/access/plan-as-seen'
import { day } from '../dates'
import { Quote } from '../wording'
import { useWords } from '../words'
import { type Holder, Open } from './part'

/** Who said yes to the whole plan, in part or no, when and as what, in their own words. */
export function Agreements({ of, In = Open }: { of: SeenAgreement[]; In?: Holder }) {
  const { t, lang } = useWords('plan')
  if (of.length === 0) return null
  return (
    <In heading={t('agreements.title')} hint={of.length}>
      <div className="card">
        {of.map(({ by, as, view, on, words, language }) => (
          <p key={by.id}>
            <b>{by.you ? t('youCapital') : by.name}</b> {t(`agreements.${view}`)}{' '}
            {words && <Quote words={words} language={language} />}
            <small className="by">
              {t(`agreements.as.${as}`)} · {day(on, lang)}
            </small>
          </p>
        ))}
      </div>
    </In>
  )
}
