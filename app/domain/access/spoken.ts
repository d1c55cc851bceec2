/**
 * What people said of a family, asked for by what a page shows: the newest of each, a page of a log, one entry, one
 * item. Each query is held to a number of rows and walks an index: nothing here reads a family's whole history. What
 * comes back is for the rule (`audience.ts`) to look at, and for nobody's eyes before that.
 */
import { and, desc, eq, ne, sql } from 'drizzle-orm'
import { londonTime } from '#app/domain/london'
import type { Id, Result, SaidEntry, SaidKind, SharedWith } from '#app/domain/plan/case-file'
import type { World } from '#app/domain/world'
import { prepared } from '#db/prepared'
import { newestSaid, publicIds, said } from '#db/schema'
import type { CallState, Saying } from './situation'

/** An entry with its place in time. */
export type Spoken = { saying: Saying; place: Place }
/** Entries before this one are older, or were written down earlier in the same moment. */
export type Place = { savedAt: string; seq: number }
const LAST_SEQ = Number.MAX_SAFE_INTEGER
/** What an agreement is kept as being about. */
export const WHOLE_PLAN = 'plan'
/** After everything. */
export const NOW: Place = { savedAt: '~', seq: 0 }

/** Of answers, scores, positions and yeses to a story the newest by each person, about each item, for each audience, oldest first. */
export async function newestIn(world: World, familyId: string): Promise<Spoken[]> {
  return spoken(await queriesOn(world.db).newest.all({ familyId })).toSorted(byPlace)
}

/** An author's own entries of a kind, newest first. */
export async function saidBy(world: World, of: { familyId: string; by: Id; kind: SaidKind }, page: Page) {
  return spoken(await queriesOn(world.db).own.all({ ...of, ...page.before, limit: page.limit }))
}

/** The last time this person asked to be rung. */
export async function lastCallBy(world: World, of: { familyId: string; by: Id }): Promise<Spoken | undefined> {
  return spoken(await queriesOn(world.db).lastCall.all(of))[0]
}

/** Entries of a kind for this audience that are not this person's own, newest first. */
export async function saidFor(
  world: World,
  of: { familyId: string; notBy: Id; kind: SaidKind; sharedWith: SharedWith },
  page: Page,
) {
  return spoken(await queriesOn(world.db).shared.all({ ...of, ...page.before, limit: page.limit }))
}

/** All entries of a kind, newest first: for staff. */
export async function saidIn(world: World, of: { familyId: string; kind: SaidKind }, page: Page) {
  return spoken(await queriesOn(world.db).kind.all({ ...of, ...page.before, limit: page.limit }))
}

/** Everything said, of every kind, newest first: for staff who look for something. */
export async function everythingSaid(world: World, of: { familyId: string }, page: Page) {
  const { seq } = page.before
  return spoken(await queriesOn(world.db).everything.all({ ...of, before: seq || LAST_SEQ, limit: page.limit }))
}

/** What one person said of this kind about one item, newest first. */
export async function saidAbout(world: World, of: { familyId: string; kind: SaidKind; about: Id; by: Id }, page: Page) {
  return spoken(await queriesOn(world.db).about.all({ ...of, ...page.before, limit: page.limit }))
}

/** Of each commitment and whoever answers for it the last answers, newest first, `limit` of each at most. */
export async function lastAnswers(world: World, of: { familyId: string; limit: number }) {
  const found = spoken(await queriesOn(world.db).lastAnswers.all(of))
  return [...new Map(found.map((one) => [one.place.seq, one])).values()].toSorted(byPlace).reverse()
}

/**
 * The author's own words, newest first, that stand in no other place of theirs: about what is not among `inView`; and
 * scores and positions that they have since given anew, or that were answered. Yeses to the story only once answered:
 * nobody gives one here, and how it was given is a worker's note.
 */
export async function saidBeside(world: World, of: { familyId: string; by: Id; inView: Id[] }, page: Page) {
  const { inView, ...who } = of
  const found = await queriesOn(world.db).beside.all({
    ...{ ...who, ...page.before, limit: page.limit, inView: JSON.stringify(inView) },
  })
  return spoken(found)
}

/** An author's entries that were read or answered since then (ISO, UTC), newest first. */
export async function answeredSince(world: World, of: { familyId: string; by: Id; since: string; limit: number }) {
  return spoken(await queriesOn(world.db).answered.all(of))
}

