import type { PlanAsSeenBy } from '#app/domain/access/plan-as-seen'
import { Call } from '../call'
import { useWords } from '../words'

/** What of the plan the page shows, when that is not all of it; `brief`: no card, with the worker's line if they read now. */
type Props = { plan: PlanAsSeenBy; of?: unknown; brief?: { ring: boolean } }

/** Says that some of what stands here is not in the reader's language yet, and whom to ask. */
export function NotTranslated({ plan, of = plan, brief }: Props) {
  const { t, lang } = useWords('plan')
  if (!holdsOtherThan(lang, of)) return null
  const { name, phone } = plan.worker
  if (brief)
    return (
      <div className="mt-4 mb-4">
        <p className="soft">{t('notTranslated', { name })}</p>
        {brief.ring && phone && <Call phone={phone} name={name} />}
      </div>
    )
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
