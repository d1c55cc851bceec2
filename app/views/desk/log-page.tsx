import type { EntryRead } from '#app/domain/said/entry-for-staff'
import { Earlier } from '../earlier'
import { useWords } from '../words'
import { EntryRow, entryLine } from './entry-row'
import { FamilyHead, type FamilyHeadProps, NotPublished } from './family-head'
import { Keys } from './keys'

type Logged = EntryRead & { seenTicket?: string }
export type FamilyLogProps = FamilyHeadProps & { log: Logged[]; earlier?: string }

/** What was logged in one family, newest first and a page at a time: who saw it, what was answered, and what still waits. */
export function FamilyLogPage({ family, log, earlier }: FamilyLogProps) {
  const { t } = useWords('desk-families')
  const url = `/desk/families/${family.id}`
  return (
    <>
      <FamilyHead family={family} on="log" />
      <h2>{t('notes.title')}</h2>
      {log.length > 0 && <Keys />}
      {!family.published && <NotPublished family={family.id} />}
      {family.published && log.length === 0 && <p>{t('notes.empty')}</p>}
      <ul className="lines">
        {log.map((entry) => (
          <EntryRow
            key={entry.id}
            of={{ ...entryLine(entry), ...(family.published ? { shutUrl: `${url}/shut` } : { isOver: true }) }}
          />
        ))}
      </ul>
      <Earlier href={earlier && `${url}/log?before=${earlier}`} />
    </>
  )
}
