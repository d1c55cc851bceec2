import { CallDuty, type OnCall } from '../call'
import { useWords } from '../words'

/** At every dead end: somebody to ring. */
export function OrRing({ onCall }: { onCall: OnCall }) {
  const { t } = useWords('start')
  return (
    <section className="card mt-8">
      <h2 className="mt-0">{t('ring.title')}</h2>
      <p>{t('ring.what')}</p>
      <CallDuty className="btn quiet" onCall={onCall} />
    </section>
  )
}
