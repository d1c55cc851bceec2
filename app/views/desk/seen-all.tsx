import type { Desk } from '#app/domain/desk/desk'
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

export type UndoProps = NonNullable<Desk['undo']> & { ticket: string }

/** What was just done, and the way back. */
export function Undo({ at, count, names, line, call, ticket }: UndoProps) {
  const { t, lang } = useWords('desk')
  const who = together(names, lang)
  return (
    <form className="undo" method="post" action="/desk/undo" data-line={`e-${line}`}>
      <input type="hidden" name="ticket" value={ticket} />
      <input type="hidden" name="at" value={at} />
      <span>
        {call ? t('undo.call', { name: who, how: t(`call.went.${call}`) }) : t('undo.was', { count, names: who })}
      </span>
      <button type="submit" className="press">
        {t('undo.press')}
      </button>
    </form>
  )
}
