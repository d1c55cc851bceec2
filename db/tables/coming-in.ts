/** How a person comes in, and back: invitations, sign-ins, paper cards and sessions. */
import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { staff } from './council'
import { families } from './families'

/** One link or paper card, one person, one family. A new one voids the older. */
export const invitations = sqliteTable(
  'invitations',
  {
    id: text().primaryKey(),
    familyId: text()
      .notNull()
      .references(() => families.id),
    personId: text().notNull(),
    invitedAt: text().notNull(),
    invitedBy: text()
      .notNull()
      .references(() => staff.id),
    /** Null: there is no text, the worker hands over a paper card. */
    phone: text(),
    language: text().notNull(),
    /** SHA-256 of the token; there is none until the text is handed over. */
    tokenHash: text().unique(),
    sentAt: text(),
    expiresAt: text(),
    /** Written once it is past `expiresAt`, so that a clock set back brings no link back. */
    expiredAt: text(),
    openedAt: text(),
    /** Tries at the word; a new link that the person asked for takes the count along. */
    wrongWords: integer().notNull().default(0),
    toldAt: text(),
    declinedAt: text(),
    declinedWords: text(),
    voidedAt: text(),
    voidedBy: text(),
    /** `newer`, `joined`, `declined`: another invitation of theirs took its place, let them in, was answered no. */
    voidedWhy: text({
      enum: ['newer', 'joined', 'declined', 'wrong-words', 'revoked', 'left', 'not-for-me', 'number-changed'],
    }),
  },
  (row) => [
    index('invitations_by_person').on(row.familyId, row.personId),
    index('invitations_by_phone').on(row.phone),
    index('invitations_running_out')
      .on(row.expiresAt)
      .where(sql`expired_at is null and opened_at is null and voided_at is null`),
  ],
)

/** A person who joined, and may read and write until `endedAt`. */
export const memberships = sqliteTable(
  'memberships',
  {
    id: text().primaryKey(),
    familyId: text()
      .notNull()
      .references(() => families.id),
    personId: text().notNull(),
    invitationId: text()
      .notNull()
      .references(() => invitations.id),
    askedBy: text(),
    toldBy: text().notNull(),
    toldOn: text().notNull(),
    joinedAt: text().notNull(),
    /** Case-file ids of the only people who may have this person's number, as they said; null when nobody asked them. */
    mayRing: text({ mode: 'json' }).$type<string[]>(),
    /** Of who joined before they were asked so: the people who may not ring them. */
    notToRing: text({ mode: 'json' }).$type<string[]>().notNull(),
    endedAt: text(),
    endedBy: text(),
    endedWhy: text({ enum: ['revoked', 'left'] }),
  },
  (row) => [
    index('memberships_by_person').on(row.familyId, row.personId),
    index('memberships_by_invitation').on(row.invitationId),
    index('memberships_ended').on(row.endedAt).where(sql`ended_at is not null`),
    uniqueIndex('one_membership_a_person').on(row.familyId, row.personId).where(sql`ended_at is null`),
  ],
)

/**
 * A signed-in browser. `stage` grows: `word` (the link was pressed; can do nothing but give the word), `welcome`
 * (the word was right; may join or decline), `member`. Only the hash of the cookie's value is kept.
 */
export const sessions = sqliteTable(
  'sessions',
  {
    idHash: text().primaryKey(),
    stage: text({ enum: ['word', 'welcome', 'member'] }).notNull(),
    invitationId: text().references(() => invitations.id),
    signInId: text().references(() => signIns.id),
    cardId: text().references(() => cards.id),
    /** Of the browser's own cookie: one that was signed in here is known to this person from then on. */
    browserHash: text(),
    familyId: text().references(() => families.id),
    personId: text(),
    membershipId: text().references(() => memberships.id),
    onlyMe: integer({ mode: 'boolean' }).notNull().default(false),
    notToRing: text({ mode: 'json' }).$type<string[]>(),
    wrongWords: integer().notNull().default(0),
    /** Counts the tickets this session has used: the next form carries the next ticket. */
    sent: integer().notNull().default(0),
    madeAt: text().notNull(),
    seenAt: text().notNull(),
    endsAt: text().notNull(),
    /** Written once nobody used it for a while, so that a clock set back opens nothing. */
    idleAt: text(),
    endedAt: text(),
  },
  (row) => [
    index('sessions_by_person').on(row.familyId, row.personId),
    index('sessions_by_invitation').on(row.invitationId),
    index('sessions_by_sign_in').on(row.signInId),
    index('sessions_by_browser').on(row.browserHash),
    index('sessions_in_use').on(row.endedAt, row.idleAt),
    index('sessions_by_end').on(row.endsAt),
    // SQLite looks for those of a membership whenever one is written, for the foreign key.
    index('sessions_by_membership').on(row.membershipId),
  ],
)

