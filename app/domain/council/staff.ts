import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { hasHiddenSigns } from '#app/domain/council/hidden-signs'
import { phoneFrom } from '#app/domain/plan/phone'
import { Refusal } from '#app/domain/refusal'
import { ifChanged } from '#app/domain/trail/audit'
import { plainly } from '#app/domain/trail/audited-write'
import type { World } from '#app/domain/world'
import { wasThereAlready } from '#db/client.server'
import { staff, staffSessions, teams } from '#db/schema'
import { isInAFamily } from './ids-of-families'

const member = z.object({
  /** The id the council's sign-in and its case files know them by. */
  id: z.string().regex(/^[a-zA-Z0-9_-]{1,40}$/, 'The id has 1 to 40 letters, digits, - or _.'),
  name: z
    .string()
    .trim()
    .min(1, 'Say their name.')
    .refine((name) => !hasHiddenSigns(name), 'The name has signs in it that nobody sees: type it in anew.'),
  role: z.enum(['worker', 'manager', 'administrator'], 'The role is worker, manager or administrator.'),
  team: z.string().optional(),
  phone: z.string().optional(),
  /** What the council's sign-in calls them, where that is not their id: see `accounts.ts`. */
  account: z.string().trim().max(200, 'The account is at most 200 characters long.').optional(),
})

/** Adds a member of staff. Rejects with `Refusal` when something about them is not right, or the id is taken. */
export async function addStaff(
  world: World,
  given: Record<keyof typeof member.shape, string | undefined>,
  by?: string,
  write = plainly(world),
) {
  const read = member.safeParse(given)
  if (!read.success) throw new Refusal(read.error.issues.map(({ message }) => message).join(' '))
  const { id, name, role, team, account, phone: typed } = read.data
  const phone = typed === undefined ? null : phoneFrom(typed)
  if (typed !== undefined && !phone) throw new Refusal('That is no phone number.')
  const known = await world.db.read.select().from(teams)
  if (team !== undefined && !known.some((one) => one.id === team)) throw new Refusal(`There is no team “${team}”.`)
  if (await isInAFamily(world, id)) throw new Refusal(`Somebody in a family has the id “${id}”. Give another.`)
  const addedAt = world.now().toISOString()
  try {
    await write({ who: by ? `staff:${by}` : 'system', did: 'staff.added', about: id }, async (db) => [
      db.insert(staff).values({ id, name, role, teamId: team ?? null, phone, addedAt, account }),
    ])
  } catch (error) {
    if (wasThereAlready(error, 'staff.id')) throw new Refusal(`There is a “${id}” already.`)
    throw error
  }
  return { id, role }
}

/**
 * A member of staff leaves: out of every browser at once, and never in again by the account they had. What they did
 * stays theirs. Rejects with `Refusal` when nobody of this id works here.
 */
export async function leave(
  world: World,
  id: string,
  by?: string,
  write = plainly(world),
): Promise<{ left: string; at: string }> {
  const at = world.now().toISOString()
  const here = and(eq(staff.id, id), isNull(staff.leftAt))
  if ((await world.db.read.$count(staff, here)) === 0) throw new Refusal(`There is no “${id}” who works here.`)
  await write(
    { who: by ? `staff:${by}` : 'system', did: 'staff.left', about: id },
    async (db) => [
      db
        .update(staffSessions)
        .set({ endedAt: at })
        .where(and(eq(staffSessions.staffId, id), isNull(staffSessions.endedAt))),
      db.update(staff).set({ leftAt: at }).where(here),
    ],
    { onlyIf: ifChanged },
  )
  return { left: id, at }
}
