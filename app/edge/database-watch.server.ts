import type { World } from '#app/domain/world'
import type { DatabaseNews } from '#db/client.server'

/**
 * Hears from every thread of a portal how the database fares, and tells the operator: once that nothing can be written,
 * until it could be again; once that the database is lost, and `onLost` then stops the portal.
 */
export function databaseWatch(alarm: World['alarm'], onLost: () => void) {
  const unwritable = new Set<string>()
  let lost = false
  return (thread: string, news: DatabaseNews): void => {
    if (lost) return
    if (news.is === 'fine') {
      unwritable.delete(thread)
    } else if (news.is === 'unwritable') {
      if (unwritable.size === 0) alarm('database-unwritable', { why: news.why })
      unwritable.add(thread)
    } else {
      lost = true
      alarm('database-lost', { why: news.why })
      onLost()
    }
  }
}