/** The entry of this public id, whatever it is; undefined when the family has none. */
export async function saidAs(world: World, of: { familyId: string; publicId: string }): Promise<Spoken | undefined> {
  return spoken(await queriesOn(world.db).one.all(of))[0]
}

/** Entries by their own ids, whatever they are; ids of anything else are passed over. */
export async function saidOf(world: World, { familyId, ids }: { familyId: string; ids: Id[] }): Promise<Spoken[]> {
  return spoken(await queriesOn(world.db).byIds.all({ familyId, ids: JSON.stringify(ids) }))
}

export type Page = { before: Place; limit: number }

type Row = {
  seq: number
  savedAt: string
  kind: SaidKind
  entry: SaidEntry
  sharedWith: SharedWith
  ringMe: boolean
  textRead: string | null
  publicId: string
  seen: string | null
  call: string | null
  changedFrom: Result | null
  changed: number
  replies: string
}

const spoken = (rows: Row[]): Spoken[] => rows.map(spokenIn)

/** A row as the rule takes it. */
export function spokenIn(row: Row): Spoken {
  const { seq, savedAt, kind, entry, publicId, sharedWith, ringMe, textRead } = row
  const read = row.seen === null ? undefined : (JSON.parse(row.seen) as { by: Id; at: string })
  const call = row.call === null ? undefined : (JSON.parse(row.call) as { how: CallState; by: Id; at: string })
  const replies = JSON.parse(row.replies) as { publicId: string; sharedWith: SharedWith; entry: SaidEntry }[]
  return {
    place: { savedAt, seq },
    saying: {
      ...{ kind, entry, publicId, sharedWith, ringMe },
      ...(textRead !== null && { textRead }),
      ...(read && { seen: { by: read.by, on: londonTime(read.at) } }),
      ...(call && { call: { how: call.how, by: call.by, on: londonTime(call.at) } }),
      ...(row.changedFrom && { changedFrom: row.changedFrom }),
      ...(row.changed && { changed: true as const }),
      replies: replies.toReversed().map((reply) => ({ kind: 'replies', replies: [], ...reply })),
    },
  }
}

/** Oldest first. */
export const byPlace = ({ place: a }: Spoken, { place: b }: Spoken) =>
  a.savedAt < b.savedAt ? -1 : a.savedAt > b.savedAt ? 1 : a.seq - b.seq

/** What every query of entries takes along: the public id, who read it first, and what was written back. */
export const sayingColumns = {
  // The plus signs keep SQLite from walking all that was ever seen or replied in a family, in the order it is asked for.
  seq: said.seq,
  savedAt: said.savedAt,
  kind: said.kind,
  entry: said.entry,
  sharedWith: said.sharedWith,
  ringMe: said.ringMe,
  textRead: said.textRead,
  publicId: publicIds.publicId,
  seen: sql<string | null>`(select json_object('by', "by", 'at', at) from seen
    where family_id = said.family_id and said_id = said.id order by +at limit 1)`,
  /** What became of "please ring me"; see `said/calls.ts`. */
  call: sql<string | null>`(select json_object('how', how, 'by', "by", 'at', at) from calls
    where family_id = said.family_id and said_id = said.id)`,
  // See `said/correct.ts`. Within so short a time that it never walks what was said of the item over years.
  changedFrom: sql<Result | null>`(select json_extract(o.entry, '$.result') from said o
    where o.family_id = said.family_id and o.id = json_extract(said.entry, '$.corrects'))`,
  changed: sql<number>`exists (select 1 from said c where c.family_id = said.family_id and c.about = said.about
    and c.kind = 'checkIns' and c."by" = said."by" and c.saved_at >= said.saved_at
    and c.saved_at < strftime('%Y-%m-%dT%H:%M:%fZ', said.saved_at, '+11 minutes')
    and json_extract(c.entry, '$.corrects') = said.id)`,
  // Newest first. The newest fifty: more have never been written back to one thing, and a page has to end.
  replies: sql<string>`(select json_group_array(json_object(
      'publicId', public_id, 'sharedWith', shared_with, 'entry', json(entry)))
    from (select r.seq, r.saved_at, r.shared_with, r.entry, p.public_id from said r
      join public_ids p on p.family_id = r.family_id and p.item_id = r.id
      where r.family_id = said.family_id and r.about = said.id and r.kind = 'replies'
      order by +r.saved_at desc, r.seq desc limit 50))`,
}

