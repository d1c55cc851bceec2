/**
 * A paper card: ten codes, each good once, which with the word open the plan on any browser without a text. For who
 * cannot or must not be texted; and for who has not joined it brings an invitation of its own, beside those by text.
 */
import { and, desc, eq, exists, isNull, ne, sql } from 'drizzle-orm'
import { hasJoined, triesAnewStatement, voidStatements } from '#app/domain/network/open-invitation'
import { namesOf, reachIn } from '#app/domain/people/contact'
import type { PersonForStaff } from '#app/domain/people/person-for-staff'
import { type WhyNot, whyNotInvited } from '#app/domain/people/refusals'
import { hashWord, whyNotWord } from '#app/domain/people/word'
import { withPlainDigits } from '#app/domain/plan/digits'
import { keyed, newToken } from '#app/domain/tokens'
import { ifChanged, writeAudited } from '#app/domain/trail/audit'
import { type AuditedWrite, plainly } from '#app/domain/trail/audited-write'
import { isOf } from '#app/domain/whose'
import type { World } from '#app/domain/world'
import type { Drizzle } from '#db/client.server'
import { insertWhere } from '#db/insert-where'
import { cardCodes, cards, invitations, memberships, people, sessions } from '#db/schema'
import { type Asking, takeCodeTry } from './code-tries'
import { type Spent, sameBrowser, wayIn } from './link'
import { newSession } from './sessions'
import { forgive } from './word-guesses'

const CODES = 10
/** For so long after it was made a card is shown to whoever made it. Later there is only a new one. */
const SHOWN_MS = 10 * 60_000

/** Makes a new card; the one before is void. `word` when there is none yet. Refuses with every reason there is. */
export async function makeCard(
  world: World,
  { staffId, familyId, personId }: PersonForStaff,
  { word: typed = '' }: { word?: string },
  write: AuditedWrite = plainly(world),
): Promise<{ cardId: string } | { refused: WhyNot[] }> {
  const word = typed.trim()
  const reach = await reachIn(world, familyId)
  const contact = reach?.contactOf(personId)
  const never = reach ? whyNotInvited(reach.file, personId) : 'no-plan'
  if (!reach || !contact || never) return { refused: [never ?? 'no-plan'] }
  const unfit = word
    ? whyNotWord(word, { names: namesOf(reach.file, personId), phone: contact.phone ?? '' })
    : contact.hasWord
      ? undefined
      : 'word-missing'
  if (unfit) return { refused: [unfit] }
  const wordHash = word ? await hashWord(world, word) : undefined
  const cardId = newToken(world)
  const by = `staff:${staffId}` as const
  const who = { familyId, personId }
  await write({ who: by, familyId, did: 'card.made', about: cardId }, async (db) => {
    const at = world.now().toISOString()
    const joined = await hasJoined(db, who)
    const { phone, landline, language, noTexts, safeToText, unsafePhones } = contact
    const facts = { phone, landline, language, noTexts, safeToText, unsafePhones }
    const kept = wordHash && { wordHash, wordSetAt: at, wordSetBy: staffId }
    const invitation = { id: newToken(world), ...who, language, invitedAt: at, invitedBy: staffId, sentAt: at }
    const person = db.insert(people).values({ ...who, ...facts, ...kept })
    const card = { id: cardId, ...who, invitationId: joined ? null : invitation.id, madeAt: at, madeBy: staffId }
    return [
      kept
        ? person.onConflictDoUpdate({ target: [people.familyId, people.personId], set: kept })
        : person.onConflictDoNothing(),
      ...voidStatements(db, who, isNull(invitations.phone), { at, by, why: 'newer' }),
      triesAnewStatement(db, who),
      // What was tried before was tried at another word.
      ...(kept ? forgive(world, db, who) : []),
      ...(joined ? [] : [db.insert(invitations).values(invitation)]),
      db.insert(cards).values(card),
      db.insert(cardCodes).values(codesOf(world, cardId).map((code) => ({ codeHash: hashOf(world, code), cardId }))),
      db
        .update(cards)
        .set({ voidedAt: at, voidedWhy: 'newer' })
        .where(and(isOf(cards, who), ne(cards.id, cardId), isNull(cards.voidedAt))),
    ]
  })
  return { cardId }
}

