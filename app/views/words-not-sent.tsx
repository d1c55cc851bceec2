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

type Props = {
  typed: Typed
  status: number
  start?: string
  ticket?: string
  /** The form of the desk they came from: once signed in, in a page beside this, they go back into it from here. */
  backTo?: string
}

/**
 * Nobody is signed in any more, it is not theirs any more (404), or nothing can be saved (503): what was typed is given
 * back. `start`: the way in, where it is another.
 */
export function WordsNotSent({ typed, status, start, ticket, backTo }: Props) {
  const { t } = useWords('form')
  const { t: errors } = useWords('errors')
  const gone = status === 404
  const signedOut = t(backTo ? 'unknown.beside' : 'unknown.what')
  const what = status === 503 ? errors('shut.what') : ticket ? t('kept.gone') : gone ? t('unknown.gone') : signedOut
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
      {backTo && <BackInto path={backTo} typed={typed} />}
      {!backTo && (
        <a className={ticket ? 'btn quiet' : 'btn'} href={start ?? (gone ? '/home' : '/')}>
          {status === 503 ? errors('start') : t(gone ? 'unknown.home' : 'unknown.signIn')}
        </a>
      )}
      <p className="mt-6">{t('unknown.danger')}</p>
    </>
  )
}

/** Pressed with no ticket, a form comes back with its words in it: see `takeForm`. */
function BackInto({ path, typed }: { path: string; typed: Typed }) {
  const { t } = useWords('form')
  return (
    <>
      <p>
        <a className="btn" href={`/desk/sign-in?to=${encodeURIComponent(path)}`} target="_blank" rel="noreferrer">
          {t('unknown.signInBeside')}
        </a>
      </p>
      <form method="post" action={path}>
        {Object.entries(typed).map(([name, text]) => (
          <input key={name} type="hidden" name={name} value={text} />
        ))}
        <button className="btn" type="submit">
          {t('unknown.backInto')}
        </button>
      </form>
    </>
  )
}
