import type { PlanAsSeenBy } from '#app/domain/access/plan-as-seen'
import { together } from './lists'
import { StoryFrame } from './story-frame'
import { useWords } from './words'

type Props = {
  plan: PlanAsSeenBy
  /** Whose story it is, where it is not the one for all children. */
  of?: string
  /** Which frame is read now, from 0. Without it all stand one after the other. */
  at?: number
}

/** The children's story: one frame a page, to be read together on one phone. On paper all of it. */
export function StoryPage({ plan, of, at }: Props) {
  const { t, lang } = useWords('story')
  const { children, viewer } = plan
  const own = plan.childStories.find(({ child }) => child.id === of)
  const story = own?.frames ?? plan.story
  const names = (own ? [own.child] : children).map(({ name }) => name)
  return (
    <div className={at === undefined ? undefined : 'book'}>
      <h1>{t('title', { children: together(names, lang) })}</h1>
      {!at && <p className="soft">{t(viewer.sight === 'young' ? 'forYou' : 'about')}</p>}
      {story.map((frame, i) => (
        <StoryFrame
          key={frame.part}
          of={frame}
          plan={plan.id}
          at={i}
          all={story.length}
          hidden={at !== undefined && i !== at}
        />
      ))}
      {at !== undefined && <Turn url={storyUrl(plan, of)} at={at} all={story.length} />}
    </div>
  )
}

/** Where a story begins: the one for all children, or one child's own. */
export const storyUrl = (plan: Pick<PlanAsSeenBy, 'id'>, of?: string) =>
  of ? `/p/${plan.id}/story?of=${of}` : `/p/${plan.id}/story`

/** On and back, at the thumb, always in the same place, and how far it is; from the last frame on leads home. */
function Turn({ url, at, all }: { url: string; at: number; all: number }) {
  const { t } = useWords('story')
  const isLast = at === all - 1
  const page = (number: number) => (number === 1 ? url : `${url}${url.includes('?') ? '&' : '?'}page=${number}`)
  return (
    <nav className="turn" aria-label={t('turn')}>
      <a className="btn" href={isLast ? '/home' : page(at + 2)}>
        {t(isLast ? 'home' : 'next')}
      </a>
      <span>{t('page', { number: at + 1, all })}</span>
      {at > 0 && (
        <a className="btn quiet" href={page(at)}>
          {t('back')}
        </a>
      )}
    </nav>
  )
}
