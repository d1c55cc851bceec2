import type { OnCall } from './call'
import { OrRing } from './come-in/or-ring'
import { dayAndTime } from './dates'
import { type FormFault, type Notice, PersonForm, type Typed } from './form'
import { SendToWorker } from './send-to-worker'
import { useWords } from './words'
import { wordsIn } from './words-not-sent'

export type KeptPageProps = {
  /** `not-sure`: it came from another browser. `gone`: its own page is. `no-plan`: there is none to send anything to. */
  is: 'not-sure' | 'gone' | 'no-plan'
  kept?: string
  /** When it came: local time, Europe/London. */
  on?: string
  ticket: string
  typed: Typed
  onCall: OnCall
  back?: { typed: Typed; notice?: Notice; faults?: Record<string, FormFault> }
}

/** What was not sent and has no page of its own any more, or came from another browser. */
export function KeptPage({ is, on = '', ticket, kept, onCall, typed, back }: KeptPageProps) {
  const { t } = useWords('form')
  const chose = useChosen(typed)
  if (is === 'not-sure') return <NotSure {...{ on, ticket, kept, onCall }} />
  // What this page says by itself is not said twice: that these words are not sent, and why.
  const said = back?.notice === 'old-page' || back?.notice === 'not-sent'
  const notice = said ? undefined : back?.notice
  const words = back?.typed.words ?? [chose, ...wordsIn(typed)].filter(Boolean).join('\n\n')
  return (
    <>
      <h1>{t('unknown.title')}</h1>
      {!notice && <p className="card warm">{t(is === 'gone' ? 'kept.gone' : 'kept.noPlan')}</p>}
      {is === 'gone' ? (
        <SendToWorker state={{ ticket, kept, typed: { words }, ...back, notice }} />
      ) : (
        <div className="field">
          <textarea readOnly dir="auto" rows={6} aria-label={t('unknown.yours')} value={words} />
        </div>
      )}
      <OrRing onCall={onCall} />
    </>
  )
}

/** No words are shown before the answer: on a phone that others hold they could be anybody’s. */
function NotSure({
  on,
  ticket,
  kept = '',
  onCall,
}: Pick<KeptPageProps, 'ticket' | 'kept' | 'onCall'> & { on: string }) {
  const { t, lang } = useWords('form')
  return (
    <>
      <h1>{t('kept.ask')}</h1>
      <p>{t('kept.askWhat', { when: dayAndTime(on, lang) })}</p>
      <PersonForm action="/me/kept/mine" state={{ ticket, typed: {} }}>
        <input type="hidden" name="which" value={kept} />
        <button className="btn" type="submit" name="mine" value="yes">
          {t('kept.yes')}
        </button>
        <button className="btn quiet" type="submit" name="mine" value="no">
          {t('kept.no')}
        </button>
      </PersonForm>
      <OrRing onCall={onCall} />
    </>
  )
}

/** What they had chosen on the page that is gone, in their words: their worker has to know it too. */
function useChosen({ choice, result, value }: Typed): string | undefined {
  const { t } = useWords('form')
  const mine = useWords('mine').t
  const checkIn = useWords('check-in').t
  const [ownChoice, ownResult] = [CHOICES.find((one) => one === choice), RESULTS.find((one) => one === result)]
  const number = /^\d{1,2}([.,]5)?$/.test(value ?? '') ? value : undefined
  const what = ownChoice ? mine(`choice.${ownChoice}`) : ownResult ? checkIn(`result.${ownResult}`) : number
  return what && t('kept.chose', { what })
}

const CHOICES = ['yes', 'yes-but', 'not-now', 'no'] as const
const RESULTS = ['done', 'partly', 'cannot', 'plan-used', 'good-news', 'worry'] as const