/** Staff wrote back to it. */
const isAnswered = sql`exists (select 1 from said r where r.family_id = said.family_id and r.about = said.id and r.kind = 'replies')`
/** The same person has spoken on the same item since. */
const isSaidAnew = sql`exists (select 1 from newest_said n where n.family_id = said.family_id and n.kind = said.kind
  and n.about = said.about and n."by" = said."by" and n.seq > said.seq)`

const queriesOn = prepared((read) => {
  const asked = (name: string) => sql.placeholder(name)
  const older = sql`(${said.savedAt}, ${said.seq}) < (${asked('savedAt')}, ${asked('seq')})`
  const ofFamily = eq(said.familyId, asked('familyId'))
  const rows = () =>
    read
      .select(sayingColumns)
      .from(said)
      .innerJoin(publicIds, and(eq(publicIds.familyId, said.familyId), eq(publicIds.itemId, said.id)))
  const newestFirst = [desc(said.savedAt), desc(said.seq)] as const
  const isKind = sql`${said.kind} = ${asked('kind')}`
  const page = (...which: Parameters<typeof and>) =>
    rows()
      .where(and(ofFamily, older, ...which))
      .orderBy(...newestFirst)
      .limit(asked('limit'))
      .prepare()
  return {
    newest: read
      .select(sayingColumns)
      .from(newestSaid)
      .innerJoin(said, eq(said.seq, newestSaid.seq))
      .innerJoin(publicIds, and(eq(publicIds.familyId, said.familyId), eq(publicIds.itemId, said.id)))
      .where(eq(newestSaid.familyId, asked('familyId')))
      .prepare(),
    own: page(isKind, eq(said.by, asked('by'))),
    lastCall: rows()
      .where(and(ofFamily, eq(said.by, asked('by')), sql`${said.ringMe} = 1`))
      .orderBy(...newestFirst)
      .limit(1)
      .prepare(),
    shared: page(isKind, sql`${said.sharedWith} = ${asked('sharedWith')}`, ne(said.by, asked('notBy'))),
    kind: page(isKind),
    about: page(isKind, eq(said.about, asked('about')), eq(said.by, asked('by'))),
    lastAnswers: read
      .select(sayingColumns)
      .from(newestSaid)
      .innerJoin(
        said,
        sql`${said.seq} in (select seq from said where family_id = ${newestSaid.familyId} and about = ${newestSaid.about}
          and kind = 'answers' and "by" = ${newestSaid.by} order by saved_at desc, seq desc limit ${asked('limit')})`,
      )
      .innerJoin(publicIds, and(eq(publicIds.familyId, said.familyId), eq(publicIds.itemId, said.id)))
      .where(and(eq(newestSaid.familyId, asked('familyId')), eq(newestSaid.kind, 'answers')))
      .prepare(),
    everything: rows()
      .where(and(ofFamily, sql`${said.seq} < ${asked('before')}`))
      .orderBy(desc(said.seq))
      .limit(asked('limit'))
      .prepare(),
    beside: rows()
      .where(
        and(
          ...[ofFamily, eq(said.by, asked('by')), older],
          sql`${said.kind} in ('answers', 'positions', 'scores', 'approvals', 'agreements')`,
          sql`(json_extract(${said.entry}, '$.words') is not null or json_extract(${said.entry}, '$.oneUp') is not null)`,
          sql`(${said.kind} not in ('approvals', 'agreements') and ${said.about} not in (select value from json_each(${asked('inView')}))
            or ${said.kind} <> 'answers' and (${isAnswered} or ${isSaidAnew} and (${said.kind} <> 'approvals' or ${said.entry} ->> '$.view' is not null)))`,
        ),
      )
      .orderBy(...newestFirst)
      .limit(asked('limit'))
      .prepare(),
    answered: rows()
      .where(
        and(
          ...[ofFamily, eq(said.by, asked('by'))],
          sql`${said.id} in (
            select about from said where family_id = ${asked('familyId')} and kind = 'replies' and saved_at >= ${asked('since')}
            union select said_id from seen where family_id = ${asked('familyId')} and at >= ${asked('since')})`,
        ),
      )
      .orderBy(...newestFirst)
      .limit(asked('limit'))
      .prepare(),
    byIds: rows()
      .where(and(ofFamily, sql`${said.id} in (select value from json_each(${asked('ids')}))`))
      .prepare(),
    one: rows()
      .where(and(ofFamily, eq(publicIds.publicId, asked('publicId'))))
      .limit(1)
      .prepare(),
  }
})
