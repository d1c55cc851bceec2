/**
 * Everything the portal keeps. A state is a dated row or a dated column with who did it; status is derived.
 * Times are ISO 8601 in UTC ("…Z"), so that they sort as text. People, children and items are named by the id
 * they have in the case file; that id never leaves the server (see `publicIds`).
 */
import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, unique, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { OpeningHours } from '#app/domain/check-ins/opening-hours'
import type { FamilyFile, SafeToText, SaidEntry } from '#app/domain/plan/case-file'

/** One row. A database is made for the demo or for live use, and never changes sides. */
export const stamp = sqliteTable('stamp', {
  id: integer().primaryKey(),
  mode: text({ enum: ['demo', 'live'] }).notNull(),
  madeAt: text().notNull(),
})

/** One row: what the council calls itself, when someone reads, and whom to ring when nobody does. */
export const council = sqliteTable('council', {
  id: integer().primaryKey(),
  name: text().notNull(),
  openingHours: text({ mode: 'json' }).$type<OpeningHours>().notNull(),
  bankHolidays: text({ mode: 'json' }).$type<string[]>().notNull(),
  dutyPhone: text().notNull(),
  emergencyDutyPhone: text().notNull(),
  exitUrl: text().notNull(),
  /** What every text begins with, and what pages are called in titles; an administrator's, else the settings'. */
  senderName: text(),
  serviceName: text(),
})

export const teams = sqliteTable('teams', { id: text().primaryKey(), name: text().notNull() })

export const staff = sqliteTable('staff', {
  id: text().primaryKey(),
  name: text().notNull(),
  role: text({ enum: ['worker', 'manager', 'administrator'] }).notNull(),
  teamId: text().references(() => teams.id),
  phone: text(),
  addedAt: text().notNull(),
  leftAt: text(),
})

export const families = sqliteTable('families', {
  id: text().primaryKey(),
  /** The random id in every URL of this family. */
  publicId: text().notNull().unique(),
  reference: text().notNull().unique(),
  addedAt: text().notNull(),
  addedBy: text()
    .notNull()
    .references(() => staff.id),
})

/** Who works with a family, from when to when. */
export const assignments = sqliteTable(
  'assignments',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    familyId: text()
      .notNull()
      .references(() => families.id),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    as: text({ enum: ['worker', 'covering', 'manager'] }).notNull(),
    from: text().notNull(),
    until: text(),
  },
  (row) => [index('assignments_by_staff').on(row.staffId), index('assignments_by_family').on(row.familyId)],
)

/** One immutable document a version: the case file without what people said. Only a published one is shown. */
export const versions = sqliteTable(
  'versions',
  {
    id: text().primaryKey(),
    familyId: text()
      .notNull()
      .references(() => families.id),
    number: integer().notNull(),
    document: text({ mode: 'json' }).$type<FamilyFile>().notNull(),
    madeAt: text().notNull(),
    madeBy: text()
      .notNull()
      .references(() => staff.id),
    endorsedAt: text(),
    endorsedBy: text().references(() => staff.id),
    secondCheckedAt: text(),
    secondCheckedBy: text().references(() => staff.id),
    publishedAt: text(),
  },
  (row) => [unique('one_number_a_family').on(row.familyId, row.number)],
)

/**
 * How to reach a person, which the worker changes between versions, and the word agreed face to face.
 * `phone` is unique within a family: there, one number is one person.
 */
export const people = sqliteTable(
  'people',
  {
    familyId: text()
      .notNull()
      .references(() => families.id),
    personId: text().notNull(),
    phone: text(),
    landline: integer({ mode: 'boolean' }),
    unsafePhones: text({ mode: 'json' }).$type<string[]>(),
    language: text(),
    /** Never text this person: they come in by paper card. */
    noTexts: integer({ mode: 'boolean' }),
    safeToText: text({ mode: 'json' }).$type<SafeToText>(),
    /** scrypt; the worker sets it when inviting. */
    wordHash: text(),
    wordSetAt: text(),
    wordSetBy: text().references(() => staff.id),
  },
  (row) => [
    primaryKey({ columns: [row.familyId, row.personId] }),
    uniqueIndex('one_number_one_person').on(row.familyId, row.phone),
    index('people_by_phone').on(row.phone),
  ],
)

/** The random name an item, person or child goes by outside the server, the same in every version. */
export const publicIds = sqliteTable(
  'public_ids',
  {
    familyId: text()
      .notNull()
      .references(() => families.id),
    itemId: text().notNull(),
    publicId: text().notNull().unique(),
  },
  (row) => [primaryKey({ columns: [row.familyId, row.itemId] })],
)

