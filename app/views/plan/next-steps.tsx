import type { SeenNextStep } from '#app/domain/access/plan-as-seen'
import { day } from '../dates'
import { Words } from '../wording'
import { useWords } from '../words'

/** What is done next about a worry; nothing when the plan does not say. */
export function NextSteps({ of, heading }: { of: SeenNextStep[]; heading?: string }) {
  const { t, lang } = useWords('plan')
  if (of.length === 0) return null
  return (
    <>
      <h3>{heading ?? t('nextSteps')}</h3>
      <ul className="dots">
        {of.map(({ id, words, who, by }) => {
          const facts = [
            who && t('stepWho', { name: who.you ? t('you') : who.name }),
            by && t('stepBy', { day: day(by, lang) }),
          ]
          return (
            <li key={id}>
              <Words of={words} />
              {(who || by) && <small className="by">{facts.filter(Boolean).join(' · ')}</small>}
            </li>
          )
        })}
      </ul>
    </>
  )
}
