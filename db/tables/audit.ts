/** The trail. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

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