/** A worker shut an item or a person to a viewer (or a side) at once, over every version. Never undone: only a version widens. */
export const narrowings = sqliteTable(
  'narrowings',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    familyId: text()
      .notNull()
      .references(() => families.id),
    itemId: text().notNull(),
    shutTo: text().notNull(),
    at: text().notNull(),
    by: text()
      .notNull()
      .references(() => staff.id),
  },
  (row) => [index('narrowings_by_family').on(row.familyId)],
)

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
  (row) => [index('invitations_by_person').on(row.familyId, row.personId), index('invitations_by_phone').on(row.phone)],
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
    /** Case-file ids of the people who may not ring this person, said when joining. */
    notToRing: text({ mode: 'json' }).$type<string[]>().notNull(),
    endedAt: text(),
    endedBy: text(),
    endedWhy: text({ enum: ['revoked', 'left'] }),
  },
  (row) => [
    index('memberships_by_person').on(row.familyId, row.personId),
    index('memberships_by_invitation').on(row.invitationId),
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
  ],
)

export const staffSessions = sqliteTable('staff_sessions', {
  idHash: text().primaryKey(),
  staffId: text()
    .notNull()
    .references(() => staff.id),
  sent: integer().notNull().default(0),
  madeAt: text().notNull(),
  seenAt: text().notNull(),
  endsAt: text().notNull(),
  endedAt: text(),
})

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
  (row) => [primaryKey({ columns: [row.signInId, row.familyId] }), index('sign_in_members_by_family').on(row.familyId)],
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
    index('texts_by_family').on(row.familyId),
    index('texts_by_sign_in').on(row.signInId),
    index('texts_by_number').on(row.to, row.queuedAt),
    index('texts_by_invitation').on(row.invitationId),
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
    from: text().notNull(),
    at: text().notNull(),
    says: text({ enum: ['stop', 'start', 'not-me', 'words'] }).notNull(),
    words: text().notNull(),
    /** Whose it is: of those who had this number when it came, the one a text went to last. */
    familyId: text().references(() => families.id),
    personId: text(),
    forgottenAt: text(),
    seenAt: text(),
    seenBy: text().references(() => staff.id),
  },
  (row) => [index('incoming_texts_by_family').on(row.familyId, row.at)],
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

/** What people said, apart from the plan. Append-only. `entry` is the row as the case file writes it. */
export const said = sqliteTable(
  'said',
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    familyId: text()
      .notNull()
      .references(() => families.id),
    id: text().notNull(),
    kind: text({ enum: ['answers', 'positions', 'scores', 'approvals', 'checkIns', 'replies'] }).notNull(),
    by: text().notNull(),
    /** An item for most; for a reply, the entry it answers. */
    about: text(),
    savedAt: text().notNull(),
    entry: text({ mode: 'json' }).$type<SaidEntry>().notNull(),
    /** What the person had in front of them: version, words and language. Absent for what came with a file. */
    versionId: text().references(() => versions.id),
    textRead: text(),
    languageRead: text(),
    /** "Please ring me". */
    ringMe: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (row) => [unique('one_id_a_family').on(row.familyId, row.id), index('said_by_family').on(row.familyId, row.kind)],
)

/** A member of staff has read an entry. */
export const seen = sqliteTable(
  'seen',
  {
    familyId: text()
      .notNull()
      .references(() => families.id),
    saidId: text().notNull(),
    by: text()
      .notNull()
      .references(() => staff.id),
    at: text().notNull(),
  },
  (row) => [primaryKey({ columns: [row.familyId, row.saidId, row.by] })],
)

/** A form's ticket, used: a second press of the same button finds it here and changes nothing. */
export const formTickets = sqliteTable('form_tickets', {
  ticket: text().primaryKey(),
  usedAt: text().notNull(),
  /** SHA-256 of what was sent with it: the same ticket with other words is a new thing to say, and is asked about. */
  sentHash: text().notNull(),
  /** Where the thank-you page is. */
  leadTo: text().notNull(),
})

/** A form that came after the session had idled out, encrypted, for an hour, for the same person alone. */
export const sealedForms = sqliteTable('sealed_forms', {
  id: text().primaryKey(),
  membershipId: text()
    .notNull()
    .references(() => memberships.id),
  path: text().notNull(),
  sealed: text().notNull(),
  keptAt: text().notNull(),
  openedAt: text(),
})

/**
 * Who looked at or did what, without content. Each row holds the hash of the one before. SQLite remembers the
 * highest `seq` ever given (autoincrement), so that even a last row cannot go missing unnoticed.
 */
export const audit = sqliteTable('audit', {
  seq: integer().primaryKey({ autoIncrement: true }),
  prev: text().notNull(),
  hash: text().notNull(),
  at: text().notNull(),
  /** `person:…`, `staff:…` or `system`. */
  who: text().notNull(),
  familyId: text(),
  did: text().notNull(),
  about: text(),
})