/** A number was given on `/`. The request writes this row and looks nothing up; the dispatcher does the rest. */
export const signIns = sqliteTable(
  'sign_ins',
  {
    id: text().primaryKey(),
    phone: text().notNull(),
    /** SHA-256 of the asking browser's cookie: there the link alone is enough, elsewhere the code. */
    browserHash: text().notNull(),
    /** Of the network address it came from, under our secret. */
    addressHash: text(),
    language: text().notNull(),
    askedAt: text().notNull(),
    handledAt: text(),
    /** Whether somebody with this number had used that browser before; known once it was handled. */
    known: integer({ mode: 'boolean' }),
    tokenHash: text().unique(),
    codeHash: text(),
    sentAt: text(),
    expiresAt: text(),
    expiredAt: text(),
    wrongCodes: integer().notNull().default(0),
    usedAt: text(),
    voidedAt: text(),
  },
  (row) => [
    index('sign_ins_by_phone').on(row.phone),
    index('sign_ins_unhandled').on(row.handledAt),
    index('sign_ins_by_address').on(row.addressHash, row.askedAt),
    index('sign_ins_by_time').on(row.askedAt),
    index('sign_ins_running_out')
      .on(row.expiresAt)
      .where(sql`expired_at is null and used_at is null and voided_at is null`),
  ],
)

/** Whose families a sign-in concerns: everybody who had joined with the number when it was answered. Other staff never hear of it. */
export const signInMembers = sqliteTable(
  'sign_in_members',
  {
    signInId: text()
      .notNull()
      .references(() => signIns.id),
    familyId: text()
      .notNull()
      .references(() => families.id),
    personId: text().notNull(),
    /** A member of staff of this family has read that its text did not arrive. */
    seenAt: text(),
    seenBy: text().references(() => staff.id),
  },
  (row) => [
    primaryKey({ columns: [row.signInId, row.familyId] }),
    index('sign_in_members_by_person').on(row.familyId, row.personId),
  ],
)

/** Ten codes on paper, each good once, which with the word open the plan without a text. A new card voids the older. */
export const cards = sqliteTable(
  'cards',
  {
    id: text().primaryKey(),
    familyId: text()
      .notNull()
      .references(() => families.id),
    personId: text().notNull(),
    /** Its own invitation, while the person has not joined: texts to them come and go beside it. */
    invitationId: text().references(() => invitations.id),
    madeAt: text().notNull(),
    madeBy: text()
      .notNull()
      .references(() => staff.id),
    /** Tries at the word, all codes of the card together. */
    wrongWords: integer().notNull().default(0),
    voidedAt: text(),
    voidedWhy: text({ enum: ['newer', 'wrong-words', 'revoked', 'left'] }),
  },
  (row) => [index('cards_by_person').on(row.familyId, row.personId)],
)

export const cardCodes = sqliteTable('card_codes', {
  /** Under our secret, since a code is short. */
  codeHash: text().primaryKey(),
  cardId: text()
    .notNull()
    .references(() => cards.id),
  usedAt: text(),
})

/** Somebody typed a code in: so many from one address are too many. Kept for as long as they count. */
export const codeTries = sqliteTable(
  'code_tries',
  { id: text().primaryKey(), addressHash: text().notNull(), at: text().notNull() },
  (row) => [index('code_tries_by_address').on(row.addressHash, row.at), index('code_tries_by_time').on(row.at)],
)

/**
 * A try at the word of somebody who has joined, by text, on a locked phone or with a card, until the word turns out
 * right. Those of one person count together.
 */
export const wrongWords = sqliteTable(
  'wrong_words',
  {
    id: text().primaryKey(),
    familyId: text()
      .notNull()
      .references(() => families.id),
    personId: text().notNull(),
    /** Where it was typed: the right word there, soon after, takes it back. */
    browser: text().notNull(),
    at: text().notNull(),
    /** With this one so many were reached, and the desk hears of it. */
    tells: integer(),
    /** It counts no more, but nobody at the desk has seen it yet. */
    forgivenAt: text(),
  },
  (row) => [index('wrong_words_by_person').on(row.familyId, row.personId)],
)
