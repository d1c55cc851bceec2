import type { Wording } from '#app/domain/access/plan-as-seen'
import { useWords } from './words'

/** Where somebody is asked to say yes to words, or to say where they stand: that nobody has checked their translation yet. */
export function NotChecked({ of }: { of: (Wording | undefined)[] }) {
  const { t } = useWords('common')
  if (!of.some((words) => words && 'text' in words && words.draft)) return null
  return (
    <p className="soft" role="note">
      {t('notChecked')}
    </p>
  )
}
