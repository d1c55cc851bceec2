/** What came in a form after the session had timed out: kept for an hour, encrypted, for the same person alone. */
import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'
import { and, desc, eq, gt, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Session } from '#app/domain/forms/session'
import { newToken } from '#app/domain/tokens'
import type { World } from '#app/domain/world'
import type { Drizzle } from '#db/client.server'
import { insertWhere } from '#db/insert-where'
import { sealedForms } from '#db/schema'

/** The names and values of a form, in its order. */
export type Fields = [name: string, value: string][]
/** A form that was not sent yet: the page shows it filled in and asks. */
export type KeptForm = { id: string; path: string; fields: Fields }

/** For so long a form is kept. */
export const KEPT_MS = 60 * 60_000
const LARGEST = 64 * 1024
const MOST = 5
const fieldsSchema = z.array(z.tuple([z.string(), z.string()]))

/** Keeps what a timed-out browser sent to `path`. False when it may not: nobody was signed in there, or it is too much. */
export async function keepForm(world: World, session: Session, path: string, fields: Fields): Promise<boolean> {
  if (session.stage !== 'member' || (session.state !== 'locked' && session.state !== 'timed-out')) return false
  const words = JSON.stringify(fields)
  if (words.length > LARGEST) return false
  const { membershipId } = session
  const row = { id: newToken(world), membershipId, path, sealed: seal(world, membershipId, path, words) }
  const room = sql`(select count(*) from ${sealedForms} where ${eq(sealedForms.membershipId, membershipId)}) < ${MOST}`
  const [kept] = await world.db.write((db) => [
    insertWhere(db, sealedForms, { ...row, keptAt: world.now().toISOString() }, room),
  ])
  return kept.rowsAffected === 1
}

/** What this member has not sent yet, newest first. It stays until sent, dismissed or an hour old. */
export async function takeBack(world: World, membershipId: string): Promise<KeptForm[]> {
  const since = new Date(world.now().getTime() - KEPT_MS).toISOString()
  const rows = await world.db.read
    .select()
    .from(sealedForms)
    .where(and(eq(sealedForms.membershipId, membershipId), gt(sealedForms.keptAt, since)))
    .orderBy(desc(sealedForms.keptAt))
  return rows.flatMap(({ id, path, sealed }) => {
    const words = unseal(world, membershipId, path, sealed)
    return words ? [{ id, path, fields: fieldsSchema.parse(JSON.parse(words)) }] : []
  })
}

/** Lets a member's kept forms for this path go: they were sent now, or the person does not want them. */
export function letGoStatement(db: Drizzle, membershipId: string, path: string) {
  return db.delete(sealedForms).where(and(eq(sealedForms.membershipId, membershipId), eq(sealedForms.path, path)))
}

const keyOf = (world: World) => Buffer.from(hkdfSync('sha256', world.settings.sessionSecret, '', 'sealed forms', 32))

function seal(world: World, membershipId: string, path: string, words: string): string {
  const iv = world.random(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(world), iv).setAAD(Buffer.from(`${membershipId} ${path}`))
  const sealed = Buffer.concat([cipher.update(words, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** Undefined when it cannot be opened: since it was kept, the operator has changed the secret. */
function unseal(world: World, membershipId: string, path: string, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', keyOf(world), bytes.subarray(0, 12))
    .setAAD(Buffer.from(`${membershipId} ${path}`))
    .setAuthTag(bytes.subarray(12, 28))
  try {
    return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8')
  } catch {
    return undefined
  }
}
