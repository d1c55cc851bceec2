/**
 * What the pages make of a database in trouble. By name: whoever opened the database may have loaded its module apart
 * from the pages.
 */
const NAMES = ['DatabaseBusy', 'DatabaseUnwritable', 'DatabaseLost']

/** The error that says so, among what wraps it; undefined when the trouble is another. */
export function databaseTrouble(error: unknown): Error | undefined {
  if (!(error instanceof Error)) return undefined
  return NAMES.includes(error.name) ? error : databaseTrouble(error.cause)
}
