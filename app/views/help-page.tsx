import { Call, CallDuty, type OnCall } from './call'
import { OpenPage } from './open-page'
import { useWords } from './words'

const parts = ['young', 'reads', 'getIn', 'link', 'wrong', 'notMe', 'leave'] as const

/** For anyone, signed in or not: whom to ring first, then what to do when something does not work. */
export function HelpPage({ onCall }: { onCall: OnCall }) {
  const { t } = useWords('help')
  const texts = parts.map((part) => ({ title: t(`${part}.title`), text: t(`${part}.text`) }))
  return (
    <OpenPage title={t('title')} parts={texts}>
      <section className="card warm">
        <h2>{t('danger.title')}</h2>
        <p>{t('danger.text')}</p>
        <Call className="btn alarm" phone="999" name="999" />
      </section>
      <section className="card">
        <h2>{t('worried.title')}</h2>
        <p>{t('worried.text')}</p>
        <CallDuty className="btn quiet" onCall={onCall} />
      </section>
    </OpenPage>
  )
}
