/** What people said, who has read it, and what keeps a form from being sent twice or lost. */
import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import type { KeptAs } from '../kept'
import { memberships } from './coming-in'
import { staff } from './council'
import { families, versions } from './families'

/** What people said, apart from the plan. Append-only. `entry` is the row as the case file writes it. */
export const said = sqliteTable(
  'said',
  {
    seq: integer().primaryKey({ autoIncrement: true }),
    familyId: text()
      .notNull()
      .references(() => families.id),
    id: text().notNull(),
    kind: text({
      enum: ['answers', 'positions', 'scores', 'approvals', 'agreements', 'checkIns', 'replies'],
    }).notNull(),
    by: text().notNull(),
    /** An item for most; for a reply, the entry it answers. */
    about: text(),
    savedAt: text().notNull(),
    entry: text({ mode: 'json' }).$type<KeptAs<'saidEntry'>>().notNull(),
    /** What the person had in front of them: version, words and language. Of what came with a file only the words of its answers. */
    versionId: text().references(() => versions.id),
    textRead: text(),
    languageRead: text(),
    /** "Please ring me". */
    ringMe: integer({ mode: 'boolean' }).notNull().default(false),
    /** Who reads it beside author and staff, as it stands in `entry` or else as the rule had it when it was said. */
    sharedWith: text({ enum: ['worker', 'inner', 'network'] })
      .notNull()
      .default('worker'),
  },
  (row) => [
    unique('one_id_a_family').on(row.familyId, row.id),
    index('said_in_order').on(row.familyId, row.seq),
    index('said_in_time').on(row.familyId, row.kind, row.savedAt),
    index('said_by_author').on(row.familyId, row.by, row.kind, row.savedAt),
    index('said_shared').on(row.familyId, row.kind, row.sharedWith, row.savedAt),
    index('said_calls').on(row.familyId, row.by, row.savedAt).where(sql`ring_me = 1`),
    index('said_about').on(row.familyId, row.about, row.kind, row.by, row.savedAt),
  ],
)

/**
 * Of each kind, item, author and audience the entry said last: what a plan's page shows of years, found without
 * reading them. Written by the trigger `said_is_newest` and by nothing else.
 */
export const newestSaid = sqliteTable(
  'newest_said',
  {
    familyId: text()
      .notNull()
      .references(() => families.id),
    kind: text().notNull(),
    about: text().notNull(),
    by: text().notNull(),
    sharedWith: text().notNull(),
    seq: integer()
      .notNull()
      .references(() => said.seq),
    savedAt: text().notNull(),
  },
  (row) => [primaryKey({ columns: [row.familyId, row.kind, row.about, row.by, row.sharedWith] })],
)

/**
 * What waits to be read by the family's worker or whoever covers. The trigger `said_is_unread` adds a row with the
 * entry, `seen_is_read` takes it away once one of them has read it, however long that takes.
 */
export const unread = sqliteTable(
  'unread',
  {
    familyId: text()
      .notNull()
      .references(() => families.id),
    saidId: text().notNull(),
    seq: integer()
      .notNull()
      .references(() => said.seq),
    savedAt: text().notNull(),
    /** A worry, or "please ring me". */
    first: integer({ mode: 'boolean' }).notNull(),
    /** It asks for a call, and waits until that was made, read or not. */
    call: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (row) => [
    primaryKey({ columns: [row.familyId, row.saidId] }),
    index('unread_in_time').on(row.familyId, row.first, row.savedAt),
    index('unread_by_entry').on(row.seq),
  ],
)

/** What became of "please ring me": taken back, or how the call went. The first word on it stands. */
export const calls = sqliteTable(
  'calls',
  {
    familyId: text()
      .notNull()
      .references(() => families.id),
    saidId: text().notNull(),
    how: text({ enum: ['cancelled', 'spoke', 'no-answer', 'left-message'] }).notNull(),
    by: text().notNull(),
    at: text().notNull(),
  },
  (row) => [primaryKey({ columns: [row.familyId, row.saidId] })],
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
  (row) => [
    primaryKey({ columns: [row.familyId, row.saidId, row.by] }),
    index('seen_in_time').on(row.familyId, row.at),
    index('seen_by_staff').on(row.familyId, row.by),
  ],
)

/** A form's ticket, used: a second press of the same button finds it here and changes nothing. */
export const formTickets = sqliteTable(
  'form_tickets',
  {
    ticket: text().primaryKey(),
    usedAt: text().notNull(),
    /** SHA-256 of what was sent with it: the same ticket with other words is a new thing to say, and is asked about. */
    sentHash: text().notNull(),
    /** Where the thank-you page is. */
    leadTo: text().notNull(),
  },
  (row) => [index('form_tickets_by_time').on(row.usedAt)],
)

/** A form that came after the session had idled out, encrypted, until the same person has been shown it. */
export const sealedForms = sqliteTable(
  'sealed_forms',
  {
    id: text().primaryKey(),
    membershipId: text()
      .notNull()
      .references(() => memberships.id),
    /** The browser it came from: on another one its person is asked whether it is theirs. Empty: nobody can say. */
    browser: text().notNull().default(''),
    path: text().notNull(),
    sealed: text().notNull(),
    keptAt: text().notNull(),
    /** Its person was shown it. From then on it is kept for an hour. */
    openedAt: text(),
  },
  (row) => [index('sealed_forms_by_membership').on(row.membershipId), index('sealed_forms_shown').on(row.openedAt)],
)
