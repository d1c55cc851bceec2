import type { PlanAsSeenBy, Wording } from '#app/domain/access/plan-as-seen'
import { Select } from '../fields'
import { useWords } from '../words'

type Part = { id: string; words: Wording }
type Props = { plan: PlanAsSeenBy; value?: string; fault?: string }

/** What it is about: something of one's own in the plan, a rule, or neither. */
export function AboutWhat({ plan, value, fault }: Props) {
  const { t } = useWords('check-in')
  const parts: { label: string; of: Part[] }[] = [
    { label: t('about.mine'), of: plan.commitments.filter(({ mine }) => mine) },
    { label: t('about.rules'), of: plan.rules },
  ]
  const filled = parts.filter(({ of }) => of.length > 0)
  if (filled.length === 0) return null
  return (
    <Select name="about" label={t('about.ask')} value={value} fault={fault}>
      <option value="">{t('about.nothing')}</option>
      {filled.map(({ label, of }) => (
        <optgroup key={label} label={label}>
          <Parts of={of} />
        </optgroup>
      ))}
    </Select>
  )
}

/** The plan was used: for which of the warning signs this person sees. Asked of who says so, where a browser can tell. */
export function WhichSign({ plan, value, fault }: Props) {
  const { t } = useWords('check-in')
  const signs = plan.triggers.flatMap(partOfSign)
  if (signs.length === 0) return null
  return (
    <div className="used">
      <Select name="sign" label={t('about.sign')} value={value} fault={fault}>
        <option value="">{t('about.noSign')}</option>
        <Parts of={signs} />
      </Select>
    </div>
  )
}

function Parts({ of }: { of: Part[] }) {
  const { t } = useWords('check-in')
  return of.map(({ id, words }) => (
    <option key={id} value={id}>
      {'text' in words ? words.text : t('about.told', { name: words.byVoice })}
    </option>
  ))
}

/** A sign goes by its own words, or, when this reader was not told it, by the first thing they do in it. */
function partOfSign({ id, sign, steps }: PlanAsSeenBy['triggers'][number]): Part[] {
  const mine = steps.find(({ who, backup }) => (typeof who !== 'string' && who.you) || backup?.you)
  const words = sign ?? mine?.words
  return words ? [{ id, words }] : []
}
