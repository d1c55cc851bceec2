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
