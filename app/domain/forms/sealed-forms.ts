/**
 * What came in a form after the session had timed out: kept, encrypted, for the same person alone, until they have been
 * shown it and for an hour from then on. What came from another browser than the one they are at is theirs only once
 * they have said so: whoever holds an old phone of theirs could have written it.
 */
import { and, desc, eq, gt, inArray, isNotNull, isNull, lte, or } from 'drizzle-orm'
import { z } from 'zod'
import type { World } from '#app/domain/world'
import type { Database, Drizzle, ReadOnly } from '#db/client.server'
import { memberships, sealedForms } from '#db/schema'
import { seal, unseal } from './seal'
import { browserOfSession, type MemberSession } from './session'

/** The names and values of a form, in its order. */
export type Fields = [name: string, value: string][]
/** A form that was not sent yet. `isHere`: it came from the browser its person is at. `keptAt`: ISO, UTC. */
export type KeptForm = { id: string; path: string; fields: Fields; keptAt: string; isHere: boolean }

/** For so long a form is kept once its person has been shown it. */
export const KEPT_MS = 60 * 60_000
/** The field by which a form says which kept one it shows: it is let go when that is sent. */
export const KEPT_FIELD = 'kept'
const fieldsSchema = z.array(z.tuple([z.string(), z.string()]))

/** What this member has not sent yet, newest first. */
export async function takeBack(
  world: World,
  session: MemberSession,
  read: Pick<ReadOnly, 'select'> = world.db.read,
): Promise<KeptForm[]> {
  const { membershipId } = session
  const since = new Date(world.now().getTime() - KEPT_MS).toISOString()
  const stillKept = or(isNull(sealedForms.openedAt), gt(sealedForms.openedAt, since))
  const rows = await read
    .select()
    .from(sealedForms)
    .where(and(eq(sealedForms.membershipId, membershipId), stillKept))
    .orderBy(desc(sealedForms.keptAt))
  return rows.flatMap(({ id, path, sealed, keptAt, browser }) => {
    const words = unseal(world, membershipId, path, sealed)
    const isHere = browser === browserOfSession(session) || browser === session.idHash
    return words ? [{ id, path, fields: fieldsSchema.parse(JSON.parse(words)), keptAt, isHere }] : []
  })
}

/** Notes that its person has been shown a kept form: the hour counts from the first time. */
export async function noteShown(world: World, { id }: KeptForm): Promise<void> {
  const never = and(eq(sealedForms.id, id), isNull(sealedForms.openedAt))
  if ((await world.db.read.$count(sealedForms, never)) === 0) return
  await world.db.write((db) => [db.update(sealedForms).set({ openedAt: world.now().toISOString() }).where(never)])
}

const oneOf = ({ membershipId }: MemberSession, id: string) =>
  and(eq(sealedForms.membershipId, membershipId), eq(sealedForms.id, id))

/** Lets one of a member's kept forms go: it was sent now, or they say that it is not theirs. */
export const letGoStatement = (db: Drizzle, member: MemberSession, id: string) =>
  db.delete(sealedForms).where(oneOf(member, id))

/** It is theirs, they say: from now on it counts as of the browser they are at. */
export const claimStatement = (db: Drizzle, member: MemberSession, id: string) =>
  db
    .update(sealedForms)
    .set({ browser: browserOfSession(member) })
    .where(oneOf(member, id))

/** Those whose time is up, at this moment; and of who is no member any more, since nobody could be shown them. */
export function ranOut(read: Pick<Database['read'], 'select'>, now: Date) {
  const ended = read.select({ id: memberships.id }).from(memberships).where(isNotNull(memberships.endedAt))
  const shownLongAgo = lte(sealedForms.openedAt, new Date(now.getTime() - KEPT_MS).toISOString())
  return or(shownLongAgo, inArray(sealedForms.membershipId, ended))
}

/** The row that keeps a form. */
export function sealedRow(world: World, member: MemberSession, id: string, path: string, fields: Fields) {
  const { membershipId } = member
  const sealed = seal(world, membershipId, path, JSON.stringify(fields))
  return { id, membershipId, browser: browserOfSession(member), path, sealed, keptAt: world.now().toISOString() }
}
