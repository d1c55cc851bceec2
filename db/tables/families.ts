/** A family, its people and its plan. */
import { index, integer, primaryKey, sqliteTable, text, unique, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { KeptAs } from '../kept'
import { absences, staff } from './council'

export const families = sqliteTable('families', {
  id: text().primaryKey(),
  /** The random id in every URL of this family. */
  publicId: text().notNull().unique(),
  reference: text().notNull().unique(),
  addedAt: text().notNull(),
  addedBy: text()
    .notNull()
    .references(() => staff.id),
  /**
   * Raised by triggers with every write of what a page of the family shows (`raises_revision_…`), and by nothing else:
   * what was read under one number still holds under it.
   */
  revision: integer().notNull().default(0),
  /** So many rows of `unread` it has: counted by triggers, since a desk asks for 25 families at every page. */
  unread: integer().notNull().default(0),
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
    /** `glass`: they broke the glass, for these hours: see `brokenGlass`. */
    as: text({ enum: ['worker', 'covering', 'manager', 'glass'] }).notNull(),
    from: text().notNull(),
    until: text(),
    /** Of who covers: while whose absence lasts. */
    absenceId: text().references(() => absences.id),
  },
  (row) => [index('assignments_by_staff').on(row.staffId), index('assignments_by_family').on(row.familyId)],
)

/** A family that only these may open, whoever else works with it: it is restricted while a row has no end. */
export const restrictedTo = sqliteTable(
  'restricted_to',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    familyId: text()
      .notNull()
      .references(() => families.id),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    by: text().notNull(),
    from: text().notNull(),
    until: text(),
  },
  (row) => [index('restricted_to_by_family').on(row.familyId, row.until, row.staffId)],
)

/** Somebody opened a family that is not theirs, for some hours and with a reason; its manager reads that. */
export const brokenGlass = sqliteTable(
  'broken_glass',
  {
    id: text().primaryKey(),
    familyId: text()
      .notNull()
      .references(() => families.id),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    reason: text().notNull(),
    at: text().notNull(),
    until: text().notNull(),
    readBy: text().references(() => staff.id),
    readAt: text(),
  },
  (row) => [index('broken_glass_by_family').on(row.familyId)],
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
    document: text({ mode: 'json' }).$type<KeptAs<'familyFile'>>().notNull(),
    madeAt: text().notNull(),
    madeBy: text()
      .notNull()
      .references(() => staff.id),
    endorsedAt: text(),
    endorsedBy: text().references(() => staff.id),
    secondCheckedAt: text(),
    secondCheckedBy: text().references(() => staff.id),
    publishedAt: text(),
    /** Whose words it has anew: the version it was made the draft again from. */
    restoredFrom: text(),
  },
  (row) => [
    unique('one_number_a_family').on(row.familyId, row.number),
    // Holds all that finding the newest takes, so that no document is walked over on the way.
    index('versions_in_order').on(row.familyId, row.number, row.publishedAt, row.madeAt, row.id),
  ],
)

/**
 * What was done to get a version shown, each act a row that is never changed: it was asked for, endorsed, sent back, or
 * looked at as each person. A draft that is changed is another version, and needs its hands anew.
 */
export const hands = sqliteTable(
  'hands',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    familyId: text()
      .notNull()
      .references(() => families.id),
    versionId: text()
      .notNull()
      .references(() => versions.id),
    kind: text({ enum: ['asked', 'endorsed', 'second-checked', 'sent-back'] }).notNull(),
    by: text()
      .notNull()
      .references(() => staff.id),
    at: text().notNull(),
    /** Whom the asker named for the second check. */
    secondCheckBy: text().references(() => staff.id),
    /** Why it was sent back. */
    words: text(),
  },
  (row) => [index('hands_by_version').on(row.versionId), index('hands_by_second_check').on(row.secondCheckBy)],
)

/**
 * Words of a plan that the leak check found for one reader, and somebody other than its author decided may stand; or,
 * without a reason, that this was taken back. Rows are only ever added: the newest for a person and a word holds.
 */
export const overrules = sqliteTable(
  'overrules',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    familyId: text()
      .notNull()
      .references(() => families.id),
    /** Who would read it. */
    personId: text().notNull(),
    /** As the check compares them: folded. */
    word: text().notNull(),
    /** As they were written. */
    found: text().notNull(),
    /** Whom and what they told of by then: for anybody else they are asked about anew. */
    tellsOf: text({ mode: 'json' }).$type<string[]>(),
    /** Why they may stand; none: they may not any more. */
    reason: text(),
    by: text()
      .notNull()
      .references(() => staff.id),
    at: text().notNull(),
  },
  (row) => [index('overrules_by_family').on(row.familyId)],
)

/**
 * Somebody without a sign-in was told what changed in the plan, up to this version: by whom, how, and on what day
 * (YYYY-MM-DD). Each time a row that is never changed.
 */
export const told = sqliteTable(
  'told',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    familyId: text()
      .notNull()
      .references(() => families.id),
    personId: text().notNull(),
    versionId: text()
      .notNull()
      .references(() => versions.id),
    by: text()
      .notNull()
      .references(() => staff.id),
    how: text({ enum: ['face-to-face', 'phone', 'letter'] }).notNull(),
    on: text().notNull(),
    /** Written down then, and by whom. */
    at: text().notNull(),
    notedBy: text()
      .notNull()
      .references(() => staff.id),
  },
  (row) => [index('told_by_person').on(row.familyId, row.personId)],
)

/** Somebody was asked to let another ring them, as the plan counts on, and said no: it is not asked again. Only added to. */
export const numbersRefused = sqliteTable(
  'numbers_refused',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    familyId: text()
      .notNull()
      .references(() => families.id),
    /** Whose number it is, and who does not get it. */
    personId: text().notNull(),
    from: text().notNull(),
    by: text()
      .notNull()
      .references(() => staff.id),
    at: text().notNull(),
  },
  (row) => [index('numbers_refused_by_family').on(row.familyId)],
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
    safeToText: text({ mode: 'json' }).$type<KeptAs<'safeToText'>>(),
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

/** A worker shut an item or a person to a viewer (or a side) at once, over every version. Only a version widens; what was shut by mistake is deleted within ten minutes. */
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
