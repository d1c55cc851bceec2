/** Asks the provider what became of texts: those that may or may not have gone, and those it never reported about. */
import { and, eq, isNotNull, isNull, lte, ne } from 'drizzle-orm'
import type { Found } from '#app/domain/provider'
import type { World } from '#app/domain/world'
import { texts } from '#db/schema'
import { kinds } from './kinds'
import { isFresh, type Text } from './outbox'
import { noteReport, reportStatements } from './reports'

const MINUTE = 60_000
/** Whoever asks has the text to themselves for so long; if they die meanwhile, another asks. */
const LEASE_MS = MINUTE
/** After it became unknown whether an invitation went, it is asked after for the last time; then it stays unknown. */
const LAST_LOOK_UP_MS = 10 * MINUTE
/** A text nothing was heard of is asked after an hour later, a day later, and then no more: some networks never report. */
const LAST_ASK_MS = 24 * 60 * MINUTE

/** Asks about every text that is due to be asked about. */
export async function lookUpDue(world: World, stopping?: AbortSignal): Promise<void> {
  while (!stopping?.aborted) {
    const at = world.now().toISOString()
    const due = and(lte(texts.lookUpAt, at), isNull(texts.failedAt), isNull(texts.deliveredAt))
    const [text] = await world.db.read.select().from(texts).where(due).orderBy(texts.lookUpAt).limit(1)
    if (!text?.lookUpAt) return
    const lease = new Date(world.now().getTime() + LEASE_MS).toISOString()
    if (await moveLookUp(world, text.id, text.lookUpAt, lease)) await lookUp(world, text, lease)
  }
}

async function lookUp(world: World, text: Text, lease: string): Promise<void> {
  const { id, to, providerId, bodyHash } = text
  const isAnother = async (other: string) =>
    (await world.db.read.$count(texts, and(eq(texts.providerId, other), ne(texts.id, id)))) > 0
  const calledAt = text.calledAt ?? text.queuedAt
  const found = await world.provider.lookUp({ id, to, providerId, calledAt, bodyHash, isAnother })
  const next = nextLookUp(text, world.now())
  await take(world, text, found, next)
  // Unless what was found has set another time.
  await moveLookUp(world, id, lease, next)
}

async function take(world: World, text: Text, found: Found, next: string | null): Promise<void> {
  if (found.is === 'found') return noteReport(world, { ...found.report, textId: text.id })
  if (text.sentAt || !kinds[text.kind].harmless) return
  // It never got there, and somebody is waiting: once more. Of the others, a person decides.
  if (found.is === 'not-there') await startAgain(world, text)
  else if (next === null) await giveUp(world, text)
}

/** When to ask next; null when it was the last time. */
function nextLookUp({ unknownAt, sentAt, calledAt }: Text, now: Date): string | null {
  const last = Date.parse(sentAt ?? unknownAt ?? calledAt ?? '') + (sentAt ? LAST_ASK_MS : LAST_LOOK_UP_MS)
  return now.getTime() < last ? new Date(last).toISOString() : null
}

/** True for whoever finds the time as they know it. */
async function moveLookUp(world: World, id: string, from: string, to: string | null): Promise<boolean> {
  const [moved] = await world.db.write((db) => [
    db
      .update(texts)
      .set({ lookUpAt: to })
      .where(and(eq(texts.id, id), eq(texts.lookUpAt, from))),
  ])
  return moved.rowsAffected === 1
}

async function startAgain(world: World, text: Text): Promise<void> {
  if (!isFresh(text, world.now())) return giveUp(world, text)
  const fresh = { calledAt: null, unknownAt: null, lookUpAt: null, notBefore: world.now().toISOString() }
  await world.db.write((db) => [
    db
      .update(texts)
      .set({ ...fresh, reason: 'trying-again' })
      .where(stillUnknown(text)),
  ])
}

/** Ten minutes on, a link for signing in is of no use, and whoever asked has asked again or rung. */
async function giveUp(world: World, text: Text): Promise<void> {
  await world.db.write((db) =>
    reportStatements(world, db, text, { providerId: null, status: 'failed', why: 'gave-up' }),
  )
}

const stillUnknown = ({ id, attempts }: Text) =>
  and(eq(texts.id, id), eq(texts.attempts, attempts), isNotNull(texts.unknownAt), isNull(texts.sentAt))
