import { type Standing, standingsOf } from '#app/domain/access/standing'
import { type FamilyOfStaff, familiesOf } from '#app/domain/council/families'
import { personCalled } from '#app/domain/plan/called'
import type { CallWent } from '#app/domain/said/calls'
import { type EntryRead, entriesRead } from '#app/domain/said/entry-for-staff'
import type { LastAct } from '#app/domain/said/undo'
import { newestWaiting, type Only, type Pages, type Waiting } from '#app/domain/said/unseen'
import { writeAudited } from '#app/domain/trail/audit'
import type { World } from '#app/domain/world'
import { type DraftLine, draftLines } from './drafts-for-staff'
import { type Due, duesIn } from './dues'
import { type Gap, gapsIn, type Silence } from './gaps'
import { type Guesses, guessesIn } from './guesses-for-staff'
import { type OutOfReach, outOfReach } from './out-of-reach'
import { lastAct, owedFacts } from './owed-facts'
import { type SettingsNow, settingsNow } from './settings-now'
import { type Stuck, stuckIn, type Uninvited } from './stuck'
import { type ReplyLine, replyLines } from './texts-for-staff'
import { type ToTell, toTellIn } from './to-tell'
import { type Unanswered, unansweredIn } from './unanswered'

/** Something said that waits to be read, and in which family. */
export type DeskEntry = EntryRead & { family: { id: string; name: string } }

/** What one member of staff has before them: worries and "please ring me" first, then what a machine could not do, then the rest. */
export type Desk = {
  first: DeskEntry[]
  stuck: Stuck[]
  /** Plans that are published, and nobody was asked into. */
  uninvited: Uninvited[]
  /** Who cannot ring those the plan gives them to ring. */
  reach: OutOfReach[]
  /** Who does not agree, or says that something is wrong, and waits for an answer. */
  unanswered: Unanswered[]
  /** Tasks nobody has, and who has long said nothing. */
  gaps: Gap[]
  silences: Silence[]
  /** Plans to be looked at again, and orders that come to their end. */
  dues: Due[]
  /** Who has no sign-in and is touched by a change that nobody has told them of. */
  toTell: ToTell[]
  /** Plans that wait for them to be shown. */
  drafts: DraftLine[]
  /** Whose word was got wrong five times, or ten. */
  guesses: Guesses[]
  /** What people wrote back by text. */
  replies: (ReplyLine & { family: DeskEntry['family'] })[]
  rest: DeskEntry[]
  /** How many entries wait, on this page and on the ones that follow. */
  toRead: number
  /** So many of each kind, for the filters. */
  counts: Record<Only, number>
  /** Where the page that follows goes on from, in each part that has one. */
  earlier: Pages
  /** What was done last, as long as it can be taken back: so much seen, or how a call went. `line`: where it stood. */
  undo?: { at: string; count: number; names: string[]; families: string[]; line: string; call?: CallWent }
  /** Since when no texts go out, because their provider fails us (ISO, UTC). */
  textsDownSince?: string
}

const ON_A_PAGE = 50

type HowMuch = {
  held?: FamilyOfStaff[]
  settings?: SettingsNow
  before?: Pages
  limit?: number
  /** One family alone, by its public id, or one kind of what was said. */
  family?: string
  only?: Only
}

/**
 * The desk of the families this member of staff works with now, each part newest first and a page at a time: nothing
 * unread ever leaves it. Every family that stands on it is noted in the trail as looked at, all in one write.
 */
