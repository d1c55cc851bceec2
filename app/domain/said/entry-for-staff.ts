import { and, eq, inArray, ne } from 'drizzle-orm'
import { type Apart, whyApart } from '#app/domain/access/apart'
import { audienceOf } from '#app/domain/access/audience'
import type { CallState, Saying } from '#app/domain/access/situation'
import { sayingColumns, spokenIn } from '#app/domain/access/spoken'
import { type Standing, standingOf } from '#app/domain/access/standing'
import { councilOf } from '#app/domain/council/council'
import { type Council, isOpen } from '#app/domain/council/opening-hours'
import { worksWithNow } from '#app/domain/council/working-with'
import { londonDay } from '#app/domain/london'
import { reachFrom } from '#app/domain/people/contact'
import { personCalled } from '#app/domain/plan/called'
import type {
  Agreement,
  Approval,
  Choice,
  Id,
  Position,
  Result,
  SafeToText,
  SaidEntry,
  SaidKind,
  SharedWith,
} from '#app/domain/plan/case-file'
import { isDate, momentOf } from '#app/domain/plan/dates'
import { itemTexts } from '#app/domain/plan/item-text'
import { type SafeNow, safeNow } from '#app/domain/texts/safe-times'
import type { World } from '#app/domain/world'
import { assignments, families, publicIds, said } from '#db/schema'

/** Something said, as its place in the record: only `entryForStaff` gives one out, and only to who works with the family. */
export type EntryForStaff = {
  familyId: string
  /** The family's public id. */
  family: string
  /** The entry's public id. */
  id: string
  saidId: Id
  saying: Saying
}

/** What goes by this public id, if the member of staff works with its family now; else null, as if it had never been. */
export async function entryForStaff(
  world: World,
  staffId: string,
  publicId: string,
  how: { toWrite?: boolean } = {},
): Promise<EntryForStaff | null> {
  return (await entriesForStaff(world, staffId, [publicId], how))[0] ?? null
}

/** The same of several, by their public ids: those that are not theirs are left out, and `toWrite` those of a family opened in an emergency. */
export async function entriesForStaff(
  world: World,
  staffId: string,
  ids: string[],
  { toWrite = false }: { toWrite?: boolean } = {},
): Promise<EntryForStaff[]> {
  const found = await world.db.read
    .select({ familyId: said.familyId, family: families.publicId, saidId: said.id, row: sayingColumns })
    .from(publicIds)
    .innerJoin(said, and(eq(said.familyId, publicIds.familyId), eq(said.id, publicIds.itemId)))
    .innerJoin(families, eq(families.id, said.familyId))
    .innerJoin(assignments, and(eq(assignments.familyId, said.familyId), worksWithNow(world, staffId)))
    .where(and(inArray(publicIds.publicId, ids), toWrite ? ne(assignments.as, 'glass') : undefined))
  const read = found.map(({ row, ...where }) => ({ ...where, id: row.publicId, saying: spokenIn(row).saying }))
  // Who covers may be the manager as well.
  return [...new Map(read.map((entry) => [entry.id, entry])).values()]
}

/** Something said as staff read it, wherever they do: on the desk, in the family's log, on a page of its own. */
export type EntryRead = {
  /** The entry's public id. */
  id: string
  /** `id`: public. */
  by: { id?: string; name: string; fullName: string; phone?: string; safeToText?: SafeToText }
  /** Whether its author may be rung at this hour, where they have safe times. */
  safe?: SafeNow
  /** Why its author stands apart, if they do: it is to be known where they are answered or rung. */
  apart?: Apart[]
  /** Its author can read an answer in the portal today. */
  joined: boolean
  recordedBy?: string
  kind: SaidKind
  /** Of a check-in. */
  result?: Result
  /** Pressed by mistake: what it said before; and, of that one, that another stands in its place. */
  changedFrom?: Result
  changed?: true
  /** Of an answer to a commitment. */
  choice?: Choice
  /** What they said of the whole plan; of a worry, or of a sentence. */
  ofAll?: Agreement['view']
  view?: Position['view']
  /** And of the story for the children. */
  ofStory?: Approval['view']
  ringMe: boolean
  /** What became of the call it asks for. */
  call?: { how: CallState; on: string }
  /** What it is about, in the plan's English. */
  about?: string
  words?: string
  language?: string
  /** Local time, Europe/London, or the day alone. */
  on: string
  /** Nobody at the council was reading when it came. */
  outOfHours: boolean
  sharedWith: SharedWith
  /** Who read it first, and when. */
  seen?: { name: string; on: string }
  /** A member of staff wrote it. */
  byStaff?: true
  replies: { id: string; name: string; on: string; words?: string }[]
}

