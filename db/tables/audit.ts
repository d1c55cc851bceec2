/** The trail. */
import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'

/**
 * Who looked at or did what, without content. One chain a family and one for the council: in each, `seq` counts from
 * one and every row holds the hash of the one before. `id` is the order over all chains.
 */
export const audit = sqliteTable(
  'audit',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    /** The family's id, or `council`; `before`: from when there was one chain for all. */
    chain: text().notNull(),
    seq: integer().notNull(),
    prev: text().notNull(),
    hash: text().notNull(),
    at: text().notNull(),
    /** `person:…`, `staff:…` or `system`. */
    who: text().notNull(),
    familyId: text(),
    did: text().notNull(),
    about: text(),
  },
  (row) => [
    unique('one_place_in_a_chain').on(row.chain, row.seq),
    index('audit_by_family').on(row.familyId, row.at),
    index('audit_by_who').on(row.who, row.at),
    // Which families somebody opened in an hour.
    index('audit_opened')
      .on(row.who, row.at, row.familyId)
      .where(sql`family_id is not null and did not in ('desk.viewed', 'searched')`),
    // The version whose changes somebody last read.
    index('audit_changes_read').on(row.familyId, row.who, row.id).where(sql`did = 'changes.viewed'`),
  ],
)

/** The last row of each chain, so that even a last row cannot go missing unnoticed. A trigger writes it. */
export const auditHeads = sqliteTable('audit_heads', {
  chain: text().primaryKey(),
  seq: integer().notNull(),
  hash: text().notNull(),
})

/**
 * What a manager is to know of: many families opened in an hour, one of another team, one at night, one opened without
 * working with it. Triggers on the trail write all but the night. It stands on the desk until somebody has looked at it.
 */
export const unusual = sqliteTable(
  'unusual',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    at: text().notNull(),
    staffId: text().notNull(),
    kind: text({ enum: ['many-families', 'other-team', 'night', 'break-glass'] }).notNull(),
    familyId: text().notNull(),
    seenAt: text(),
    seenBy: text(),
  },
  (row) => [
    index('unusual_open').on(row.familyId).where(sql`seen_at is null`),
    index('unusual_by_staff').on(row.staffId, row.kind, row.at),
  ],
)
