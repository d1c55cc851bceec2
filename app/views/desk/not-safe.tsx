import type { SafeNow } from '#app/domain/texts/safe-times'
import { useWords } from '../words'
import { shortWhen } from './when'

/** That nobody is to ring now, and when next; nothing at a safe hour. */
export function NotSafe({ safe }: { safe?: SafeNow }) {
  const { t, lang } = useWords('desk')
  if (!safe || safe.is) return null
  return <b>{safe.next ? t('replyPage.notSafe', { when: shortWhen(safe.next, lang) }) : t('replyPage.neverSafe')}</b>
}
