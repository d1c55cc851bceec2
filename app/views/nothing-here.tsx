import { useWords } from './words'

const reasons = { 403: 'elsewhere', 404: 'missing', 400: 'method', 405: 'method', 413: 'large' } as const

/** A dead end, in words, and the way back to the start. Says nothing of what was asked for. */
export function NothingHere({ status, start }: { status: number; start: string }) {
  const { t } = useWords('errors')
  const reason = status in reasons ? reasons[status as keyof typeof reasons] : 'wrong'
  return (
    <>
      <h1>{t(`${reason}.title`)}</h1>
      <p>{t(`${reason}.what`)}</p>
      <p>
        <a className="btn" href={start}>
          {t('start')}
        </a>
      </p>
    </>
  )
}
