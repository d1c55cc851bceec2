import type { SQL } from 'drizzle-orm'
import type { World } from '#app/domain/world'
import type { Drizzle, Statement } from '#db/client.server'
import { type Did, writeAudited } from './audit'

/** How a write with its audit row goes to the database: plainly, as from the command line, or once for a form's ticket. */
export type AuditedWrite = (
  did: Did,
  build: (db: Drizzle) => Promise<readonly Statement[]>,
  /** The audit row is only written if this holds once the statements have run. */
  options?: { onlyIf?: SQL },
) => Promise<unknown>

/** The same with a row in each of several chains: an act on several families stands in the trail of each. */
export type WriteInSeveral = (
  did: Did | Did[],
  build: (db: Drizzle) => Promise<readonly Statement[]>,
  options?: { onlyIf?: SQL },
) => Promise<unknown>

export const plainly = (world: World): AuditedWrite => plainlyInSeveral(world)

export const plainlyInSeveral =
  (world: World): WriteInSeveral =>
  (did, build, options) =>
    writeAudited(world, did, build, options)
