import type { World } from '#app/domain/world'
import type { Database } from '#db/client.server'
import { demoPhone } from '#db/schema'

/** The demo's provider of texts: each "arrives" in a table that `/demo/phone` shows, and goes nowhere else. */
export function demoPhones(db: Database, now: () => Date): World['sendText'] {
  return async ({ id, to, body }) => {
    const text = { id, to, body, at: now().toISOString(), status: 'delivered' }
    await db.write((write) => [write.insert(demoPhone).values(text).onConflictDoNothing()])
    return { providerId: `demo-${id}` }
  }
}