/** The codes of the card this member of staff has just made for the person, for printing; null when there is none. */
export async function cardToPrint(world: World, person: PersonForStaff): Promise<{ codes: string[] } | null> {
  const theirs = and(isOf(cards, person), isNull(cards.voidedAt))
  const [card] = await world.db.read.select().from(cards).where(theirs).orderBy(desc(cards.madeAt)).limit(1)
  const shownUntil = card && Date.parse(card.madeAt) + SHOWN_MS
  if (!card || card.madeBy !== person.staffId || world.now().getTime() >= (shownUntil ?? 0)) return null
  return { codes: codesOf(world, card.id) }
}

/** Worked out from our secret, so that the codes themselves are nowhere kept: twelve digits, in fours. */
function codesOf(world: World, cardId: string): string[] {
  return Array.from({ length: CODES }, (_, n) => {
    const bytes = Buffer.from(keyed(world, 'card', cardId, String(n)), 'base64url')
    const digits = String(bytes.readBigUInt64BE() % 1_000_000_000_000n).padStart(12, '0')
    return digits.replace(/(\d{4})(?=\d)/g, '$1 ')
  })
}

const hashOf = (world: World, code: string) => keyed(world, 'card-code', digitsOf(code))

const digitsOf = (typed: string) => withPlainDigits(typed).replace(/\D/g, '')

/** Spends a code of a card. The answer to a wrong one, a used one and one of a dead card is the same. */
export async function spendCard(
  world: World,
  typed: string,
  asking: Asking,
): Promise<Spent | { wrong: true } | { tooMany: true }> {
  if (!(await takeCodeTry(world, asking))) return { tooMany: true }
  const codeHash = hashOf(world, typed)
  const [found] = await world.db.read
    .select({
      card: cards,
      membershipId: memberships.id,
      over: sql<string | null>`coalesce(${invitations.voidedAt}, ${invitations.declinedAt})`,
    })
    .from(cardCodes)
    .innerJoin(cards, and(eq(cards.id, cardCodes.cardId), isNull(cards.voidedAt)))
    .leftJoin(
      memberships,
      and(
        eq(memberships.familyId, cards.familyId),
        eq(memberships.personId, cards.personId),
        isNull(memberships.endedAt),
      ),
    )
    .leftJoin(invitations, eq(invitations.id, cards.invitationId))
    .where(eq(cardCodes.codeHash, codeHash))
  if (!found || (!found.membershipId && found.over)) return { wrong: true }
  const { id: cardId, familyId, personId, invitationId } = found.card
  const value = wayIn(world, codeHash, asking.browserHash)
  const way = { cardId, browserHash: asking.browserHash, ...(!found.membershipId && { invitationId }) }
  const row = newSession(world, value, { stage: 'word', familyId, personId, ...way })
  const at = world.now().toISOString()
  const did = { who: `person:${personId}` as const, familyId, did: 'card.used', about: cardId }
  const [used] = await writeAudited(
    world,
    did,
    (db) => {
      const stands = db
        .select({ id: cards.id })
        .from(cards)
        .where(and(eq(cards.id, cardId), isNull(cards.voidedAt)))
      return [
        db
          .update(cardCodes)
          .set({ usedAt: at })
          .where(and(eq(cardCodes.codeHash, codeHash), isNull(cardCodes.usedAt), exists(stands)))
          .returning({ codeHash: cardCodes.codeHash }),
        ...(way.invitationId ? [openedStatement(db, way.invitationId, at)] : []),
        insertWhere(db, sessions, row, ifChanged),
      ]
    },
    { onlyIf: ifChanged },
  )
  if (used.length > 0) return { session: value }
  return (await sameBrowser(world, value, asking.session, { cardId })) ?? { wrong: true }
}

const openedStatement = (db: Drizzle, invitationId: string, at: string) =>
  db
    .update(invitations)
    .set({ openedAt: sql`coalesce(${invitations.openedAt}, ${at})` })
    .where(and(eq(invitations.id, invitationId), ifChanged))
