import type { Typed } from './form'
import { useWords } from './words'

export type WordsNotSentData = { wordsNotSent: Typed }

/** Fields people write in are named `words…`. */
const wordsIn = (typed: Typed) =>
  Object.entries(typed).filter(([name, text]) => name.startsWith('words') && text.trim())

export const hasWords = (typed: Typed): boolean => wordsIn(typed).length > 0

/** Whether this is what a form that could not be taken left behind. */
export function isWordsNotSent(left: unknown): left is WordsNotSentData {
  return typeof left === 'object' && left !== null && 'wordsNotSent' in left
}

/** Nobody is signed in any more, or it is not theirs any more (404): nothing was saved, and what was typed is given back. `start`: the way in, where it is another. */
export function WordsNotSent({ typed, status, start }: { typed: Typed; status: number; start?: string }) {
  const { t } = useWords('form')
  const gone = status === 404
  return (
    <>
      <h1>{t('unknown.title')}</h1>
      <p className="card warm">{t(gone ? 'unknown.gone' : 'unknown.what')}</p>
      {wordsIn(typed).map(([name, text]) => (
        <div key={name} className="field">
          <textarea readOnly dir="auto" rows={6} aria-label={t('unknown.yours')} value={text} />
        </div>
      ))}
      <a className="btn" href={start ?? (gone ? '/home' : '/')}>
        {t(gone ? 'unknown.home' : 'unknown.signIn')}
      </a>
      <p className="mt-6">{t('unknown.danger')}</p>
    </>
  )
}
