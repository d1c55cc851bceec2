import type { Typed } from './form'
import { SendToWorker } from './send-to-worker'
import { useWords } from './words'

/** `ticket`: of the form by which they can go to the worker, for who is signed in. */
export type WordsNotSentData = { wordsNotSent: Typed; ticket?: string }

/** Fields people write in are named `words…`. */
const wordFields = (typed: Typed) =>
  Object.entries(typed).filter(([name, text]) => name.startsWith('words') && text.trim())

export const wordsIn = (typed: Typed): string[] => wordFields(typed).map(([, text]) => text)

export const hasWords = (typed: Typed): boolean => wordFields(typed).length > 0

/** Whether this is what a form that could not be taken left behind. */
export function isWordsNotSent(left: unknown): left is WordsNotSentData {
  return typeof left === 'object' && left !== null && 'wordsNotSent' in left
}

type Props = { typed: Typed; status: number; start?: string; ticket?: string }

/**
 * Nobody is signed in any more, it is not theirs any more (404), or nothing can be saved (503): what was typed is given
 * back. `start`: the way in, where it is another.
 */
export function WordsNotSent({ typed, status, start, ticket }: Props) {
  const { t } = useWords('form')
  const { t: errors } = useWords('errors')
  const gone = status === 404
  const what = status === 503 ? errors('shut.what') : t(ticket ? 'kept.gone' : gone ? 'unknown.gone' : 'unknown.what')
  return (
    <>
      <h1>{t('unknown.title')}</h1>
      <p className="card warm">{what}</p>
      {ticket && <SendToWorker state={{ ticket, typed: { words: wordsIn(typed).join('\n\n') } }} />}
      {!ticket &&
        wordFields(typed).map(([name, text]) => (
          <div key={name} className="field">
            <textarea readOnly dir="auto" rows={6} aria-label={t('unknown.yours')} value={text} />
          </div>
        ))}
      <a className={ticket ? 'btn quiet' : 'btn'} href={start ?? (gone ? '/home' : '/')}>
        {status === 503 ? errors('start') : t(gone ? 'unknown.home' : 'unknown.signIn')}
      </a>
      <p className="mt-6">{t('unknown.danger')}</p>
    </>
  )
}
