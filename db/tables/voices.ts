/** Texts of a plan as somebody reads them out. */
import { blob, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { staff } from './council'
import { families } from './families'

/** Of each text and language the newest recording, with the words it is of: it is heard while those stand. */
export const voices = sqliteTable(
  'voices',
  {
    familyId: text()
      .notNull()
      .references(() => families.id),
    /** The key a text's translations go by. */
    textKey: text().notNull(),
    language: text().notNull(),
    /** The plan's English then, and what whoever reads this language had in its place. */
    english: text().notNull(),
    words: text().notNull(),
    /** Whose voice it is. */
    readBy: text().notNull(),
    type: text({ enum: ['audio/mpeg', 'audio/mp4', 'audio/ogg', 'audio/webm'] }).notNull(),
    bytes: blob({ mode: 'buffer' }).notNull(),
    madeAt: text().notNull(),
    by: text()
      .notNull()
      .references(() => staff.id),
  },
  (row) => [primaryKey({ columns: [row.familyId, row.textKey, row.language] })],
)
