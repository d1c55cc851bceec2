import type { Asked } from '#app/domain/access/asked-of'
import { dayAndTime } from '../dates'
import { Reply } from '../log-page'
import { Quote } from '../wording'
import { useWords } from '../words'

/** What the reader said of it last, when, and what was written back; that they are asked anew where the words are others. */
export function MyView({ of: { kind, mine } }: { of: Asked }) {
  const { t, lang } = useWords('agree')
  if (!mine) return null
  const { view, on, words, language, stale, replies } = mine
  return (
    <>
      <p>
        <b>{t(`view.${view}`)}</b> {words && <Quote words={words} language={language} />}
        <small className="by">{t('said', { day: dayAndTime(on, lang) })}</small>
      </p>
      {replies.map((reply) => (
        <Reply key={reply.id} of={reply} />
      ))}
      {kind === 'sentence' && replies.length === 0 && !stale && <small className="by">{t('waits')}</small>}
      {stale && (
        <p>
          <b>{t(kind === 'sentence' ? 'changed' : 'stale')}</b>
        </p>
      )}
    </>
  )
}
