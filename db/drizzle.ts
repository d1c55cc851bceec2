import type { Client } from '@libsql/client'
import type { BatchItem, BatchResponse } from 'drizzle-orm/batch'
import { drizzle } from 'drizzle-orm/libsql'
import * as schema from './schema'

/** One statement of a write: what drizzle builds, not awaited. */
export type Statement = BatchItem<'sqlite'>
/** What a write builds its statements with. */
export type Drizzle = ReturnType<typeof withSchema>

/** A client that knows our tables. */
export function withSchema(client: Client) {
  return drizzle({ client, schema, casing: 'snake_case' })
}

/** All the statements or none. */
export async function batch<T extends readonly Statement[]>(db: Drizzle, statements: T): Promise<BatchResponse<T>> {
  const results: unknown = await db.batch(statements as unknown as [Statement, ...Statement[]])
  return results as BatchResponse<T>
}
