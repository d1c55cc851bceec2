import type { OnCall } from '../call'
import { useWords } from '../words'
import { OrRing } from './or-ring'

/** The answer to every number: the same, whoever has it. */
export function SentPage({ onCall }: { onCall: OnCall }) {
  const { t } = useWords('start')
  return (
    <>
      <h1>{t('sent.title')}</h1>
      <p>{t('sent.what')}</p>
      <p>{t('sent.link')}</p>
      <section className="card mine">
        <p>{t('sent.elsewhere')}</p>
        <a className="btn" href="/code">
          {t('haveCode')}
        </a>
      </section>
      <h2>{t('sent.none')}</h2>
      <ul className="dots">
        <li>
          {t('sent.check')} <a href="/">{t('sent.again')}</a>
        </li>
        <li>{t('sent.safeTimes')}</li>
        <li>{t('paper')}</li>
      </ul>
      <OrRing onCall={onCall} />
    </>
  )
}
