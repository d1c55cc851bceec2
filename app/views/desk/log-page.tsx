import type { SeenEntry } from '#app/domain/access/plan-as-seen'
import { Words } from '../wording'
import { useWords } from '../words'
import { type EntryLine, EntryRow } from './entry-row'
import { FamilyHead, type FamilyHeadProps, NotPublished } from './family-head'
import { Keys } from './today-page'

type Logged = { entry: SeenEntry; outOfHours: boolean; phone?: string; seenTicket?: string }
export type FamilyLogProps = FamilyHeadProps & { log: Logged[] }

/** Everything logged in one family, newest first: who saw it, what was answered, and what still waits. */
export function FamilyLogPage({ family, log }: FamilyLogProps) {
  const { t } = useWords('desk-families')
  return (
    <>
      <FamilyHead family={family} on="log" />
      <h2>{t('notes.title')}</h2>
      {log.length > 0 && (
        <p className="notes">
          <Keys />
        </p>
      )}
      {!family.published && <NotPublished />}
      {family.published && log.length === 0 && <p>{t('notes.empty')}</p>}
      <ul className="lines">
        {log.map((logged) => (
          <EntryRow key={logged.entry.id} of={lineOf(logged)} />
        ))}
      </ul>
    </>
  )
}

function lineOf({ entry, outOfHours, phone, seenTicket }: Logged): EntryLine {
  const { id, by, result, ringMe, about, words, language, loggedAt, sharedWith, recordedBy, seenBy, seenOn, replies } =
    entry
  return {
    ...{ id, kind: 'checkIns', result, ringMe, words, language, on: loggedAt, outOfHours, sharedWith, seenTicket },
    by: { name: by.name, phone },
    about: about && <Words of={about.words} />,
    recordedBy: recordedBy?.name,
    seen: seenBy && seenOn ? { name: seenBy.name, on: seenOn } : undefined,
    replies: replies.map((reply) => ({ id: reply.id, name: reply.by.name, on: reply.on, words: reply.words })),
  }
}
