import { sql } from 'drizzle-orm'
import { waitsFor } from '#app/domain/council/waiting'
import type { Agreement, Choice, Id, Position } from '#app/domain/plan/case-file'
import type { Act, LastAct } from '#app/domain/said/undo'
import type { Only } from '#app/domain/said/unseen'
import type { World } from '#app/domain/world'
import { prepared } from '#db/prepared'
import { council, type wrongWords } from '#db/schema'
import type { Incoming } from './texts-for-staff'

/** For so long can "Seen" be taken back. */
const UNDO_MINUTES = 10

/** What the desk looks for gaps, silences, wrong words and the last press of "Seen" in. */
export type OwedFacts = {
  /** Of each task, person and audience the newest answer; the newest of all comes last. The words of whoever did not say a plain yes. */
  answers: { familyId: string; about: Id; by: Id; choice: Choice; on: string; words: string | null }[]
  /** What somebody does not agree with or says is wrong, read by now and not written back to; oldest first. */
  views: ViewSaid[]
  /** Whoever has joined, and when they last said anything. */
  joined: { familyId: string; personId: Id; joinedAt: string; saidAt: string | null }[]
  /** Every wrong word that is not cleared, oldest first. */
  wrong: WrongWord[]
  /** What came back by text and nobody has read yet, newest first. */
  replies: Incoming[]
  /** Who was told of a version by somebody, first to last. */
  told: { familyId: string; personId: Id; versionId: string }[]
  /** Whose number was asked for, for whom, and refused. */
  refused: { familyId: string; personId: Id; from: Id }[]
  /** Whoever left, was taken out or said no. */
  out: { familyId: string; personId: Id }[]
  /** What this member of staff has marked as seen, or logged as a call, in the last minutes; not what they have answered. Newest first. */
  acts: Act[]
  /** How many of each kind wait to be read. */
  counts: Record<Only, number>
}

export type ViewSaid = Pick<Position, 'by' | 'on' | 'words'> & {
  /** The entry's public id. */
  id: string
  familyId: string
  about: Id
  view: Position['view'] | Agreement['view']
  /** The English it was said of, a line each. */
  read: string[]
}

export type WrongWord = Pick<typeof wrongWords.$inferSelect, 'familyId' | 'personId' | 'at' | 'tells' | 'forgivenAt'>

/** All of it for these families in one statement: asking several times costs more than SQLite putting it together. */
export async function owedFacts(world: World, staffId: string, familyIds: string[]): Promise<OwedFacts> {
  const since = new Date(world.now().getTime() - UNDO_MINUTES * 60_000).toISOString()
  const [found] = await query(world.db).all({ families: JSON.stringify(familyIds), staffId, since })
  return Object.fromEntries(Object.entries(found ?? {}).map(([name, rows]) => [name, JSON.parse(rows)])) as OwedFacts
}

/** What the last press did; undefined when nothing can be taken back any more. */
export function lastAct({ acts }: OwedFacts): LastAct | undefined {
  const [newest] = acts
  return newest && { at: newest.at, entries: acts.filter(({ at }) => at === newest.at) }
}

