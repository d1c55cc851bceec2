import { type SQL, sql } from 'drizzle-orm'
import type { PlanAsSeenBy } from '#app/domain/access/plan-as-seen'
import { sourceOf } from '#app/domain/access/read-plan'
import { ownWords, tooLong } from '#app/domain/forms/own-words'
import type { MemberSession } from '#app/domain/forms/session'
import { type Form, sendOnce } from '#app/domain/forms/tickets'
import { londonTime } from '#app/domain/london'
import type { Id, SaidEntry, SharedWith } from '#app/domain/plan/case-file'
import { newToken } from '#app/domain/tokens'
import { ifChanged } from '#app/domain/trail/audit'
import type { World } from '#app/domain/world'
import type { Drizzle } from '#db/client.server'
import { insertWhere } from '#db/insert-where'
import { memberships, newestSaid, publicIds, said } from '#db/schema'
import { mayShareWith } from './sharing'

/** The press of a button: the form it stood on, and where its thank-you page is once the entry has a public id. */
export type Press = Omit<Form, 'leadTo'> & { leadTo: (publicId: string) => string }

/**
 * `saved`: it is on disk, once. `pressed-twice`: it was already, by the same button with the same words.
 * `other-words`: that button was used for other words, and these are not saved. `old-page`: the button is not of a
 * page this session was given. `not-a-member`: the membership ended before the write; nothing is saved.
 */
export type Told =
  | { is: 'saved' | 'pressed-twice'; leadTo: string }
  | { is: 'other-words' | 'old-page' | 'not-a-member' }

/**
 * What every kind of thing said has in common. `language` is that of the page it was typed on; `sharedWith`, when left
 * out, is what holds unless somebody chooses.
 */
export type OwnWords = { words?: string; language?: string; sharedWith?: SharedWith }

/** An entry before what makes it an answer, a score or a check-in. */
type Written = { id: Id; by: Id; on: string; words?: string; language?: string; sharedWith: SharedWith }

type ToSay = {
  kind: 'answers' | 'positions' | 'agreements' | 'approvals' | 'scores' | 'checkIns'
  about?: Id
  /** What the person had in front of them. */
  read?: { text: string; language: string | null; versionId?: string }
  ringMe?: boolean
  did: string
  own: OwnWords
  entry: (written: Written) => SaidEntry
}

/**
 * Adds one thing a member said: the entry, its public id, the used ticket and the audit row in one write, and only if
 * the membership has not ended at that moment. Rejects with `DatabaseBusy` when nothing could be written.
 */
export async function say(
  world: World,
  member: MemberSession,
  plan: PlanAsSeenBy,
  saying: ToSay,
  { leadTo, ...press }: Press,
): Promise<Told> {
  const { familyId, versionId, viewerId } = sourceOf(plan)
  if (familyId !== member.familyId || viewerId !== member.personId)
    throw new TypeError('This is another’s view of a plan.')
  const at = world.now().toISOString()
  const { kind, about, read, ringMe, own } = saying
  const written = { id: newToken(world), by: member.personId, on: londonTime(at) }
  const entry = saying.entry({ ...written, ...tidied(own), sharedWith: sharedBy(plan, kind, own) })
  const publicId = newToken(world)
  const row = {
    ...{ familyId, id: entry.id, kind, by: entry.by, about, entry, ringMe },
    versionId: read?.versionId ?? versionId,
    savedAt: afterTheLast(at, { familyId, kind, about, by: entry.by }),
    sharedWith: entry.sharedWith,
    ...(read && { textRead: read.text, languageRead: read.language }),
  }
  const build = (db: Drizzle) =>
    [
      insertWhere(db, said, row, stillMember(member)),
      insertWhere(db, publicIds, { familyId, itemId: entry.id, publicId }, ifChanged),
    ] as const
  const who = `person:${member.personId}` as const
  const form = { ...press, leadTo: leadTo(publicId) }
  const did = { who, familyId, did: saying.did, about: entry.id }
  const sent = await sendOnce(world, member, form, did, build, { onlyIf: ifChanged })
  switch (sent.state) {
    case 'done':
      return sent.results[0].rowsAffected === 1 ? { is: 'saved', leadTo: form.leadTo } : { is: 'not-a-member' }
    case 'repeat':
      return { is: 'pressed-twice', leadTo: sent.leadTo }
    case 'other':
      return { is: 'other-words' }
    case 'forged':
      return { is: 'old-page' }
  }
}

/**
 * The moment something is said (ISO, UTC), never before what the same person said of the same thing last: the newest
 * counts, also on a machine whose clock was put back in between.
 */
function afterTheLast(
  at: string,
  { familyId, kind, about, by }: { familyId: string; kind: string; about?: Id; by: Id },
) {
  if (about === undefined) return at
  const last = sql`select ${newestSaid.savedAt} from ${newestSaid} where ${newestSaid.familyId} = ${familyId}
    and ${newestSaid.kind} = ${kind} and ${newestSaid.about} = ${about} and ${newestSaid.by} = ${by}`
  return sql<string>`(select max(saved_at) from (${last} union all select ${at}))`
}

function stillMember({ membershipId }: MemberSession): SQL {
  return sql`exists (select 1 from ${memberships} where ${memberships.id} = ${membershipId} and ${memberships.endedAt} is null)`
}

/** A person's own words as they are kept. Throws when they are more than a form lets through. */
export function tidied({ words = '', language }: OwnWords): { words?: string; language?: string } {
  const tidy = ownWords(words)
  if (tooLong(tidy)) throw new RangeError('More words than a form lets through.')
  return tidy ? { words: tidy, ...(language && { language }) } : {}
}

function sharedBy(plan: PlanAsSeenBy, kind: ToSay['kind'], { sharedWith }: OwnWords): SharedWith {
  const may = mayShareWith(plan, kind)
  const chosen = sharedWith ?? may[0]
  if (!may.includes(chosen)) throw new RangeError('This viewer may not share so far.')
  return chosen
}
