import { getTableColumns, is, SQL, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Drizzle } from './client.server'

type RowOf<T extends SQLiteTable> = { [Column in keyof T['$inferInsert']]: T['$inferInsert'][Column] | SQL }

/**
 * One row, added only if the condition holds at that moment: for what must not depend on something read earlier,
 * since another process may have changed it since.
 */
export function insertWhere<T extends SQLiteTable>(db: Drizzle, table: T, row: RowOf<T>, condition: SQL) {
  const values = Object.entries(getTableColumns(table)).map(([name, column]) => {
    const value: unknown = row[name as keyof typeof row] ?? column.default ?? null
    return value === null || is(value, SQL) ? sql`${value}` : sql`${sql.param(value, column)}`
  })
  return db.insert(table).select(sql`select ${sql.join(values, sql`, `)} where ${condition}`)
}
