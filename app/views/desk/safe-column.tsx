import type { SafeToText } from '#app/domain/plan/case-file'
import type { SafeNow } from '#app/domain/texts/safe-times'
import { useWords } from '../words'
import { Moment } from './moment'
import { useTimes } from './times'

/** Whether to ring somebody who has safe times at this hour, in a column of its own; nothing for who has none. */
export function SafeColumn({ safe, times }: { safe?: SafeNow; times?: SafeToText }) {
  const { t } = useWords('desk')
  const inWords = useTimes()
  if (!safe) return null
  const title = times && t('safeTimes', { times: inWords(times) })
  if (safe.is)
    return (
      <div className="safe" title={title}>
        {safe.until ? t('safe.until', { time: safe.until.slice(11) }) : title}
      </div>
    )
  return (
    <div className="safe not" title={title}>
      {safe.next ? (
        <>
          {t('safe.not')} <Moment at={safe.next} />
        </>
      ) : (
        t('replyPage.neverSafe')
      )}
    </div>
  )
}
