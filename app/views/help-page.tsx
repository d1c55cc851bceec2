import type { Helplines } from '#app/domain/council/helplines'
import { Call, CallDuty, CallUs, type OnCall } from './call'
import { HelplineCards } from './helplines'
import { OpenPage } from './open-page'
import { useWords } from './words'

const open = ['getIn', 'link', 'notMe', 'exit'] as const
const all = ['young', 'reads', 'wrong', ...open, 'trace'] as const

export type HelpPageProps = { onCall: OnCall; isInside: boolean; helplines: Helplines }

/** Whom to ring first, then what to do when something does not work. What tells what this is, only to who gave the word. */
export function HelpPage({ onCall, isInside, helplines }: HelpPageProps) {
  const { t } = useWords('help')
  const parts = isInside ? all : open
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
        <p>{t(isInside ? 'worried.text' : 'worried.open')}</p>
        {isInside ? <CallDuty className="btn quiet" onCall={onCall} /> : <CallUs onCall={onCall} />}
      </section>
      {isInside && <HelplineCards of={helplines} />}
    </OpenPage>
  )
}
