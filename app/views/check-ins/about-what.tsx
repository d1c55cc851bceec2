import type { PlanAsSeenBy, Wording } from '#app/domain/access/plan-as-seen'
import { useWords } from '../words'

type Part = { id: string; words: Wording }

/** What it is about: something of one's own in the plan, a rule, a warning sign, or nothing of these. */
export function AboutWhat({ plan, value = '', fault }: { plan: PlanAsSeenBy; value?: string; fault?: string }) {
  const { t } = useWords('check-in')
  const parts: { label: string; of: Part[] }[] = [
    { label: t('about.mine'), of: plan.commitments.filter(({ mine }) => mine) },
    { label: t('about.rules'), of: plan.rules },
    { label: t('about.signs'), of: plan.triggers.flatMap(partOfSign) },
  ]
  const filled = parts.filter(({ of }) => of.length > 0)
  if (filled.length === 0) return null
  return (
    <div className="field">
      <label htmlFor="about">{t('about.ask')}</label>
      {fault && (
        <span className="wrong" id="about-fault">
          {fault}
        </span>
      )}
      <select
        id="about"
        name="about"
        defaultValue={value}
        aria-describedby={fault && 'about-fault'}
        aria-invalid={fault ? true : undefined}
      >
        <option value="">{t('about.nothing')}</option>
        {filled.map(({ label, of }) => (
          <optgroup key={label} label={label}>
            {of.map(({ id, words }) => (
              <option key={id} value={id}>
                {'text' in words ? words.text : t('about.told', { name: words.byVoice })}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  )
}

/** A sign goes by its own words, or, when this reader was not told it, by the first thing they do in it. */
function partOfSign({ id, sign, steps }: PlanAsSeenBy['triggers'][number]): Part[] {
  const mine = steps.find(({ who, backup }) => (typeof who !== 'string' && who.you) || backup?.you)
  const words = sign ?? mine?.words
  return words ? [{ id, words }] : []
}
