import { loadFamily } from '#app/domain/access/load-family'
import { councilOf } from '#app/domain/council/council'
import { type FamilyOfStaff, familiesOf } from '#app/domain/council/families'
import { type Council, isOpen } from '#app/domain/council/opening-hours'
import { reachIn } from '#app/domain/people/contact'
import { personCalled } from '#app/domain/plan/called'
import type { Choice, Result, SafeToText, SaidKind, SharedWith } from '#app/domain/plan/case-file'
import { isDate, momentOf } from '#app/domain/plan/dates'
import { itemText } from '#app/domain/plan/item-text'
import { type Unseen, unseenFor } from '#app/domain/said/unseen'
import { breakerOf } from '#app/domain/texts/breaker'
import { writeAudited } from '#app/domain/trail/audit'
import type { World } from '#app/domain/world'
import { type Guesses, guessesIn } from './guesses-for-staff'
import { unseenReplies } from './replies-for-staff'
import { type Stuck, stuckIn } from './stuck'
import { type ReplyLine, textsOfFamily } from './texts-for-staff'

/** Something said that waits to be read, as a member of staff reads it. */
export type DeskEntry = {
  /** The entry's public id. */
  id: string
  family: { id: string; name: string }
  by: { name: string; fullName: string; phone?: string; safeToText?: SafeToText }
  recordedBy?: string
  kind: SaidKind
  /** Of a check-in. */
  result?: Result
  /** Of an answer to a commitment. */
  choice?: Choice
  ringMe: boolean
  /** What it is about, in the plan's English. */
  about?: string
  words?: string
  language?: string
  /** Local time, Europe/London, or the day alone. */
  on: string
  /** ISO, UTC: in October a local time comes twice, and tells no order. */
  savedAt: string
  /** Nobody at the council was reading when it came. */
  outOfHours: boolean
  sharedWith: SharedWith
}

/** What one member of staff has before them: worries and "please ring me" first, then what a machine could not do, then the rest. */
export type Desk = {
  first: DeskEntry[]
  stuck: Stuck[]
  /** Whose word was got wrong five times, or ten. */
  guesses: Guesses[]
  /** What people wrote back by text. */
  replies: (ReplyLine & { family: DeskEntry['family'] })[]
  rest: DeskEntry[]
  /** Since when no texts go out, because their provider fails us (ISO, UTC). */
  textsDownSince?: string
}

/**
 * The desk of the families this member of staff works with now, each part newest first. Every family that stands on
 * it is noted in the trail as looked at.
 */
export async function deskOf(world: World, staffId: string): Promise<Desk> {
  const families = (await familiesOf(world, staffId)).filter(({ published }) => published)
  const [unseen, stuck, guesses, replies, breaker] = await Promise.all([
    unseenFor(world, staffId, families),
    stuckIn(world, families),
    guessesIn(world, families),
    repliesIn(world, families),
    breakerOf(world),
  ])
  const told = families.filter(({ familyId }) => unseen.some((one) => one.familyId === familyId))
  const entries = (await Promise.all(told.map((family) => entriesOf(world, family, unseen)))).flat()
  for (const family of families) {
    const isHere = (one: { family: { id: string } }) => one.family.id === family.publicId
    if (!told.includes(family) && !stuck.some(isHere) && !guesses.some(isHere) && !replies.some(isHere)) continue
    await writeAudited(world, { who: `staff:${staffId}`, familyId: family.familyId, did: 'desk.viewed' }, () => [])
  }
  const newestFirst = entries.sort((a, b) => b.savedAt.localeCompare(a.savedAt))
  const isFirst = (entry: DeskEntry) => entry.ringMe || entry.result === 'worry'
  const rest = newestFirst.filter((entry) => !isFirst(entry))
  const down = breaker?.openedAt && { textsDownSince: breaker.openedAt }
  return { first: newestFirst.filter(isFirst), stuck, guesses, replies, rest, ...down }
}

async function repliesIn(world: World, families: FamilyOfStaff[]): Promise<Desk['replies']> {
  const unseen = await unseenReplies(
    world,
    families.map(({ familyId }) => familyId),
  )
  const found = await Promise.all(
    families.map(async ({ familyId, publicId, familyName }) => {
      if (!unseen.some((one) => one.familyId === familyId)) return []
      const { replies } = await textsOfFamily(world, familyId)
      return replies
        .filter(({ seen }) => !seen)
        .map((reply) => ({ ...reply, family: { id: publicId, name: familyName } }))
    }),
  )
  return found.flat().sort((a, b) => (a.at < b.at ? 1 : -1))
}

async function entriesOf(world: World, family: FamilyOfStaff, all: Unseen[]): Promise<DeskEntry[]> {
  const [loaded, reach, council] = await Promise.all([
    loadFamily(world, family.familyId),
    reachIn(world, family.familyId),
    councilOf(world),
  ])
  if (!loaded || !reach) return []
  const { document: file, staff } = loaded
  return all.flatMap(({ familyId, publicId, kind, entry, ringMe, savedAt }): DeskEntry[] => {
    if (familyId !== family.familyId) return []
    const { phone, safeToText } = reach.contactOf(entry.by)
    return [
      {
        id: publicId,
        family: { id: family.publicId, name: family.familyName },
        by: {
          ...personCalled(file, staff, entry.by),
          ...(phone && { phone }),
          ...(safeToText && { safeToText }),
        },
        ...(entry.recordedBy && { recordedBy: personCalled(file, staff, entry.recordedBy).name }),
        kind,
        ...('result' in entry && { result: entry.result }),
        ...('choice' in entry && { choice: entry.choice }),
        ringMe,
        ...('about' in entry && entry.about && { about: itemText(file, entry.about) }),
        words: entry.words,
        language: entry.language ?? undefined,
        on: entry.on,
        savedAt,
        outOfHours: outOfHours(council, entry.on),
        sharedWith: entry.sharedWith ?? (kind === 'checkIns' || isChild(entry.by) ? 'worker' : 'inner'),
      },
    ]
  })

  function isChild(id: string) {
    return file.children.some((child) => child.id === id)
  }
}

/** Whether nobody was reading when this came. `on` is local time; a day alone says nothing about the hour. */
export function outOfHours(council: Council, on: string): boolean {
  return !isDate(on) && !isOpen(council, new Date(momentOf(on)))
}
