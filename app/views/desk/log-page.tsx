import { useWords } from '../words'
import { type EntryLine, EntryRow } from './entry-row'
import { FamilyHead, type FamilyHeadProps, NotPublished } from './family-head'
import { Keys } from './today-page'

/** Everything logged in one family, newest first: who saw it, what was answered, and what still waits. */
export function FamilyLogPage({ family, lines }: FamilyHeadProps & { lines: EntryLine[] }) {
  const { t } = useWords('desk-families')
  return (
    <>
      <FamilyHead family={family} on="log" />
      <h2>
        {t('notes.title')} <Keys />
      </h2>
      {!family.published && <NotPublished />}
      {family.published && lines.length === 0 && <p>{t('notes.empty')}</p>}
      <ul className="lines">
        {lines.map((line) => (
          <EntryRow key={line.id} of={line} />
        ))}
      </ul>
    </>
  )
}
