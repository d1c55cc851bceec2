import { eq, sql } from 'drizzle-orm'
import type { World } from '#app/domain/world'
import { prepared } from '#db/prepared'
import { breakers, council } from '#db/schema'

export type SettingsNow = Awaited<ReturnType<ReturnType<typeof query>['all']>>[number]

const query = prepared((read) =>
  read
    .select({ council, breaker: breakers })
    .from(council)
    .leftJoin(breakers, eq(breakers.provider, sql.placeholder('provider')))
    .limit(1)
    .prepare(),
)

/** The council's hours and how its texts' provider is doing, in one question. Undefined while it is not set up. */
export async function settingsNow(world: World): Promise<SettingsNow | undefined> {
  const [found] = await query(world.db).all({ provider: world.provider.name })
  return found
}
