/** A family's texts as its worker reads them: to whom, when, what became of them and what they cost. Never their words. */
import { and, asc, desc, eq, exists, gt, inArray, isNotNull, isNull, ne, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { type Standing, standingOf, standingsOf } from '#app/domain/access/standing'
import { worksWithNow } from '#app/domain/council/working-with'
import { personCalled, type Staff } from '#app/domain/plan/called'
import type { FamilyFile, Id } from '#app/domain/plan/case-file'
import { kinds } from '#app/domain/texts/kinds'
import { cancelStatement, type Text } from '#app/domain/texts/outbox'
import { neverCame, stateOf, type TextState } from '#app/domain/texts/state'
import { ifChanged } from '#app/domain/trail/audit'
import { type AuditedWrite, plainly } from '#app/domain/trail/audited-write'
import type { World } from '#app/domain/world'
import { assignments, families, incomingTexts, signInMembers, texts } from '#db/schema'
import { type Somebody, toRing } from './somebody'
import { withoutOthers } from './texts-of-others'

export type TextLine = {
  id: string
  kind: Text['kind']
  person: { id: string; name: string }
  /** The last three digits: enough to tell an old number from a new one. */
  numberEnd: string
  /** ISO, UTC. */
  at: string
  state: TextState
  code?: string
  segments?: number
  pence?: number
  may: { cancel: boolean; sendAgain: boolean; markSeen: boolean }
}

/** A text that came in. */
export type ReplyLine = {
  id: string
  /** `phone`: theirs now. */
  person: Somebody
  at: string
  says: (typeof incomingTexts.$inferSelect)['says']
  words: string
  /** So many pictures and the like came with it. */
  attached: number
  seen: boolean
  /** From a number that is not theirs any more: it may be somebody else's. */
  oldNumber: boolean
}

const MONTHS_MS = 92 * 24 * 60 * 60_000

/** The texts of one family: see `textsOfFamilies`. */
export const textsOfFamily = async (world: World, familyId: string): Promise<TextsOfFamily> =>
  (await textsOfFamilies(world, [familyId])).get(familyId) ?? { texts: [], replies: [] }

export type TextsOfFamily = { texts: TextLine[]; replies: ReplyLine[] }

/**
 * Every text to and from the people of these families in the last three months, and older ones nobody has read yet;
 * newest first. Those with nothing published are left out.
 */
export async function textsOfFamilies(world: World, familyIds: string[]): Promise<Map<string, TextsOfFamily>> {
  const since = new Date(world.now().getTime() - MONTHS_MS).toISOString()
  const theirs = sql`${incomingTexts.familyId} in (select value from json_each(${JSON.stringify(familyIds)}))`
  const [standings, out, back] = await Promise.all([
    standingsOf(world, familyIds),
    textsTo(world, familyIds, { since }),
    world.db.read
      .select()
      .from(incomingTexts)
      .where(and(theirs, or(gt(incomingTexts.at, since), isNull(incomingTexts.seenAt))))
      .orderBy(desc(incomingTexts.at)),
  ])
  return new Map(
    [...standings].map(([id, family]) => [
      id,
      {
        texts: out
          .filter((text) => text.ofFamily === id)
          .map((text) => lineOf(world, text, personIn(family, text.personId))),
        replies: replyLines(
          world,
          family,
          back.filter(({ familyId }) => familyId === id),
        ),
      },
    ]),
  )
}

/** A text that came in, as far as it is read. */
export type Incoming = Omit<typeof incomingTexts.$inferSelect, 'forgottenAt' | 'seenBy'>

/** Texts that came in to a family, as its worker reads them. */
export function replyLines(world: World, family: Standing, incoming: Incoming[]): ReplyLine[] {
  return incoming.map(({ id, personId, from, at, says, words, attached, seenAt }) => {
    const person = { ...personIn(family, personId), ...toRing(world, family, personId ?? '') }
    const oldNumber = person.phone !== from
    return { id, person, at, says, words, attached, seen: seenAt !== null, oldNumber }
  })
}

/** One text as its page shows it, however long ago it went; null when its family is not there any more. */
export async function textLine(world: World, text: TextForStaff): Promise<TextLine | null> {
  const [family, [found]] = await Promise.all([
    standingOf(world, text.ofFamily),
    textsTo(world, [text.ofFamily], { only: text.id }),
  ])
  return family && found ? lineOf(world, found, personIn(family, found.personId)) : null
}

const personIn = ({ document, staff, publicIds }: Standing, personId: Id | null) => ({
  id: publicIds.get(personId ?? '') ?? '',
  name: calledIn(document, staff, personId ?? ''),
})

/**
 * The texts to the people of these families, newest first, each with whose it is. One for signing in belongs to a
 * number: it is a family's when somebody of it had joined with that number, and whether it was seen is noted family by
 * family.
 */
async function textsTo(
  world: World,
  familyIds: string[],
  { since = '', only }: { since?: string; only?: string },
): Promise<(Text & { ofFamily: string })[]> {
  const { read } = world.db
  const other = alias(signInMembers, 'other')
  const shared = exists(
    read
      .select({ id: other.signInId })
      .from(other)
      .where(and(eq(other.signInId, signInMembers.signInId), ne(other.familyId, signInMembers.familyId))),
  )
  const theirs = (column: typeof texts.familyId | typeof signInMembers.familyId) =>
    sql`${column} in (select value from json_each(${JSON.stringify(familyIds)}))`
  const which = (seenAt: typeof texts.seenAt | typeof signInMembers.seenAt) =>
    only === undefined ? or(gt(texts.queuedAt, since), and(isNull(seenAt), mayBeLost)) : eq(texts.id, only)
  const [own, toSignIn] = await Promise.all([
    read
      .select()
      .from(texts)
      .where(and(theirs(texts.familyId), which(texts.seenAt))),
    read
      .select({ text: texts, member: signInMembers, shared: sql<number>`${shared}` })
      .from(signInMembers)
      .innerJoin(texts, eq(texts.signInId, signInMembers.signInId))
      .where(and(theirs(signInMembers.familyId), which(signInMembers.seenAt))),
  ])
  const ofFamily = own.flatMap((text) => (text.familyId ? [{ ...text, ofFamily: text.familyId }] : []))
  const signIns = toSignIn.map(({ text, member: { familyId, personId, seenAt, seenBy }, shared }) => {
    return { ...(shared ? withoutOthers(text) : text), personId, seenAt, seenBy, ofFamily: familyId }
  })
  const isShown = (text: Text) => !!only || text.queuedAt > since || (!text.seenAt && neverCame(stateOf(text)))
  return [...ofFamily, ...signIns].filter(isShown).toSorted((a, b) => b.queuedAt.localeCompare(a.queuedAt))
}

/** What `neverCame` looks at more closely. */
const mayBeLost = or(
  ...[isNotNull(texts.failedAt), isNotNull(texts.unknownAt)],
  inArray(texts.reason, ['no-safe-time', 'too-late', 'restored']),
)

/** Nothing for whoever stands in the plan no more. */
function calledIn(file: FamilyFile, staff: Staff, id: Id): string {
  const stands = [...file.people, ...file.children].some((one) => one.id === id)
  return stands ? personCalled(file, staff, id).name : ''
}

function lineOf(world: World, text: Text, person: TextLine['person']): TextLine {
  const { id, kind, to, queuedAt, queuedBy, providerCode, segments, calledAt, seenAt } = text
  const state = stateOf(text)
  const stuck = state.is === 'failed' || state.is === 'unknown'
  return {
    ...{ id, kind, person, state, at: queuedAt, numberEnd: to.slice(-3) },
    ...(providerCode && { code: providerCode }),
    ...(segments && { segments, pence: segments * world.settings.pencePerText }),
    may: {
      cancel: state.is === 'waiting' && calledAt === null && queuedBy !== null,
      sendAgain: kinds[kind].lasts && (stuck || state.is === 'cancelled'),
      markSeen: neverCame(state) && seenAt === null,
    },
  }
}

declare const theirs: unique symbol
/** A text of a family a member of staff works with: only `textForStaff` gives one out, and every act on a text takes one. */
export type TextForStaff = Text & { staffId: string; ofFamily: string; readonly [theirs]: true }

/** The text of this id, if it went to somebody of a family the member of staff works with now; else null. */
export async function textForStaff(world: World, staffId: string, id: string): Promise<TextForStaff | null> {
  const [found] = await world.db.read
    .select({ text: texts, ofFamily: families.id })
    .from(texts)
    .leftJoin(signInMembers, eq(signInMembers.signInId, texts.signInId))
    .innerJoin(families, or(eq(families.id, texts.familyId), eq(families.id, signInMembers.familyId)))
    .innerJoin(assignments, and(eq(assignments.familyId, families.id), worksWithNow(world, staffId)))
    .where(eq(texts.id, id))
    // Of two families of theirs, first the one for which it has not been seen.
    .orderBy(asc(signInMembers.seenAt))
    .limit(1)
  return found ? ({ ...found.text, staffId, ofFamily: found.ofFamily } as TextForStaff) : null
}

/** Calls a waiting text back. False when it has gone, or the provider is being asked at this moment. */
export async function cancelText(
  world: World,
  text: TextForStaff,
  write: AuditedWrite = plainly(world),
): Promise<boolean> {
  const at = world.now().toISOString()
  const did = { who: `staff:${text.staffId}` as const, familyId: text.ofFamily, did: 'text.cancelled', about: text.id }
  const which = and(eq(texts.id, text.id), isNotNull(texts.queuedBy))
  await write(did, async (db) => [cancelStatement(db, at, 'by-worker', which)], { onlyIf: ifChanged })
  const [now] = await world.db.read.select().from(texts).where(eq(texts.id, text.id))
  return now?.cancelledAt !== null
}

/** Notes that the worker has read that a text did not arrive: it leaves the desk. */
export async function markTextSeen(
  world: World,
  text: TextForStaff,
  write: AuditedWrite = plainly(world),
): Promise<void> {
  const did = { who: `staff:${text.staffId}` as const, familyId: text.ofFamily, did: 'text.seen', about: text.id }
  const seen = { seenAt: world.now().toISOString(), seenBy: text.staffId }
  await write(
    did,
    async (db) => [
      text.signInId
        ? db
            .update(signInMembers)
            .set(seen)
            .where(
              and(
                ...[eq(signInMembers.signInId, text.signInId), eq(signInMembers.familyId, text.ofFamily)],
                isNull(signInMembers.seenAt),
              ),
            )
        : db
            .update(texts)
            .set(seen)
            .where(and(eq(texts.id, text.id), isNull(texts.seenAt))),
    ],
    { onlyIf: ifChanged },
  )
}
