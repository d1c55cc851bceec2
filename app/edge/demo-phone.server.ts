import { asc, eq, sql } from 'drizzle-orm'
import type { Provider } from '#app/domain/provider'
import type { World } from '#app/domain/world'
import type { Database } from '#db/client.server'
import { demoPhone } from '#db/schema'

/** The demo's provider of texts: each "arrives" in a table that `/demo/phone` shows, and goes nowhere else. */
export function demoPhones(db: Database, now: () => Date): Provider {
  return {
    name: 'demo',
    send: async ({ id, to, body }) => {
      const text = { id, to, body, at: now().toISOString(), status: 'delivered' }
      await db.write((write) => [write.insert(demoPhone).values(text).onConflictDoNothing()])
      return { is: 'taken', providerId: providerIdOf(id), status: 'delivered' }
    },
    // Nobody calls the demo, so nobody who does is the provider.
    parseStatus: () => null,
    parseIncoming: () => null,
    lookUp: async ({ id }) => {
      const [text] = await db.read.select({ id: demoPhone.id }).from(demoPhone).where(eq(demoPhone.id, id))
      return text ? { is: 'found', report: { providerId: providerIdOf(id), status: 'delivered' } } : { is: 'not-there' }
    },
  }
}

const providerIdOf = (id: string) => `demo-${id}`

/** Every text that has arrived, first to last. Outside the demo there is no such page: throws its 404. */
export async function arrivedTexts({ db, settings }: World) {
  if (settings.mode !== 'demo') throw new Response(null, { status: 404 })
  return db.read.select().from(demoPhone).orderBy(asc(demoPhone.at), sql`rowid`)
}
