/** Asks the provider what became of texts: those that may or may not have gone, and those it never reported about. */
import { and, eq, isNotNull, isNull, lte, ne } from 'drizzle-orm'
import type { World } from '#app/domain/world'
import { texts } from '#db/schema'
import { isFresh, type Text } from './outbox'
import { isHarmless, noteReport, reportStatements } from './reports'

const MINUTE = 60_000
/** After it became unknown whether an invitation went, it is asked after for the last time; then it stays unknown. */
const LAST_LOOK_UP_MS = 10 * MINUTE
/** A text nothing was heard of is asked after an hour later, a day later, and then no more: some networks never report. */
const LAST_ASK_MS = 24 * 60 * MINUTE

/** Asks about every text that is due to be asked about. */
export async function lookUpDue(world: World): Promise<void> {
  for (;;) {
    const at = world.now().toISOString()
    const due = and(lte(texts.lookUpAt, at), isNull(texts.failedAt), isNull(texts.deliveredAt))
    const [text] = await world.db.read.select().from(texts).where(due).orderBy(texts.lookUpAt).limit(1)
    if (!text?.lookUpAt) return
    const next = nextLookUp(text, world.now())
    // Whoever moves the time on has the text to themselves until then.
    const [mine] = await world.db.write((db) => [
      db
        .update(texts)
        .set({ lookUpAt: next })
        .where(and(eq(texts.id, text.id), eq(texts.lookUpAt, text.lookUpAt ?? ''))),
    ])
    if (mine.rowsAffected === 1) await lookUp(world, text, next)
  }
}

function nextLookUp({ unknownAt, sentAt, calledAt, lookUpAt }: Text, now: Date): string | null {
  const after = (from: string | null, ms: number) => new Date(Date.parse(from ?? now.toISOString()) + ms).toISOString()
  const last = sentAt ? after(sentAt, LAST_ASK_MS) : after(unknownAt ?? calledAt, LAST_LOOK_UP_MS)
  return (lookUpAt ?? '') < last ? last : null
}

async function lookUp(world: World, text: Text, next: string | null): Promise<void> {
  const { id, to, providerId, bodyHash } = text
  const isAnother = async (other: string) =>
    (await world.db.read.$count(texts, and(eq(texts.providerId, other), ne(texts.id, id)))) > 0
  const calledAt = text.calledAt ?? text.queuedAt
  const found = await world.provider.lookUp({ id, to, providerId, calledAt, bodyHash, isAnother })
  if (found.is === 'found') return noteReport(world, { ...found.report, textId: id })
  // It never got there, and somebody is waiting: once more. Of the others, a person decides.
  const again = !text.sentAt && isHarmless(text) && found.is === 'not-there'
  if (again) await startAgain(world, text)
  else if (!text.sentAt && isHarmless(text) && next === null) await giveUp(world, text)
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
