import type { StoryAsked } from '#app/domain/access/stories-asked'
import { Chip } from '../chip'
import { Drawn } from '../story-frame'
import { Words } from '../wording'
import { useWords } from '../words'

type Props = { of: StoryAsked['frames'][number]; plan: string; at: number; all: number }

/** One frame as a child would read it, and in words what its picture shows or will show. */
export function FrameAsked({ of, plan, at, all }: Props) {
  const { t } = useWords('approve')
  return (
    <section className="frame">
      {of.image && <Drawn of={of} image={of.image} plan={plan} hidden={false} />}
      <h2 className="by">{t('number', { number: at + 1, all })}</h2>
      {of.changed && (
        <p>
          <Chip is="ask">{t('changed')}</Chip>
        </p>
      )}
      <p className="say">
        <Words of={of.words} />
      </p>
      <p className="soft">
        {t(of.alt ? 'drawn' : 'picture')}
        <Words of={of.alt ?? of.picture} />
      </p>
    </section>
  )
}
