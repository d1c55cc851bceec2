import type { Asked } from '#app/domain/access/who-asked'
import { Face } from '../face'
import { useWords } from '../words'

/** Before anybody joins, and before any worry is shown: who asked, what it means, and that no is an answer. */
export function WelcomePage({ asked: { name, young, by } }: { asked: Asked }) {
  const { t } = useWords('welcome')
  const start = useWords('start').t
  const whose = young ? 'young' : 'adult'
  return (
    <>
      <h1>{t('hello', { name })}</h1>
      <div className="card mine told-by">
        <Face of={by} />
        <p>{t(by.isWorker ? 'askedByWorker' : 'askedBy', { name: by.name })}</p>
      </div>
      <h2>{t('about')}</h2>
      <p>{t(`${whose}.about`)}</p>
      <h2>{t('knowing')}</h2>
      <p>{t(`${whose}.knowing`)}</p>
      <h2>{t('others')}</h2>
      <p>{t(`${whose}.others`)}</p>
      <h2>{t('free')}</h2>
      <p>{t(`${whose}.free`)}</p>
      <a className="btn mt-8" href="/welcome/ring">
        {start('goOn')}
      </a>
      <a className="btn quiet" href="/welcome/no">
        {t('no.button')}
      </a>
    </>
  )
}
