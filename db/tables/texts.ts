/** Texts to people and from them, and what stands in their way. */
import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { invitations, signIns } from './coming-in'
import { staff } from './council'
import { families } from './families'

/** The outbox. Written with the change that caused it; the words are made when it is sent, and not kept. */
export const texts = sqliteTable(
  'texts',
  {
    id: text().primaryKey(),
    kind: text({ enum: ['invitation', 'sign-in', 'test'] }).notNull(),
    familyId: text().references(() => families.id),
    personId: text(),
    invitationId: text().references(() => invitations.id),
    signInId: text().references(() => signIns.id),
    to: text().notNull(),
    language: text().notNull(),
    queuedAt: text().notNull(),
    /** The worker; null when somebody asked for it themselves, `from` a browser of theirs or any other. */
    queuedBy: text(),
    askedFrom: text({ enum: ['known', 'unknown'] }),
    /** The first moment it may go. "She is with me: send now" sets `sendNow` and ignores safe times. */
    notBefore: text().notNull(),
    sendNow: integer({ mode: 'boolean' }).notNull().default(false),
    attempts: integer().notNull().default(0),
    leaseUntil: text(),
    leasedBy: text(),
    /** Written before the provider is called: from here on it may have gone, whatever becomes of us. */
    calledAt: text(),
    /** Whether it went is not known. */
    unknownAt: text(),
    /** The provider has it. */
    sentAt: text(),
    providerId: text(),
    deliveredAt: text(),
    cancelledAt: text(),
    failedAt: text(),
    /** Why it is waiting, was cancelled or failed: a code the wording turns into a sentence. */
    reason: text(),
    /** What the provider calls the failure. */
    providerCode: text(),
    /** When the provider is next asked what became of it. */
    lookUpAt: text(),
    /** SHA-256 of the words, to find the text again at a provider that keeps them. */
    bodyHash: text(),
    /** How many it is charged as. */
    segments: integer(),
    /** The provider no longer has the words. */
    forgottenAt: text(),
    /** A member of staff has read that it did not arrive. Of a sign-in that is noted family by family. */
    seenAt: text(),
    seenBy: text().references(() => staff.id),
  },
  (row) => [
    index('texts_waiting').on(row.sentAt, row.cancelledAt, row.failedAt, row.calledAt, row.notBefore),
    index('texts_to_look_up').on(row.lookUpAt),
    index('texts_by_family').on(row.familyId, row.kind, row.queuedAt),
    index('texts_to_person').on(row.familyId, row.personId, row.queuedAt),
    index('texts_by_sign_in').on(row.signInId),
    index('texts_by_number').on(row.to, row.queuedAt),
    index('texts_by_invitation').on(row.invitationId),
    index('texts_by_provider').on(row.providerId).where(sql`provider_id is not null`),
    index('texts_under_way').on(row.leaseUntil).where(sql`lease_until is not null`),
    index('texts_to_forget').on(row.forgottenAt).where(sql`provider_id is not null`),
  ],
)

/**
 * No text goes to this number. `stop`: its owner told the provider so, and only they undo it. The others a worker
 * undoes who has made sure of the number. `not-me`: whoever has it never joined; `pause`: they have.
 */
export const numberStops = sqliteTable(
  'number_stops',
  {
    id: text().primaryKey(),
    phone: text().notNull(),
    why: text({ enum: ['stop', 'not-me', 'pause', 'dead', 'landline', 'unreachable'] }).notNull(),
    since: text().notNull(),
    endedAt: text(),
    /** `staff:…`, or `owner` who texted START. */
    endedBy: text(),
  },
  (row) => [uniqueIndex('one_stop_a_reason').on(row.phone, row.why).where(sql`ended_at is null`)],
)

/** What came back by text. Nothing is answered: a reply may light up on somebody else's screen. */
export const incomingTexts = sqliteTable(
  'incoming_texts',
  {
    /** The provider's. */
    id: text().primaryKey(),
    /** E.164; else as the provider wrote it, or empty. */
    from: text().notNull(),
    at: text().notNull(),
    says: text({ enum: ['stop', 'start', 'not-me', 'words'] }).notNull(),
    words: text().notNull(),
    /** So many pictures and the like came with it. The portal does not fetch them. */
    attached: integer().notNull().default(0),
    /** Whose it is: of those who had this number when it came, the one a text went to last. */
    familyId: text().references(() => families.id),
    personId: text(),
    forgottenAt: text(),
    seenAt: text(),
    seenBy: text().references(() => staff.id),
  },
  (row) => [
    index('incoming_texts_by_family').on(row.familyId, row.at),
    index('incoming_texts_by_number').on(row.from, row.at),
    index('incoming_texts_unread').on(row.familyId, row.at).where(sql`seen_at is null`),
    index('incoming_texts_to_forget').on(row.forgottenAt).where(sql`forgotten_at is null`),
  ],
)

/** One row a provider: how often in a row it failed us, and until when it is let alone. Shared by all processes. */
export const breakers = sqliteTable('breakers', {
  provider: text().primaryKey(),
  failures: integer().notNull().default(0),
  openUntil: text(),
  openedAt: text(),
})

/** Demo only: what would have arrived on people's phones. */
export const demoPhone = sqliteTable('demo_phone', {
  id: text().primaryKey(),
  to: text().notNull(),
  body: text().notNull(),
  at: text().notNull(),
  status: text().notNull(),
})
