import type { SeenAnswer } from '#app/domain/access/plan-as-seen'
import { dayAndTime } from '../dates'
import { Reply } from '../log-page'
import { Quote } from '../wording'
import { useWords } from '../words'

/** "You said “Yes” on Tuesday 20 October", the person's own words, and what was written back. */
export function Said({ answer: { choice, on, words, language, replies } }: { answer: SeenAnswer }) {
  const { t, lang } = useWords('mine')
  return (
    <>
      <p>{t('said', { choice: t(`choice.${choice}`), day: dayAndTime(on, lang) })}</p>
      {words && (
        <p className="whitespace-pre-wrap">
          <Quote words={words} language={language} />
        </p>
      )}
      {replies.map((reply) => (
        <Reply key={reply.id} of={reply} />
      ))}
    </>
  )
}
