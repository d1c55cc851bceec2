import { CallUs, type OnCall } from '../call'
import { useWords } from '../words'

type Props = { title?: string; what?: string; onCall: OnCall }

/** At every dead end: somebody to ring. */
export function OrRing({ title, what, onCall }: Props) {
  const { t } = useWords('start')
  return (
    <section className="card mt-8">
      <h2 className="mt-0">{title ?? t('ring.title')}</h2>
      <p>{what ?? t('ring.what')}</p>
      <CallUs onCall={onCall} />
    </section>
  )
}
