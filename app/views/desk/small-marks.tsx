/** What is to be known of a line at a look: a small drawing, with its words for who points at it or hears the page. */
import type { EntryRead } from '#app/domain/said/entry-for-staff'
import { Chip } from '../chip'
import { useWords } from '../words'

const shapes = {
  worker: 'M7 11V8a5 5 0 0 1 10 0v3h2v10H5V11zm2.500 0h5V8a2.500 2.500 0 0 0-5 0z',
  inner:
    'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 2.500a6.500 6.500 0 1 1 0 13 6.500 6.500 0 0 1 0-13zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  network:
    'M12 2a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7zM5.500 13a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7zM18.500 13a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7z',
  night: 'M14 3a9 9 0 1 0 7 13.500A8 8 0 0 1 14 3z',
}

function Mark({ shape, words }: { shape: keyof typeof shapes; words: string }) {
  return (
    <span className="mark" title={words}>
      <svg className="icon" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
        <path d={shapes[shape]} />
      </svg>
      <span className="in-words">{words}</span>
    </span>
  )
}

/** Who may read it. */
export function Audience({ of }: { of: EntryRead['sharedWith'] }) {
  const { t } = useWords('desk')
  return <Mark shape={of} words={t(`shared.${of}`)} />
}

export function OutOfHours() {
  const { t } = useWords('desk')
  return <Mark shape="night" words={t('outOfHours')} />
}

/** Beside Reply and Ring: that this is somebody others are kept safe from. Nothing for everybody else. */
export function ApartMark({ of = [], name }: { of?: EntryRead['apart']; name: string }) {
  const { t } = useWords('desk')
  if (of.length === 0) return null
  return (
    <span title={t('replyPage.apart', { name })}>
      <Chip is="ask">{t(of.includes('order') ? 'apart.order' : 'apart.kept')}</Chip>
    </span>
  )
}
