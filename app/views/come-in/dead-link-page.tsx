import type { WhyDead } from '#app/domain/coming-in/link'
import type { OnCall } from '../call'
import { useWords } from '../words'
import { OrRing } from './or-ring'

/** `no-cookies`: the link is as good as before, but this browser could not stay signed in. */
export type WhyNot = WhyDead | 'no-cookies'

export type DeadLinkPageProps = {
  why: WhyNot
  /** Where the form is sent that asks for a new text. */
  again: string
  /** Where somebody already signed in here goes on. */
  on?: string
  onCall: OnCall
}

/** What is said of why: no more than whoever holds the text may know. */
const SAID = {
  unknown: 'closed',
  ended: 'closed',
  declined: 'closed',
  joined: 'joined',
  used: 'used',
  expired: 'expired',
  newer: 'newer',
  elsewhere: 'elsewhere',
  'no-cookies': 'cookies',
} as const

/** A link that opens nothing (any more): what to do now, and whom to ring. */
export function DeadLinkPage({ why, again, on, onCall }: DeadLinkPageProps) {
  const { t } = useWords('link')
  const start = useWords('start').t
  const said = SAID[why]
  return (
    <>
      <h1>{t(`dead.${said}.title`)}</h1>
      <p>{t(`dead.${said}.what`)}</p>
      {on && (
        <a className="btn" href={on}>
          {start('goOn')}
        </a>
      )}
      {said === 'elsewhere' && (
        <a className="btn" href="/code">
          {start('haveCode')}
        </a>
      )}
      {(said === 'used' || said === 'expired' || said === 'newer') && (
        <form method="post" action={again}>
          <button className="btn" type="submit">
            {t('again')}
          </button>
        </form>
      )}
      <a className={said === 'closed' || said === 'joined' ? 'btn' : 'btn quiet'} href="/">
        {t('number')}
      </a>
      <OrRing onCall={onCall} />
    </>
  )
}

/** After "Stop": the same for every link there ever was or was not. */
export function StoppedPage({ onCall }: { onCall: OnCall }) {
  const { t } = useWords('link')
  return (
    <>
      <h1>{t('stopped.title')}</h1>
      <p>{t('stopped.what')}</p>
      <OrRing onCall={onCall} />
    </>
  )
}