const query = prepared((read) => {
  const [families, staffId, since] = ['families', 'staffId', 'since'].map((name) => sql.placeholder(name))
  const theirs = sql`family_id in (select value from json_each(${families}))`
  const kind = sql`(select kind from said where seq = unread.seq)`
  return read
    .select({
      counts: sql<string>`(select json_object(
          'calls', count(*) filter (where call = 1), 'worries', count(*) filter (where "first" = 1 and call = 0),
          'checkIns', count(*) filter (where "first" = 0 and ${kind} = 'checkIns'),
          'answers', count(*) filter (where ${kind} <> 'checkIns'))
        from unread where unread.${theirs} and ${waitsFor(sql.placeholder('staffId'))})`,
      answers: sql<string>`(select json_group_array(json_object(
          'familyId', family_id, 'about', about, 'by', "by", 'choice', entry ->> '$.choice', 'on', entry ->> '$.on',
          'words', case when entry ->> '$.choice' <> 'yes' then entry ->> '$.words' end))
        from (select s.* from newest_said n join said s on s.seq = n.seq
          where n.${theirs} and n.kind = 'answers' order by n.saved_at, n.seq))`,
      // Only what was said in the portal has a version. What a file brought was said to somebody's face, before this.
      views: sql<string>`(select json_group_array(json_object('id', p.public_id, 'familyId', views.family_id,
          'about', views.about, 'by', views."by", 'view', views.entry ->> '$.view', 'on', views.entry ->> '$.on',
          'words', views.entry ->> '$.words', 'read', json(views.text_read)))
        from (select s.* from newest_said n join said s on s.seq = n.seq
          where n.${theirs} and n.kind in ('positions', 'agreements') and s.version_id is not null
            and s.entry ->> '$.view' in ('wrong', 'disagree', 'partly', 'refuse')
            and not exists (select 1 from newest_said m where m.family_id = n.family_id and m.kind = n.kind
              and m.about = n.about and m."by" = n."by" and m.seq > n.seq)
            and not exists (select 1 from unread u where u.family_id = n.family_id and u.seq = n.seq)
            and not exists (select 1 from said r where r.family_id = s.family_id and r.about = s.id and r.kind = 'replies')
          order by s.saved_at, s.seq) views
        join public_ids p on p.family_id = views.family_id and p.item_id = views.id)`,
      joined: sql<string>`(select json_group_array(json_object(
          'familyId', m.family_id, 'personId', m.person_id, 'joinedAt', m.joined_at, 'saidAt', (
            select max(s.saved_at) from said s where s.family_id = m.family_id and s."by" = m.person_id
              and s.kind in ('checkIns', 'answers', 'scores', 'positions', 'agreements'))))
        from memberships m where m.${theirs} and m.ended_at is null)`,
      wrong: sql<string>`(select json_group_array(json_object(
          'familyId', family_id, 'personId', person_id, 'at', at, 'tells', tells, 'forgivenAt', forgiven_at))
        from (select * from wrong_words where ${theirs} order by at))`,
      replies: sql<string>`(select json_group_array(json_object('id', id, 'from', "from", 'at', at, 'says', says,
          'words', words, 'attached', attached, 'familyId', family_id, 'personId', person_id, 'seenAt', null))
        from (select * from incoming_texts where ${theirs} and seen_at is null order by at desc))`,
      told: sql<string>`(select json_group_array(json_object(
          'familyId', family_id, 'personId', person_id, 'versionId', version_id))
        from (select * from told where ${theirs} order by id))`,
      refused: sql<string>`(select json_group_array(json_object(
          'familyId', family_id, 'personId', person_id, 'from', "from"))
        from numbers_refused where ${theirs})`,
      out: sql<string>`(select json_group_array(json_object('familyId', family_id, 'personId', person_id)) from (
          select family_id, person_id from memberships where ${theirs} and ended_at is not null
          union select family_id, person_id from invitations where ${theirs} and declined_at is not null))`,
      acts: sql<string>`(select json_group_array(json_object(
          'at', at, 'familyId', family_id, 'saidId', said_id, 'call', how, 'by', author, 'id', public_id))
        from (select acts.*, s."by" as author, p.public_id from (
            select n.family_id, n.said_id, n.at, null as how from seen n
            where n.${theirs} and n.at >= ${since} and n."by" = ${staffId}
              and not exists (select 1 from calls c where c.family_id = n.family_id and c.said_id = n.said_id
                and c."by" = n."by" and c.at = n.at)
              and not exists (select 1 from said r where r.family_id = n.family_id and r.about = n.said_id
                and r.kind = 'replies' and r."by" = n."by" and r.saved_at = n.at)
            union all
            select c.family_id, c.said_id, c.at, c.how from calls c
            where c.${theirs} and c.at >= ${since} and c."by" = ${staffId} and c.how <> 'cancelled') acts
          join said s on s.family_id = acts.family_id and s.id = acts.said_id
          join public_ids p on p.family_id = acts.family_id and p.item_id = acts.said_id
          order by acts.at desc))`,
    })
    .from(council)
    .limit(1)
    .prepare()
})
