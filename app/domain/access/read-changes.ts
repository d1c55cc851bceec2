import { sql } from 'drizzle-orm'
import { londonDay } from '#app/domain/london'
import { askedIn } from '#app/domain/plan/asked'
import type { World } from '#app/domain/world'
import { prepared } from '#db/prepared'
import { memberships } from '#db/schema'
import { type Beside, besideOf, type Change, type ChangedPart, changeOf, changesSince, thingsBefore } from './changes'
import { documentsOf } from './documents'
import { caseIdOf } from './handles'
import type { PlanAsSeenBy } from './plan-as-seen'
import { sourceOf } from './read-plan'
import type { Standing } from './standing'
import { standingNow } from './standing-now'
import type { Part, Thing } from './things'
import { viewingOf } from './who-sees-what'

/** `on`: since when it reads so, London's day. */
export type DatedChange = Change & { on: string }

export type Changes = {
  /** Since this reader last read what changed, or came in. */
  unread: DatedChange[]
  /** What changed before that, newest first. */
  earlier: DatedChange[]
  /** So many tasks that were theirs when they last read are in no place of their plan any more. */
  tasksGone: number
}

/**
 * So many days back, and so many things on a page, are looked at: nobody reads further. By days, since a version of which
 * a reader sees nothing must not push out one that they do; so many versions only so that a page ends.
 */
const MOST = { days: 365, versions: 150, earlier: 20 }
const NOTHING: Changes = { unread: [], earlier: [], tasksGone: 0 }

/** What changed for whoever this view is of; nothing for who has not joined. The note that they read it is the trail's. */
export async function changesFor(world: World, plan: PlanAsSeenBy): Promise<Changes> {
  const { familyId, viewerId, versionId } = sourceOf(plan)
  const { family } = await standingNow(world, familyId)
  if (!family || family.versions.length < 2) return NOTHING
  const [member] = await query(world.db).all({ familyId, personId: viewerId, who: `person:${viewerId}` })
  if (!member) return NOTHING
  const { versions } = family
  const at = versions.findIndex(({ id }) => id === versionId)
  const joined = versions.findIndex(({ publishedAt }) => publishedAt <= member.joinedAt)
  const first = joined < 0 ? versions.length - 1 : joined
  const some = versions.slice(at, Math.min(first + 1, at + countOf(world, versions.slice(at))))
  const read = some.findIndex(({ id }) => id === member.read)
  const beside = besideOf(plan)
  const before = await viewsBefore(world, family, beside, some.slice(1))
  return changesIn(beside, some, before, read < 0 ? some.length - 1 : read)
}

/** How many of what is new a reader has to be shown: not the words they are asked about again by themselves, or have answered. */
export function toRead({ commitments }: PlanAsSeenBy, { unread, tasksGone }: Changes): number {
  const answered = new Set(commitments.filter(({ mine, answer }) => mine && answer).map(({ id }) => id))
  const isAsked = ({ id, parts }: Change) => answered.has(id) && parts.every(({ part }) => ASKED.includes(part))
  return unread.filter((one) => !isAsked(one)).length + tasksGone
}

/** What an answer is tied to; see `askedIn`. */
const ASKED: Part[] = ['words', 'when', 'dueBy']

type Before = ReturnType<typeof thingsBefore>

/** How many of these, newest first, are of the days that are looked at, and the one that stood before. */
function countOf(world: World, versions: { publishedAt: string }[]): number {
  const since = new Date(world.now().getTime() - MOST.days * 24 * 60 * 60_000).toISOString()
  const before = versions.findIndex(({ publishedAt }) => publishedAt <= since)
  return Math.min(before < 0 ? versions.length : before + 1, MOST.versions)
}

/** The views of these older versions, newest first. */
async function viewsBefore(world: World, family: Standing, beside: Beside, older: { id: string }[]): Promise<Before[]> {
  const documents = await documentsOf(
    world,
    older.map(({ id }) => id),
  )
  return older.flatMap(({ id }) => {
    const document = documents.get(id)
    return document ? [thingsBefore(beside, document, family.contactFacts)] : []
  })
}

function changesIn(beside: Beside, versions: { publishedAt: string }[], before: Before[], read: number): Changes {
  const { plan, things } = beside
  const since = read === 0 ? [] : changesSince(beside, before[read - 1]?.things ?? new Map())
  const lastOf = (now: Thing) => {
    const at = before.findIndex((one) => changeOf(plan, now, one.things.get(now.id)))
    const change = at < 0 ? undefined : changeOf(plan, now, before[at]?.things.get(now.id))
    return change && { ...change, on: londonDay(versions[at]?.publishedAt ?? '') }
  }
  const dated = new Map([...things.values()].flatMap((now) => lastOf(now) ?? []).map((one) => [one.id, one]))
  const unread = since.map((change) => ({ ...change, on: dated.get(change.id)?.on ?? '' }))
  const isUnread = new Set(unread.map(({ id }) => id))
  const earlier = [...dated.values()]
    .filter(({ id }) => !isUnread.has(id))
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
  return {
    unread,
    earlier: earlier.slice(0, MOST.earlier),
    tasksGone: read === 0 ? 0 : (before[read - 1]?.tasksGone ?? 0),
  }
}

/**
 * Of each of the reader's tasks whose words are others than those they answered, what is another now, by the task's
 * public id. Nothing of a task whose words then they may not read any more.
 */
export async function changedSinceAnswered(world: World, plan: PlanAsSeenBy): Promise<Record<string, ChangedPart[]>> {
  const stale = plan.commitments.filter(({ mine, answer }) => mine && answer?.stale)
  const { familyId, viewerId } = sourceOf(plan)
  const { family } = await standingNow(world, familyId)
  if (stale.length === 0 || !family) return {}
  const { situation } = viewingOf(plan)
  const beside = besideOf(plan)
  const before = await viewsBefore(world, family, beside, family.versions.slice(1, countOf(world, family.versions)))
  const found = stale.map((item) => {
    const { id } = item
    const about = caseIdOf(item)
    const read = situation.said.findLast(
      ({ kind, entry }) => kind === 'answers' && entry.by === viewerId && 'about' in entry && entry.about === about,
    )?.textRead
    const then = before.map(({ things }) => things.get(id)).find((thing) => thing && askedInThing(thing) === read)
    const now = beside.things.get(id)
    return [id, (then && now && changeOf(plan, now, then)?.parts) ?? []] as const
  })
  return Object.fromEntries(found)
}

/** As `askedIn`, of a thing that somebody sees. */
function askedInThing({ parts: { words, when, dueBy } }: Thing): string | undefined {
  if (words?.is !== 'words' || when?.is !== 'words') return undefined
  return askedIn({ text: words.of, when: when.of, dueBy: dueBy?.is === 'days' ? dueBy.days[0] : undefined })
}

/** When they came in, and the version whose changes they last read. */
const query = prepared((read) =>
  read
    .select({
      joinedAt: memberships.joinedAt,
      read: sql<string | null>`(select about from audit where family_id = memberships.family_id
        and who = ${sql.placeholder('who')} and did = 'changes.viewed' order by id desc limit 1)`,
    })
    .from(memberships)
    .where(
      sql`${memberships.familyId} = ${sql.placeholder('familyId')} and ${memberships.personId} = ${sql.placeholder('personId')}
        and ${memberships.endedAt} is null`,
    )
    .prepare(),
)
