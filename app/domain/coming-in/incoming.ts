/**
 * What comes back by text. Nothing is answered, since a reply may light up on somebody else's screen, and nothing
 * here ends anybody's access or changes what they said: it makes texts fewer, and the worker sees it.
 */
import { and, desc, eq, gt, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { onADesk } from '#app/domain/council/working-with'
import { ownWords } from '#app/domain/forms/own-words'
import { isPhone } from '#app/domain/plan/phone'
import type { IncomingText } from '#app/domain/provider'
import { startStatement, stopStatement } from '#app/domain/texts/number-stops'
import { asksFor, saysNotMe } from '#app/domain/texts/wording'
import { auditRows } from '#app/domain/trail/audit'
import type { Who } from '#app/domain/whose'
import type { World } from '#app/domain/world'
import { type Database, wasThereAlready } from '#db/client.server'
import { families, incomingTexts, memberships, people, sessions, signInMembers, texts } from '#db/schema'
import { notMeStatements } from './not-me'

/**
 * Keeps a text that came in, once however often it is told, and does what it asks for, unless its sender has said
 * otherwise since. What no worker will read is for the operator, who is told.
 */
export async function takeIncoming(world: World, text: IncomingText): Promise<void> {
  const { id, from, attached, at: came } = text
  const words = ownWords(text.words)
  const { read } = world.db
  const whose = await whoseNumber(read, from)
  const isRead = whose && (await isOnADesk(world, whose.familyId))
  const kind = kindOf(text)
  const at = (came ?? world.now()).toISOString()
  const later = and(eq(incomingTexts.from, from), inArray(incomingTexts.says, undone[kind]), gt(incomingTexts.at, at))
  const asks = (await read.$count(incomingTexts, later)) > 0 ? 'nothing' : kind
  const did = { who: 'system' as const, familyId: whose?.familyId, did: 'text.came-in', about: id }
  try {
    await world.db.write(async (db) => [
      db.insert(incomingTexts).values({ id, from, at, says: kind, words, attached, ...whose }),
      ...(asks === 'stop' ? [stopStatement(world, db, { phone: from, why: 'stop' })] : []),
      ...(asks === 'start' ? [startStatement(db, at, from)] : []),
      ...(asks === 'not-me' ? await notMeStatements(world, db, from) : []),
      ...(await auditRows(db, [did], world.now().toISOString())),
    ])
  } catch (error) {
    if (wasThereAlready(error, 'incoming_texts.id')) return
    throw error
  }
  if (!isRead) world.alarm('text-from-nobody', { id })
}

/** A short code or a name has no texts to stop: what it says is words. */
function kindOf({ from, says, words }: IncomingText): (typeof incomingTexts.$inferSelect)['says'] {
  if (!isPhone(from)) return 'words'
  return says !== 'words' ? says : (asksFor(words) ?? (saysNotMe(words) ? 'not-me' : 'words'))
}

async function isOnADesk(world: World, familyId: string): Promise<boolean> {
  return (await world.db.read.$count(families, and(eq(families.id, familyId), onADesk(world, families.id)))) > 0
}

/** What takes a thing back, if it was said later. */
const undone = { stop: ['start'], start: ['stop', 'not-me'], 'not-me': ['start'], words: [] } satisfies Record<
  string,
  (typeof incomingTexts.$inferSelect)['says'][]
>

/**
 * Whose a text from this number is: of those who have it now, whoever a text went to last, since a reply answers that;
 * of several at once, who has joined; of those, who was here last. When nobody has it any more: whoever we texted on
 * it last, since they may still hold the old phone, and their worker is told that it is not their number now.
 */
async function whoseNumber(read: Database['read'], phone: string): Promise<Who | undefined> {
  const forSignIn = read
    .select({ id: signInMembers.signInId })
    .from(signInMembers)
    .where(and(eq(signInMembers.signInId, texts.signInId), sameAs(signInMembers)))
  const lastText = sql`(select max(${texts.calledAt}) from ${texts} where ${texts.to} = ${phone}
    and (${sameAs(texts)} or exists ${forSignIn}))`
  const joined = and(sameAs(memberships), isNull(memberships.endedAt))
  const lastHere = sql`(select max(${sessions.seenAt}) from ${sessions} where ${sameAs(sessions)}
    and ${isNotNull(sessions.membershipId)})`
  const [found] = await read
    .select({ familyId: people.familyId, personId: people.personId })
    .from(people)
    .where(eq(people.phone, phone))
    .orderBy(
      sql`${lastText} desc nulls last`,
      sql`exists (select 1 from ${memberships} where ${joined}) desc`,
      sql`${lastHere} desc nulls last`,
    )
    .limit(1)
  return found ?? whoseBefore(read, phone)
}

async function whoseBefore(read: Database['read'], phone: string): Promise<Who | undefined> {
  const [last] = await read
    .select({
      familyId: sql<string | null>`coalesce(${texts.familyId}, ${signInMembers.familyId})`,
      personId: sql<string | null>`coalesce(${texts.personId}, ${signInMembers.personId})`,
    })
    .from(texts)
    .leftJoin(signInMembers, eq(signInMembers.signInId, texts.signInId))
    .where(and(eq(texts.to, phone), isNotNull(texts.calledAt)))
    .orderBy(desc(texts.calledAt))
    .limit(1)
  return last?.familyId && last.personId ? { familyId: last.familyId, personId: last.personId } : undefined
}

const sameAs = (table: typeof memberships | typeof sessions | typeof signInMembers | typeof texts) =>
  and(eq(table.familyId, people.familyId), eq(table.personId, people.personId))
