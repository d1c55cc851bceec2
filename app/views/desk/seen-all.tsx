import { together } from '../lists'
import { useWords } from '../words'

/** All that stands in one list, read at one look: its words are on the lines. It can be taken back. */
export function SeenAll({ entries, ticket }: { entries: string[]; ticket: string }) {
  const { t } = useWords('desk')
  if (entries.length < 2) return null
  return (
    <form method="post" action="/desk/seen">
      <input type="hidden" name="ticket" value={ticket} />
      <input type="hidden" name="entries" value={entries.join(' ')} />
      <button type="submit" className="press seen-all">
        {t('seenAll', { count: entries.length })}
      </button>
    </form>
  )
}

export type UndoProps = { at: string; count: number; names: string[]; ticket: string }

/** What was just marked as seen, and the way back. */
export function Undo({ at, count, names, ticket }: UndoProps) {
  const { t, lang } = useWords('desk')
  return (
    <form className="undo" method="post" action="/desk/undo">
      <input type="hidden" name="ticket" value={ticket} />
      <input type="hidden" name="at" value={at} />
      <span>{t('undo.was', { count, names: together(names, lang) })}</span>
      <button type="submit" className="press">
        {t('undo.press')}
      </button>
    </form>
  )
}
