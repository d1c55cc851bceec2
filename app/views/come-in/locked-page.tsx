import type { OnCall } from '../call'
import type { Notice, Typed } from '../form'
import { useWords } from '../words'
import { EntryForm } from './entry-form'
import { OrRing } from './or-ring'
import { useWordFault, type WordFault, WordField } from './word-field'

/** What can be done about it: give the word, start again, come in with a card, or just go on. */
export type Lock = { by: 'word'; ticket: string } | { by: 'number' } | { by: 'card' } | { by: 'nothing'; on: string }

export type LockedPageProps = {
  lock: Lock
  /** Something they typed was not sent. */
  kept: boolean
  onCall: OnCall
  typed?: Typed
  notice?: Notice
  faults?: { word?: WordFault }
}

/** What is left on a screen that nobody has touched for a while: nothing of a plan. */
export function LockedPage({ lock, kept, onCall, typed, notice, faults }: LockedPageProps) {
  const { t } = useWords('locked')
  const start = useWords('start').t
  const fault = useWordFault(faults?.word)
  return (
    <>
      <h1>{t(`${lock.by}.title`)}</h1>
      <p>{t(`${lock.by}.what`)}</p>
      {kept && <p className="card mine">{t('kept')}</p>}
      {lock.by === 'word' && (
        <EntryForm action="/locked" ticket={lock.ticket} notice={notice}>
          <WordField fault={fault} value={notice && typed?.word} />
          <button className="btn" type="submit">
            {start('goOn')}
          </button>
        </EntryForm>
      )}
      {lock.by === 'nothing' && (
        <a className="btn" href={lock.on}>
          {start('goOn')}
        </a>
      )}
      {lock.by === 'card' && (
        <a className="btn" href="/card">
          {t('card.button')}
        </a>
      )}
      {lock.by === 'number' && (
        <a className="btn" href="/">
          {t('number.button')}
        </a>
      )}
      <OrRing onCall={onCall} />
    </>
  )
}