/** Entries of one family as its staff read them at this hour. */
export function entriesRead(world: World, family: Standing, council: Council, sayings: Saying[]): EntryRead[] {
  const { document: file, staff, joined, publicIds } = family
  const reach = reachFrom(family)
  const texts = new Map(
    itemTexts(file)
      .map(({ id, text }) => [id, text])
      .toReversed() as [Id, string][],
  )
  const called = (id: Id) => personCalled(file, staff, id)
  const today = londonDay(world.now().toISOString())
  const apart = new Map(
    [...new Set(sayings.map(({ entry }) => entry.by))].map((by) => [by, whyApart({ ...family, today }, by)]),
  )
  return sayings.map(({ kind, entry, publicId, ringMe, call, seen, replies, ...saying }) => {
    const { by, recordedBy, on, words, language } = entry
    const sharedWith = audienceOf(kind, { by, sharedWith: saying.sharedWith }, file)
    const { phone, safeToText } = reach.contactOf(by)
    const safe = phone ? safeNow({ safeToText }, world.now()) : undefined
    const about = 'about' in entry && entry.about ? texts.get(entry.about) : undefined
    return {
      ...{ id: publicId, kind, on, sharedWith, ringMe: !!ringMe, outOfHours: outOfHours(council, on) },
      by: { id: publicIds.get(by), ...called(by), ...(phone && { phone }), ...(safeToText && { safeToText }) },
      ...(safe && { safe }),
      ...(apart.get(by)?.length && { apart: apart.get(by) }),
      joined: joined.some(({ personId }) => personId === by),
      ...(staff[by] && { byStaff: true as const }),
      ...(recordedBy && { recordedBy: called(recordedBy).name }),
      ...('result' in entry && { result: entry.result }),
      ...(saying.changedFrom && { changedFrom: saying.changedFrom }),
      ...(saying.changed && { changed: true as const }),
      ...('choice' in entry && { choice: entry.choice }),
      ...viewIn(entry),
      ...(call && { call: { how: call.how, on: call.on } }),
      ...(about && { about }),
      ...(words && { words }),
      ...(language && { language }),
      ...(seen && { seen: { name: called(seen.by).name, on: seen.on } }),
      replies: replies.map(({ publicId: id, entry: { by, on, words } }) => ({
        ...{ id, name: called(by).name, on },
        ...(words && { words }),
      })),
    }
  })
}

/** What somebody thinks of the whole plan, of a story, of a worry or a sentence. */
function viewIn(entry: SaidEntry): Pick<EntryRead, 'ofAll' | 'ofStory' | 'view'> {
  if ('as' in entry) return { ofAll: entry.view }
  if (!('view' in entry) || !entry.view) return {}
  return entry.view === 'yes' || entry.view === 'no' ? { ofStory: entry.view } : { view: entry.view }
}

/** With its family’s public id. */
export type EntryAlone = EntryRead & { family: string }

/** The entry as staff read it, for a page about it alone. Rejects when nothing of its family is there any more. */
export async function readByStaff(world: World, { familyId, saying, ...entry }: EntryForStaff): Promise<EntryAlone> {
  const [family, council] = await Promise.all([standingOf(world, familyId, { orDraft: true }), councilOf(world)])
  const [read] = family ? entriesRead(world, family, council, [saying]) : []
  if (!read) throw new Error('This family has no plan.')
  return { ...read, family: entry.family }
}

/** Whether nobody was reading when this came. `on` is local time; a day alone says nothing about the hour. */
function outOfHours(council: Council, on: string): boolean {
  return !isDate(on) && !isOpen(council, new Date(momentOf(on)))
}
