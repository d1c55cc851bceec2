import type { PlanAsSeenBy } from '#app/domain/access/plan-as-seen'
import { Call } from '../call'
import { useWords } from '../words'

/** Says that some of what stands here is not in the reader's language yet, and whom to ask. */
export function NotTranslated({ plan }: { plan: PlanAsSeenBy }) {
  const { t, lang } = useWords('plan')
  if (!holdsOtherThan(lang, plan)) return null
  const { name, phone } = plan.worker
  return (
    <div className="card warm">
      <p>{t('notTranslated', { name })}</p>
      {phone && <Call phone={phone} name={name} />}
    </div>
  )
}

/** Whether any plan text in here is in another language. Found in what the reader gets, so that nothing else tells. */
function holdsOtherThan(language: string, view: unknown): boolean {
  if (!view || typeof view !== 'object') return false
  if ('text' in view && 'language' in view) return view.language !== language
  return Object.values(view).some((part) => holdsOtherThan(language, part))
}
