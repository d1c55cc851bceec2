/**
 * What comes back by text. Nothing is answered, since a reply may light up on somebody else's screen, and nothing
 * here ends anybody's access or changes what they said: it makes texts fewer, and the worker sees it.
 */
import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { auditRow } from '#app/domain/record/audit'
import type { World } from '#app/domain/world'
import { type Database, wasThereAlready } from '#db/client.server'
import { incomingTexts, people, texts } from '#db/schema'
import { membersWith } from './asks'
import { notMeStatements } from './not-me'
import { startStatement, stopStatement } from './number-stops'
import type { IncomingText } from './provider'
import { saysNotMe } from './wording'

/** Keeps a text that came in, once however often it is told, and does what it asks for. */
export async function takeIncoming(world: World, { id, from, says, words }: IncomingText): Promise<void> {
  const whose = await whoseNumber(world.db.read, from)
  const kind = says === 'words' && saysNotMe(words) ? 'not-me' : says
  const at = world.now().toISOString()
  const did = { who: 'system' as const, familyId: whose?.familyId, did: 'text.came-in', about: id }
  try {
    await world.db.write(async (db) => [
      db.insert(incomingTexts).values({ id, from, at, says: kind, words, ...whose }),
      ...(kind === 'stop' ? [stopStatement(world, db, { phone: from, why: 'stop' })] : []),
      ...(kind === 'start' ? [startStatement(db, at, from)] : []),
      ...(kind === 'not-me' ? await notMeStatements(world, db, from) : []),
      ...(await auditRow(db, did, at)),
    ])
  } catch (error) {
    if (wasThereAlready(error, 'incoming_texts.id')) return
    throw error
  }
  if (!whose) world.alarm('text-from-nobody')
}

/** Whose a text from this number is: of the family whose text went there last; else of whoever joined with it last; else of whoever has it. */
async function whoseNumber(read: Database['read'], phone: string) {
  const [answered] = await read
    .select({ familyId: texts.familyId, personId: texts.personId })
    .from(texts)
    .where(and(eq(texts.to, phone), isNotNull(texts.familyId)))
    .orderBy(desc(texts.queuedAt))
    .limit(1)
  if (answered) return answered as { familyId: string; personId: string }
  const [member] = await membersWith(read, phone)
  if (member) return { familyId: member.familyId, personId: member.personId }
  const [has] = await read
    .select({ familyId: people.familyId, personId: people.personId })
    .from(people)
    .where(eq(people.phone, phone))
    .limit(1)
  return has
}
