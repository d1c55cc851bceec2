import type { OnCall } from '../call'
import type { Notice, Typed } from '../form'
import { useWords } from '../words'
import { EntryForm } from './entry-form'
import { OrRing } from './or-ring'
import { WhoUsesThisPhone } from './who-uses-this-phone'
import { useWordFault, type WordFault, WordField } from './word-field'

export type WordPageProps = {
  ticket: string
  /** They have joined before, so there is no page later on to say it. */
  asksForPhone: boolean
  onCall: OnCall
  typed?: Typed
  notice?: Notice
  faults?: { word?: WordFault }
}

/** The link proved the phone; here the person proves who they are. */
export function WordPage({ ticket, asksForPhone, onCall, typed, notice, faults }: WordPageProps) {
  const { t } = useWords('word')
  const start = useWords('start').t
  const fault = useWordFault(faults?.word)
  return (
    <>
      <h1>{t('title')}</h1>
      <p>{t('what')}</p>
      <EntryForm action="/word" ticket={ticket} notice={notice}>
        <WordField fault={fault} value={notice && typed?.word} />
        {asksForPhone && <WhoUsesThisPhone chosen={typed?.phone} />}
        <button className="btn" type="submit">
          {start('goOn')}
        </button>
      </EntryForm>
      <OrRing title={t('forgotten.title')} what={t('forgotten.what')} onCall={onCall} />
    </>
  )
}

/** After five wrong words; `shut`: after ten of the same person, however they tried. */
export function WordClosedPage({ why, onCall }: { why: 'invited' | 'shut' | 'signIn'; onCall: OnCall }) {
  const { t } = useWords('word')
  return (
    <>
      <h1>{t('closed.title')}</h1>
      <p>{t(`closed.${why}`)}</p>
      {why === 'shut' && (
        <a className="btn" href="/card">
          {t('closed.card')}
        </a>
      )}
      {why === 'signIn' && (
        <a className="btn" href="/">
          {t('closed.start')}
        </a>
      )}
      <OrRing onCall={onCall} />
    </>
  )
}
