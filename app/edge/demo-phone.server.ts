import { asc, sql } from 'drizzle-orm'
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

/** Every text that has arrived, first to last. Outside the demo there is no such page: throws its 404. */
export async function arrivedTexts({ db, settings }: World) {
  if (settings.mode !== 'demo') throw new Response(null, { status: 404 })
  return db.read.select().from(demoPhone).orderBy(asc(demoPhone.at), sql`rowid`)
}
