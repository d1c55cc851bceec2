import type { PlanAsSeenBy } from '#app/domain/access/plan-as-seen'
import { storyUrl } from '../story-page'
import { useWords } from '../words'

/** The pages of the plan, as far as they hold anything for this reader; without the one the reader is on. */
export function Tiles({ plan, on }: { plan: PlanAsSeenBy; on?: 'plan' }) {
  const { t } = useWords('home')
  const url = `/p/${plan.id}`
  const young = plan.viewer.sight === 'young'
  return (
    <nav className="tiles" aria-label={t('read')}>
      {on !== 'plan' && <a href={url}>{t('tiles.plan')}</a>}
      {!young && <a href={`${url}/mine`}>{t('tiles.mine')}</a>}
      {young && plan.worries.some(({ mayScore }) => mayScore) && <a href={`${url}/scale`}>{t('tiles.scale')}</a>}
      <a href={`${url}/people`}>{t('tiles.people')}</a>
      {plan.story.length > 0 && <a href={`${url}/story`}>{t('tiles.story')}</a>}
      {plan.childStories.map(({ child }) => (
        <a key={child.id} href={storyUrl(plan, child.id)}>
          {t('tiles.storyOf', { child: child.name })}
        </a>
      ))}
      <a href={`${url}/listen`}>{t('tiles.listen')}</a>
      <a href={`${url}/log`}>{t('tiles.log')}</a>
      <a href={`${url}/paper`}>{t('tiles.paper')}</a>
    </nav>
  )
}
