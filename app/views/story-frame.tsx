import { useContext } from 'react'
import type { SeenFrame } from '#app/domain/access/plan-as-seen'
import { PicturesAt } from './pictures-at'
import { Words } from './wording'
import { useWords } from './words'

type Props = { of: SeenFrame; plan: string; at: number; all: number; hidden: boolean }

/** One frame, its words large; in place of a drawing that is not there yet, a day that goes by as the story does. */
export function StoryFrame({ of, plan, at, all, hidden }: Props) {
  const { t } = useWords('story')
  const day = <Day at={all > 1 ? at / (all - 1) : 0.5} />
  return (
    <section className="frame" hidden={hidden}>
      {of.image ? <Drawn of={of} image={of.image} plan={plan} hidden={hidden} /> : day}
      <p className="say">
        <Words of={of.words} />
      </p>
      {at === all - 1 && <p className="soft">{t('end')}</p>}
    </section>
  )
}

type DrawnProps = { of: SeenFrame; image: { id: string; file: string }; plan: string; hidden: boolean }

/** The picture, and for whoever cannot see it what is to be seen. One on another page is not asked for before its time. */
export function Drawn({ of: { alt }, image, plan, hidden }: DrawnProps) {
  const desk = useContext(PicturesAt)
  const says = alt && 'text' in alt ? alt : undefined
  return (
    <img
      className={image.file.startsWith('symbol-') ? 'drawn symbol' : 'drawn'}
      src={desk ? `${desk}/${image.file}` : `/p/${plan}/story/${image.id}`}
      alt={says?.text ?? ''}
      lang={says?.language}
      loading={hidden ? 'lazy' : undefined}
    />
  )
}

/** The sun over two hills, from morning (0) to evening (1). */
function Day({ at }: { at: number }) {
  const high = Math.sin(Math.PI * (0.12 + 0.76 * at))
  return (
    <svg className="day" viewBox="0 0 320 110" width="320" height="110" aria-hidden="true">
      <circle cx={Math.round(44 + 232 * at)} cy={Math.round(96 - 66 * high)} r="20" />
      <path d="M0 110V82C60 52 120 60 176 84s92 18 144-2v28z" />
      <path className="near" d="M0 110V98c48-22 104-18 152-4s112 14 168-16v32z" />
    </svg>
  )
}
