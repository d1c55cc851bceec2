import { isDeepStrictEqual } from 'node:util'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { newToken } from '#app/domain/tokens'
import type { World } from '#app/domain/world'
import { insertWhere } from '#db/insert-where'
import { sealedForms } from '#db/schema'
import { KEPT_FIELD, type KeptForm, sealedRow, takeBack } from './sealed-forms'
import { browserOfSession, type Session } from './session'
import { type Form, isGenuine } from './tickets'

const LARGEST = 64 * 1024
/** So many forms of one browser, and so many of one person altogether. */
const MOST = 5
const MOST_ALTOGETHER = 25

/**
 * Keeps what a timed-out browser sent, each thing once. False when it may not: nobody was signed in there, its
 * page never gave this ticket out, or it is too much. So nobody who has only the cookie of an old session can fill
 * the places or put words there as its person's.
 */
export async function keepForm(
  world: World,
  session: Session,
  form: Pick<Form, 'path' | 'ticket' | 'fields'>,
): Promise<boolean> {
  if (session.stage !== 'member' || (session.state !== 'locked' && session.state !== 'timed-out')) return false
  if (!isGenuine(world, session, form)) return false
  const fields = form.fields.filter(([name]) => name !== KEPT_FIELD)
  if (JSON.stringify(fields).length > LARGEST) return false
  const row = sealedRow(world, session, newToken(world), form.path, fields)
  const theirs = eq(sealedForms.membershipId, session.membershipId)
  const here = and(theirs, eq(sealedForms.browser, browserOfSession(session)))
  const roomHere = sql`(select count(*) from ${sealedForms} where ${here}) < ${MOST}`
  const room = sql`(select count(*) from ${sealedForms} where ${theirs}) < ${MOST_ALTOGETHER}`
  // Sent twice is kept once; other words from the same page are beside it, not over it.
  const isSame = (one: KeptForm) => one.isHere && one.path === form.path && isDeepStrictEqual(one.fields, fields)
  const [, kept] = await world.db.write(async (db) => {
    const same = (await takeBack(world, session, db)).filter(isSame)
    const ids = same.map(({ id }) => id)
    return [
      db.delete(sealedForms).where(and(here, inArray(sealedForms.id, ids))),
      insertWhere(db, sealedForms, row, sql`${roomHere} and ${room}`),
    ]
  })
  return kept.rowsAffected === 1
}
