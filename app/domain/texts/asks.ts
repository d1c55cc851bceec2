import { and, asc, desc, eq, exists, isNotNull, isNull, ne, or, sql } from 'drizzle-orm'
import { againStatements, openInvitation } from '#app/domain/network/open-invitation'
import { ifChanged } from '#app/domain/record/audit'
import type { World } from '#app/domain/world'
import type { Drizzle, Statement } from '#db/client.server'
import { insertWhere } from '#db/insert-where'
import { invitations, memberships, people, sessions, signIns, texts } from '#db/schema'
import { mayAsk, mayStrangersAsk, OVERALL } from './limits'
import { stopsOn } from './number-stops'
import { whyNotTexted } from './numbers'
import { cancelStatement, newText } from './outbox'

type Ask = typeof signIns.$inferSelect & { known: boolean }

/**
 * Answers every number given on the first page since the last time: who has joined gets a text; who never did, their
 * invitation again; a number nobody knows, one asked for too often, and one we do not text, nothing. Who asks from a
 * browser of theirs comes before strangers.
 */
export async function answerAsks(world: World): Promise<void> {
  for (;;) {
    const ask = await nextAsk(world)
    if (!ask) return
    let strangers = 0
    await world.db.write(async (db) => {
      strangers = 0
      const allowed = ask.known ? { may: true, thisHour: 0 } : await mayStrangersAsk(world, db, ask.addressHash)
      strangers = allowed.thisHour + 1
      return answer(world, db, ask, allowed.may)
    })
    if (strangers === OVERALL.asks / 2) world.alarm('sign-in-texts-half', { asks: strangers })
    if (strangers === OVERALL.asks) world.alarm('sign-in-texts-full', { asks: strangers })
  }
}

async function nextAsk(world: World): Promise<Ask | undefined> {
  const { read } = world.db
  const known = sql<number>`${exists(
    read
      .select({ id: sessions.idHash })
      .from(sessions)
      .innerJoin(people, and(eq(people.familyId, sessions.familyId), eq(people.personId, sessions.personId)))
      .where(
        and(
          eq(sessions.browserHash, signIns.browserHash),
          eq(sessions.stage, 'member'),
          eq(people.phone, signIns.phone),
        ),
      ),
  )}`
  const [found] = await read
    .select({ ask: signIns, known })
    .from(signIns)
    .where(isNull(signIns.handledAt))
    .orderBy(desc(known), asc(signIns.askedAt))
    .limit(1)
  return found && { ...found.ask, known: found.known === 1 }
}

async function answer(world: World, db: Drizzle, ask: Ask, may: boolean): Promise<Statement[]> {
  const { id, phone, language, known } = ask
  const at = world.now().toISOString()
  const handled = (voidedAt: string | null) =>
    db
      .update(signIns)
      .set({ handledAt: at, voidedAt, known })
      .where(and(eq(signIns.id, id), isNull(signIns.handledAt)))
  const nothing = [handled(at)]
  const askedFrom = known ? 'known' : 'unknown'
  if (!may || whyNotTexted(phone) || (await stopsOn(db, [phone])).length > 0) return nothing
  const members = await membersWith(db, phone)
  if (members.length === 0) {
    const open = await openInvitation(db, and(eq(invitations.phone, phone), isNotNull(invitations.sentAt)))
    return [handled(at), ...(open ? await againStatements(world, db, open, askedFrom) : [])]
  }
  if (members.some(({ noTexts }) => noTexts)) return nothing
  if (!(await mayAsk(world, db, phone, askedFrom))) return nothing
  const text = newText(
    world,
    { kind: 'sign-in', signInId: id, to: phone, language: members[0]?.language ?? language, askedFrom },
    members,
  )
  // What a stranger asks for leaves alone what somebody asked for from a browser of theirs.
  const older = and(eq(signIns.phone, phone), ne(signIns.id, id), isNotNull(signIns.handledAt))
  const replaced = known ? older : and(older, or(isNull(signIns.known), eq(signIns.known, false)))
  const replacedIds = db.select({ id: signIns.id }).from(signIns).where(replaced)
  return [
    db
      .update(signIns)
      .set({ voidedAt: at })
      .where(and(replaced, isNull(signIns.usedAt), isNull(signIns.voidedAt))),
    cancelStatement(db, at, 'newer', and(eq(texts.kind, 'sign-in'), sql`${texts.signInId} in ${replacedIds}`)),
    handled(null),
    insertWhere(db, texts, text, ifChanged),
  ]
}

/** Who has joined with this number, whoever joined last first. A number since called unsafe is nobody's. */
export async function membersWith(read: Pick<Drizzle, 'select'>, phone: string) {
  const rows = await read
    .select({
      familyId: people.familyId,
      personId: people.personId,
      language: people.language,
      noTexts: people.noTexts,
      safeToText: people.safeToText,
      unsafePhones: people.unsafePhones,
    })
    .from(people)
    .innerJoin(
      memberships,
      and(
        eq(memberships.familyId, people.familyId),
        eq(memberships.personId, people.personId),
        isNull(memberships.endedAt),
      ),
    )
    .where(eq(people.phone, phone))
    .orderBy(desc(memberships.joinedAt))
  return rows.filter(({ unsafePhones }) => !unsafePhones?.includes(phone))
}
