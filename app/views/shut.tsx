import { CallDuty, CallUs, type OnCall } from './call'
import { useWords } from './words'

/** What the page needs that says that nothing can be written. `onCall` is missing when nobody knows whom to ring. */
export type ShutData = { onCall: OnCall | undefined }

export const isShut = (what: unknown): what is ShutData => typeof what === 'object' && what !== null && 'onCall' in what

/** Nothing can be written just now, so no page is shown that has to be noted: whom to ring, and the way to what to do now. */
export function Shut({ onCall, plan, desk }: ShutData & { plan?: string; desk: boolean }) {
  const { t } = useWords('errors')
  return (
    <>
      <h1>{t('shut.title')}</h1>
      <p>{t('shut.what')}</p>
      {!desk && (
        <>
          <p>{t('shut.danger')}</p>
          {plan && (
            <p>
              <a className="btn" href={`/p/${plan}/now`}>
                {t('shut.now')}
              </a>
            </p>
          )}
          {onCall && <p>{plan ? <CallDuty onCall={onCall} /> : <CallUs onCall={onCall} />}</p>}
        </>
      )}
      <p>
        <a href={desk ? '/desk' : plan ? '/home' : '/'}>{t('shut.again')}</a>
      </p>
    </>
  )
}
