import type { Database } from './client.server'

/** Queries built once a database, on first use: building them was the largest share of a page's time. */
export function prepared<Queries>(prepare: (read: Database['read']) => Queries): (db: Database) => Queries {
  const made = new WeakMap<Database, Queries>()
  return (db) => {
    const queries = made.get(db) ?? prepare(db.read)
    made.set(db, queries)
    return queries
  }
}
