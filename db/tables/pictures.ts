/** Bytes that a plan names and does not hold. They lie in the database, as encrypted as the rest of it. */
import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { families } from './families'

/** A family's pictures, each once, by the hash its file is named by. Drawn anew by us: nothing of the file that was sent is kept. */
export const pictures = sqliteTable(
  'pictures',
  {
    familyId: text()
      .notNull()
      .references(() => families.id),
    /** SHA-256 of the bytes, in hex. */
    hash: text().notNull(),
    bytes: blob({ mode: 'buffer' }).notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    madeAt: text().notNull(),
  },
  (row) => [primaryKey({ columns: [row.familyId, row.hash] })],
)
