/** What people said, who has read it, and what keeps a form from being sent twice or lost. */
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
    kind: text({ enum: ['answers', 'positions', 'scores', 'approvals', 'checkIns', 'replies'] }).notNull(),
    by: text().notNull(),
    /** An item for most; for a reply, the entry it answers. */
    about: text(),
    savedAt: text().notNull(),
    entry: text({ mode: 'json' }).$type<KeptAs<'saidEntry'>>().notNull(),
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
  (row) => [index('sealed_forms_by_membership').on(row.membershipId)],
)
