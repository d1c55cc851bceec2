import type { PlanAsSeenBy } from '#app/domain/access/plan-as-seen'
import { together } from './lists'
import { Words } from './wording'
import { useWords } from './words'

/** The children's story, a frame a page. Until it is drawn, the words say what the picture shows. */
export function StoryPage({ plan }: { plan: PlanAsSeenBy }) {
  const { t, lang } = useWords('story')
  return (
    <>
      <h1>
        {t('title', {
          children: together(
            plan.children.map(({ name }) => name),
            lang,
          ),
        })}
      </h1>
      <p className="soft">{t(plan.viewer.sight === 'young' ? 'forYou' : 'about')}</p>
      {plan.story.map(({ part, words, picture }) => (
        <section key={part} className="card">
          <p className="picture">
            {t('picture')} <Words of={picture} />
          </p>
          <p>
            <Words of={words} />
          </p>
        </section>
      ))}
    </>
  )
}
