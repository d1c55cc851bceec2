import { and, asc, desc, eq, isNotNull, isNull, ne } from 'drizzle-orm'
import { againStatements, openInvitation } from '#app/domain/network/open-invitation'
import { ifChanged } from '#app/domain/record/audit'
import type { World } from '#app/domain/world'
import type { Drizzle, Statement } from '#db/client.server'
import { insertWhere } from '#db/insert-where'
import { invitations, memberships, people, signIns, texts } from '#db/schema'
import { mayAsk } from './limits'
import { whyNotTexted } from './numbers'
import { cancelStatement, newText } from './outbox'

type Ask = typeof signIns.$inferSelect

/**
 * Answers every number given on the first page since the last time: who has joined gets a text; who never did, their
 * invitation again; a number nobody knows, one asked for too often, and one we do not text, nothing.
 */
export async function answerAsks(world: World): Promise<void> {
  for (;;) {
    const [ask] = await world.db.read
      .select()
      .from(signIns)
      .where(isNull(signIns.handledAt))
      .orderBy(asc(signIns.askedAt))
      .limit(1)
    if (!ask) return
    await world.db.write((db) => answer(world, db, ask))
  }
}

async function answer(world: World, db: Drizzle, { id, phone, language }: Ask): Promise<Statement[]> {
  const at = world.now().toISOString()
  const handled = (voidedAt: string | null) =>
    db
      .update(signIns)
      .set({ handledAt: at, voidedAt })
      .where(and(eq(signIns.id, id), isNull(signIns.handledAt)))
  if (whyNotTexted(phone)) return [handled(at)]
  const members = await membersWith(db, phone)
  if (members.length === 0) {
    const open = await openInvitation(db, and(eq(invitations.phone, phone), isNotNull(invitations.sentAt)))
    return [handled(at), ...(open ? await againStatements(world, db, open) : [])]
  }
  const [latest] = members
  if (!(await mayAsk(world, db, phone))) return [handled(at)]
  const text = newText(
    world,
    { kind: 'sign-in', signInId: id, to: phone, language: latest?.language ?? language },
    members,
  )
  const older = and(eq(signIns.phone, phone), ne(signIns.id, id))
  return [
    db
      .update(signIns)
      .set({ voidedAt: at })
      .where(and(older, isNotNull(signIns.handledAt), isNull(signIns.usedAt), isNull(signIns.voidedAt))),
    cancelStatement(db, at, 'newer', and(eq(texts.to, phone), eq(texts.kind, 'sign-in'), ne(texts.signInId, id))),
    handled(null),
    insertWhere(db, texts, text, ifChanged),
  ]
}

/** Who has joined with this number, whoever joined last first. A number since called unsafe is nobody's. */
export async function membersWith(read: Pick<Drizzle, 'select'>, phone: string) {
  const rows = await read
    .select({ language: people.language, safeToText: people.safeToText, unsafePhones: people.unsafePhones })
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