export async function deskOf(
  world: World,
  staffId: string,
  { held, settings, before = {}, limit = ON_A_PAGE, family: one, only }: HowMuch = {},
): Promise<Desk> {
  const theirs = held ?? (await familiesOf(world, staffId))
  const all = theirs.filter(({ published }) => published)
  const families = all.filter(({ publicId }) => !one || publicId === one)
  const ids = families.map(({ familyId }) => familyId)
  const [standings, unread, facts, now, drafts] = await Promise.all([
    standingsOf(world, ids),
    newestWaiting(world, staffId, ids, { before, only, limit: limit + 1 }),
    owedFacts(world, staffId, ids),
    settings ?? settingsNow(world),
    draftLines(world, staffId, theirs),
  ])
  if (!now) throw new Error('The council’s settings are missing.')
  const { council, breaker } = now
  const { stuck, uninvited } = await stuckIn(world, families, standings)
  const guesses = guessesIn(world, families, standings, facts.wrong)
  const owed = {
    ...gapsIn(world, families, standings, facts),
    unanswered: unansweredIn(world, families, standings, facts),
    dues: duesIn(world, families, standings),
    reach: outOfReach(world, families, standings, facts),
    uninvited,
  }
  const toTell = await toTellIn(world, families, standings, facts)
  const last = lastAct(facts)
  const shownOf = (first: boolean) => unread.filter((one) => one.first === first).slice(0, limit)
  const read = (some: Waiting[]): DeskEntry[] =>
    some.flatMap(({ familyId, saying }) => {
      const [family, standing] = [families.find((one) => one.familyId === familyId), standings.get(familyId)]
      const [entry] = standing ? entriesRead(world, standing, council, [saying]) : []
      return family && entry ? [{ ...entry, family: nameOf(family) }] : []
    })
  const replies = families
    .flatMap((family) => {
      const standing = standings.get(family.familyId)
      const came = facts.replies.filter(({ familyId }) => familyId === family.familyId)
      return standing ? replyLines(world, standing, came).map((reply) => ({ ...reply, family: nameOf(family) })) : []
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1))
  const [first, rest] = [shownOf(true), shownOf(false)]
  const desk = { first: read(first), stuck, drafts, guesses, toTell, ...owed, replies, rest: read(rest) }
  const { gaps, silences, dues, reach, unanswered } = owed
  const lines = [
    desk.first,
    unanswered,
    stuck,
    uninvited,
    reach,
    guesses,
    toTell,
    gaps,
    silences,
    dues,
    replies,
    desk.rest,
  ].flat()
  const here = new Set(lines.map(({ family }) => family.id))
  const shown = families.filter(({ publicId }) => here.has(publicId)).map(({ familyId }) => familyId)
  const dids = [...new Set([...shown, ...drafts.map(({ familyId }) => familyId)])].map((familyId) => ({
    who: `staff:${staffId}` as const,
    familyId,
    did: 'desk.viewed',
  }))
  if (dids.length > 0) await writeAudited(world, dids, () => [])
  const isMore = (isFirst: boolean) => unread.filter((one) => one.first === isFirst).length > limit
  return {
    ...desk,
    counts: facts.counts,
    toRead: all.reduce((sum, { waiting }) => sum + waiting, 0) + replies.length,
    earlier: {
      ...(isMore(true) && { first: first.at(-1)?.saying.publicId }),
      ...(isMore(false) && { rest: rest.at(-1)?.saying.publicId }),
    },
    ...(last && { undo: undoOf(last, families, standings) }),
    ...(breaker?.openedAt && { textsDownSince: breaker.openedAt }),
  }
}

function undoOf({ at, entries }: LastAct, held: FamilyOfStaff[], standings: Map<string, Standing>) {
  const names = entries.flatMap(({ familyId, by }) => {
    const standing = standings.get(familyId)
    return standing ? [personCalled(standing.document, standing.staff, by).name] : []
  })
  const [first] = entries
  const theirs = held.filter(({ familyId }) => entries.some((entry) => entry.familyId === familyId))
  return {
    at,
    count: entries.length,
    names: [...new Set(names)].slice(0, 1),
    families: theirs.map(({ familyName }) => familyName),
    line: first?.id ?? '',
    ...(first?.call && { call: first.call }),
  }
}

const nameOf = ({ publicId, familyName }: FamilyOfStaff) => ({ id: publicId, name: familyName })
