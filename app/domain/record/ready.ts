import { eq, sql } from 'drizzle-orm'
import type { World } from '#app/domain/world'
import type { Database } from '#db/client.server'
import { stamp } from '#db/schema'

/** For how long a write that got through stands for the next, in milliseconds. */
const STILL_GOOD = 5000

const tries = new WeakMap<Database, { at: number; through: Promise<string | undefined> }>()

/** Why the portal cannot do its work now, as a sentence for the operator; undefined when it can read and write. */
export async function whyNotReady(world: World): Promise<string | undefined> {
  return world.db.lost() ?? (await whyUnreadable(world)) ?? (await whyUnwritable(world))
}

async function whyUnreadable({ db }: World): Promise<string | undefined> {
  const answers = db.read.select({ id: stamp.id }).from(stamp)
  return answers.then(
    () => undefined,
    () => db.lost() ?? 'The database does not answer.',
  )
}

/** As SQLite numbers it: it waits for the disk at each write. */
const FULL = 2

/**
 * Why what was thanked for may be gone after the power was, as a sentence for the operator. A file is always flushed; a
 * libSQL server only where it was told to.
 */
export async function whyNotFlushed({ db }: World): Promise<string | undefined> {
  const [found] = await db.read.select({ level: sql<number>`synchronous` }).from(sql`pragma_synchronous`)
  if (found && found.level >= FULL) return undefined
  return 'The database server says “written” before its disk has it: set its durability_mode to “strong” (docs/scale.md).'
}

/** More than the longest thing somebody may say takes with all its rows, in bytes: a full disk may still have room for less. */
const WEIGHT = 128 * 1024

/**
 * Tries a write as large as any of a family's, which makes nothing longer but the first time. Those who ask meanwhile, and
 * in the next five seconds when it got through, hear of the same one, so that asking often costs nothing.
 */
function whyUnwritable(world: World): Promise<string | undefined> {
  const now = world.now().getTime()
  const last = tries.get(world.db)
  // Either side: the clock may have been set back.
  if (last && Math.abs(now - last.at) < STILL_GOOD) return last.through
  const through = world.db
    .write((db) => [
      db
        .update(stamp)
        .set({ weight: sql`randomblob(${WEIGHT})` })
        .where(eq(stamp.id, 1)),
    ])
    .then(
      () => undefined,
      (error: Error) => {
        tries.delete(world.db)
        return /^Database/.test(error.name) ? error.message : 'The database cannot be written to.'
      },
    )
  tries.set(world.db, { at: now, through })
  return through
}
