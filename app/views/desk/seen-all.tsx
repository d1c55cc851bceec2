import type { Desk } from '#app/domain/desk/desk'
import { together } from '../lists'
import { useWords } from '../words'
import { KeptPlace } from './kept-place'

type OneOfList = { id: string; family: { id: string; name: string } }

/**
 * All that stands in one list, read at one look: its words are on the lines. Of several families one at a time. It can
 * be taken back.
 */
export function SeenAll({ entries, ticket }: { entries: OneOfList[]; ticket: string }) {
  const families = [...new Map(entries.map(({ family }) => [family.id, family])).values()]
  if (entries.length < 2) return null
  if (families.length === 1) return <SeenTogether entries={entries} ticket={ticket} />
  return (
    <div className="seen-by-family">
      {families.map(({ id, name }) => (
        <SeenTogether
          key={id}
          entries={entries.filter(({ family }) => family.id === id)}
          ticket={ticket}
          family={name}
        />
      ))}
    </div>
  )
}

function SeenTogether({ entries, ticket, family }: { entries: OneOfList[]; ticket: string; family?: string }) {
  const { t } = useWords('desk')
  const count = entries.length
  return (
    <form method="post" action="/desk/seen">
      <input type="hidden" name="ticket" value={ticket} />
      <KeptPlace />
      <input type="hidden" name="entries" value={entries.map(({ id }) => id).join(' ')} />
      <button type="submit" className="press seen-all">
        {family ? t('seenOf', { count, family }) : t('seenAll', { count })}
      </button>
    </form>
  )
}

export type UndoProps = NonNullable<Desk['undo']> & { ticket: string }

/** What was just done, and the way back. */
export function Undo({ at, count, names, families, line, call, ticket }: UndoProps) {
  const { t, lang } = useWords('desk')
  const who = together(names, lang)
  const where = together(families, lang)
  return (
    <form className="undo" method="post" action="/desk/undo" data-line={`e-${line}`}>
      <input type="hidden" name="ticket" value={ticket} />
      <KeptPlace />
      <input type="hidden" name="at" value={at} />
      <span>
        {call
          ? t('undo.call', { name: who, how: t(`call.went.${call}`) })
          : count === 1
            ? t('undo.one', { name: who })
            : t('undo.several', { count, families: where })}
      </span>
      <button type="submit" className="press">
        {t('undo.press')}
      </button>
    </form>
  )
}
