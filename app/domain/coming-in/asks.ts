import { and, asc, eq, exists, isNotNull, isNull, ne, notExists, or, sql } from 'drizzle-orm'
import { againStatements, openInvitation } from '#app/domain/network/open-invitation'
import { membersWith } from '#app/domain/people/members'
import { whyNotTexted } from '#app/domain/plan/numbers'
import { mayAsk, mayStrangersAsk, OVERALL } from '#app/domain/texts/limits'
import { stopsOn } from '#app/domain/texts/number-stops'
import { cancelStatement, isFresh, newText } from '#app/domain/texts/outbox'
import { ifChanged } from '#app/domain/trail/audit'
import type { World } from '#app/domain/world'
import type { Drizzle, Statement } from '#db/client.server'
import { insertWhere } from '#db/insert-where'
import { invitations, people, sessions, signInMembers, signIns, texts } from '#db/schema'

type Ask = typeof signIns.$inferSelect & { known: boolean }

/** So many are read at once: looking who of thousands is known takes longer than answering one. */
const AT_A_TIME = 100
/** Processes that count at the same moment may each step over a threshold: the first few above it are told of. */
const TOLD = 3

/**
 * Answers every number given on the first page since the last time: who has joined gets a text; who never did, their
 * invitation again; a number nobody knows, one asked for too often, and one we do not text, nothing. Who asks from a
 * browser of theirs comes before strangers. One that cannot be answered holds up no other: rejects for it at the end.
 */
export async function answerAsks(world: World, stopping?: AbortSignal): Promise<void> {
  const left = new Map<string, unknown>()
  for (;;) {
    const asks = (await nextAsks(world, left.size)).filter(({ id }) => !left.has(id))
    if (asks.length === 0) break
    for (const ask of asks) {
      if (stopping?.aborted) return
      await answerOne(world, ask).catch((error) => left.set(ask.id, error))
    }
  }
  for (const error of left.values()) throw error
}

async function nextAsks(world: World, left: number): Promise<Ask[]> {
  const { read } = world.db
  const usedBefore = read
    .select({ id: sessions.idHash })
    .from(sessions)
    .innerJoin(people, and(eq(people.familyId, sessions.familyId), eq(people.personId, sessions.personId)))
    .where(
      and(eq(sessions.browserHash, signIns.browserHash), eq(sessions.stage, 'member'), eq(people.phone, signIns.phone)),
    )
  const some = (known: boolean) =>
    read
      .select()
      .from(signIns)
      .where(and(isNull(signIns.handledAt), known ? exists(usedBefore) : notExists(usedBefore)))
      .orderBy(asc(signIns.askedAt))
      .limit(AT_A_TIME + left)
  const known = await some(true)
  // Read again before strangers have their turn.
  const asks = known.length > left ? known : [...known, ...(await some(false))]
  return asks.map((ask) => ({ ...ask, known: known.includes(ask) }))
}

async function answerOne(world: World, ask: Ask): Promise<void> {
  let strangers = 0
  await world.db.write(async (db) => {
    const allowed = ask.known ? undefined : await mayStrangersAsk(world, db, ask.addressHash)
    strangers = allowed?.may ? allowed.thisHour + 1 : 0
    // What is refused for who or how many ask uses up nothing, or one address could use up what all strangers have.
    return allowed?.may === false ? [handledStatement(world, db, ask, null)] : answer(world, db, ask)
  })
  const isJustOver = (threshold: number) => strangers >= threshold && strangers < threshold + TOLD
  if (isJustOver(OVERALL.asks / 2)) world.alarm('sign-in-texts-half', { asks: strangers })
  if (isJustOver(OVERALL.asks)) world.alarm('sign-in-texts-full', { asks: strangers })
}

/** Answered without a text: `known` as it counts against the limits. */
function handledStatement(world: World, db: Drizzle, { id }: Ask, known: boolean | null) {
  const at = world.now().toISOString()
  return db
    .update(signIns)
    .set({ handledAt: at, voidedAt: at, known })
    .where(and(eq(signIns.id, id), isNull(signIns.handledAt)))
}

async function answer(world: World, db: Drizzle, ask: Ask): Promise<Statement[]> {
  const { id, phone, language, known, askedAt } = ask
  const at = world.now().toISOString()
  const nothing = [handledStatement(world, db, ask, known)]
  const askedFrom = known ? 'known' : 'unknown'
  if (whyNotTexted(phone) || (await stopsOn(db, [phone])).length > 0) return nothing
  const members = await membersWith(world, db, phone)
  if (members.length === 0) {
    const open = await openInvitation(db, and(eq(invitations.phone, phone), isNotNull(invitations.sentAt)))
    return [...nothing, ...(open ? await againStatements(world, db, open, askedFrom) : [])]
  }
  if (members.some(({ noTexts }) => noTexts)) return nothing
  // We were away, and nobody waits any more; who is only texted at safe times has to wait for those anyway.
  if (!isFresh({ queuedAt: askedAt }, world.now()) && !members.some(({ safeToText }) => safeToText)) return nothing
  if (!(await mayAsk(world, db, phone, askedFrom))) return nothing
  const text = newText(
    world,
    {
      ...{ kind: 'sign-in', signInId: id, to: phone, language: members[0]?.language ?? language },
      ...{ askedFrom, queuedAt: askedAt },
    },
    members,
  )
  // What a stranger asks for leaves alone what somebody asked for from a browser of theirs.
  const older = and(eq(signIns.phone, phone), ne(signIns.id, id), isNotNull(signIns.handledAt))
  const replaced = known ? older : and(older, or(isNull(signIns.known), eq(signIns.known, false)))
  const replacedIds = db.select({ id: signIns.id }).from(signIns).where(replaced)
  const queued = exists(db.select({ id: texts.id }).from(texts).where(eq(texts.signInId, id)))
  return [
    db
      .update(signIns)
      .set({ voidedAt: at })
      .where(and(replaced, isNull(signIns.usedAt), isNull(signIns.voidedAt))),
    cancelStatement(db, at, 'newer', and(eq(texts.kind, 'sign-in'), sql`${texts.signInId} in ${replacedIds}`)),
    db
      .update(signIns)
      .set({ handledAt: at, known })
      .where(and(eq(signIns.id, id), isNull(signIns.handledAt))),
    insertWhere(db, texts, text, ifChanged),
    ...members.map(({ familyId, personId }) =>
      insertWhere(db, signInMembers, { signInId: id, familyId, personId }, sql`${queued}`).onConflictDoNothing(),
    ),
  ]
}
