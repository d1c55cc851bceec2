/** The council and its staff. */
import {
  type AnySQLiteColumn,
  blob,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  unique,
} from 'drizzle-orm/sqlite-core'
import type { KeptAs } from '../kept'

/** One row. A database is made for the demo or for live use, and never changes sides. */
export const stamp = sqliteTable('stamp', {
  id: integer().primaryKey(),
  mode: text({ enum: ['demo', 'live'] }).notNull(),
  madeAt: text().notNull(),
  /** Written anew to see whether so much as somebody may say at once could be: see `record/ready.ts`. */
  weight: blob(),
})

/** One row: what the council calls itself, when someone reads, and whom to ring when nobody does. */
export const council = sqliteTable('council', {
  id: integer().primaryKey(),
  name: text().notNull(),
  openingHours: text({ mode: 'json' }).$type<KeptAs<'openingHours'>>().notNull(),
  bankHolidays: text({ mode: 'json' }).$type<string[]>().notNull(),
  dutyPhone: text().notNull(),
  emergencyDutyPhone: text().notNull(),
  exitUrl: text().notNull(),
  /** What every text begins with, and what pages are called in titles; an administrator's, else the settings'. */
  senderName: text(),
  serviceName: text(),
  /** Numbers that anybody may ring who is inside; an administrator's. */
  helplines: text({ mode: 'json' }).$type<KeptAs<'helplines'>>(),
  /** Words of the trade and what to say instead; an administrator's, else the list in the code. */
  /** So many families opened in an hour by one member of staff are unusual; and whatever is opened between these times in London. */
  unusualFamilies: integer().notNull().default(20),
  nightFrom: text().notNull().default('22:00'),
  nightUntil: text().notNull().default('06:00'),
  plainWords: text({ mode: 'json' }).$type<KeptAs<'plainWords'>>(),
})

/** What was set of the council, by whom, first to last: the latest of each is what stands. */
export const councilChanges = sqliteTable('council_changes', {
  id: integer().primaryKey({ autoIncrement: true }),
  at: text().notNull(),
  /** A member of staff; null: the operator, by a command. */
  by: text(),
  /** Which setting: a column of `council`. */
  what: text().notNull(),
  was: text({ mode: 'json' }),
  becomes: text({ mode: 'json' }),
})

export const teams = sqliteTable('teams', {
  id: text().primaryKey(),
  name: text().notNull(),
  /** Who leads it: the manager of its families. */
  leadId: text().references((): AnySQLiteColumn => staff.id),
})

export const staff = sqliteTable('staff', {
  id: text().primaryKey(),
  name: text().notNull(),
  role: text({ enum: ['worker', 'manager', 'administrator'] }).notNull(),
  teamId: text().references(() => teams.id),
  phone: text(),
  addedAt: text().notNull(),
  leftAt: text(),
  /** What the council's sign-in calls them until their account is known by its own id: see `council/accounts.ts`. */
  account: text(),
})

/** Somebody is away, and who covers: from one moment to the other, which moves nearer when they are back sooner. */
export const absences = sqliteTable(
  'absences',
  {
    id: text().primaryKey(),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    coverId: text()
      .notNull()
      .references(() => staff.id),
    from: text().notNull(),
    until: text().notNull(),
    setBy: text().notNull(),
    setAt: text().notNull(),
  },
  (row) => [index('absences_by_staff').on(row.staffId), index('absences_by_end').on(row.until)],
)

/** Whose account at the council's sign-in is whose here. */
export const staffAccounts = sqliteTable(
  'staff_accounts',
  {
    issuer: text().notNull(),
    subject: text().notNull(),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    linkedAt: text().notNull(),
  },
  (row) => [primaryKey({ columns: [row.issuer, row.subject] }), unique('one_account_each').on(row.staffId, row.issuer)],
)

/** What is good for once, for as long as it could come again: a sign-in that was under way, a word of the council's sign-in. */
export const usedOnce = sqliteTable('used_once', { id: text().primaryKey(), until: text().notNull() }, (row) => [
  index('used_once_by_end').on(row.until),
])

export const staffSessions = sqliteTable(
  'staff_sessions',
  {
    idHash: text().primaryKey(),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    sent: integer().notNull().default(0),
    madeAt: text().notNull(),
    seenAt: text().notNull(),
    endsAt: text().notNull(),
    endedAt: text(),
    /** Which session at the council's sign-in it came from, as that calls it. */
    providerSid: text(),
  },
  (row) => [
    index('staff_sessions_by_end').on(row.endsAt),
    index('staff_sessions_by_staff').on(row.staffId),
    index('staff_sessions_by_sid').on(row.providerSid),
  ],
)
