/** A plan while it is being written. */
import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, unique, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { KeptAs } from '../kept'
import { staff } from './council'
import { families, versions } from './families'

/** What is written for a family's next version, finished or not. One stands open at a time; it closes when it becomes a version. */
export const drafts = sqliteTable(
  'drafts',
  {
    id: text().primaryKey(),
    familyId: text()
      .notNull()
      .references(() => families.id),
    /** The version it was begun from; none for a family that is written here from an empty page. */
    basedOn: text().references(() => versions.id),
    state: text({ mode: 'json' }).$type<KeptAs<'writing'>>().notNull(),
    /** Of the newest row of `draft_changes`: a save is only taken on top of the one it was worked out from. */
    revision: integer().notNull().default(0),
    madeAt: text().notNull(),
    madeBy: text()
      .notNull()
      .references(() => staff.id),
    closedAt: text(),
    /** The version it became. */
    became: text().references(() => versions.id),
  },
  (row) => [
    uniqueIndex('one_open_draft_a_family').on(row.familyId).where(sql`closed_at is null`),
    index('drafts_by_family').on(row.familyId, row.madeAt),
  ],
)

/** Each change of a draft, never changed itself: whatever was once written is found here. */
export const draftChanges = sqliteTable(
  'draft_changes',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    draftId: text()
      .notNull()
      .references(() => drafts.id),
    /** 1, 2, 3 … of one draft. */
    seq: integer().notNull(),
    /** Given by whoever sent it, so that one sent twice is one. */
    changeId: text().notNull(),
    did: text({
      enum: ['set', 'add', 'remove', 'restore', 'move', 'use', 'drop', 'reword', 'paste', 'throw'],
    }).notNull(),
    itemId: text().notNull(),
    field: text(),
    before: text({ mode: 'json' }).$type<unknown>(),
    after: text({ mode: 'json' }).$type<unknown>(),
    /** `taken`: it is in the document; `beside`: kept beside it, or among what is left over. */
    became: text({ enum: ['taken', 'beside'] }).notNull(),
    by: text()
      .notNull()
      .references(() => staff.id),
    at: text().notNull(),
  },
  (row) => [
    unique('one_row_a_step').on(row.draftId, row.seq),
    unique('a_change_once').on(row.draftId, row.changeId),
    index('draft_changes_by_person').on(row.draftId, row.by, row.at),
  ],
)
