import type { World } from '#app/domain/world'
import type { Database, Drizzle, Statement } from '#db/client.server'

type GiveBack = (db: Drizzle) => readonly Statement[]

const owed = new WeakMap<Database, GiveBack[]>()

/**
 * Writes what the right word or code opens. A try was taken for it before it was looked at; when this cannot be
 * written, on a full disk or behind a lock, that try is owed, and given back before the next is taken: whoever was
 * right is told to press again, and must not find after five times that the word was wrong.
 */
export async function orOwe<T>(world: World, giveBack: GiveBack, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    owed.set(world.db, [...(owed.get(world.db) ?? []), giveBack])
    throw error
  }
}

/** Gives back what is owed; to be called before a try is taken. */
export async function payBack(world: World): Promise<void> {
  const all = owed.get(world.db)
  if (!all) return
  owed.delete(world.db)
  try {
    await world.db.write((db) => all.flatMap((giveBack) => giveBack(db)))
  } catch (error) {
    owed.set(world.db, [...all, ...(owed.get(world.db) ?? [])])
    throw error
  }
}
