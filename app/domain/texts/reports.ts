/** What a provider says became of a text: it calls us, answers our call, or is asked. It may say so late, twice and in any order. */
import { and, eq, gt, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { StatusReport, WhyFailed } from '#app/domain/provider'
import { newToken } from '#app/domain/tokens'
import { auditRows } from '#app/domain/trail/audit'
import type { World } from '#app/domain/world'
import type { Drizzle, Statement } from '#db/client.server'
import { insertWhere } from '#db/insert-where'
import { invitations, texts } from '#db/schema'
import { meaningOf, UNREACHABLE_OFTEN } from './failures'
import { kinds } from './kinds'
import { stopStatement } from './number-stops'
import { newText, type Text } from './outbox'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** When the provider is first asked about a text of which we do not know whether it went. */
export const firstLookUp = (text: Pick<Text, 'kind'>, now: Date) =>
  new Date(now.getTime() + (kinds[text.kind].harmless ? MINUTE / 2 : 2 * MINUTE)).toISOString()

/** When a text of which nothing more was heard is asked after: reports get lost. */
const firstAskAfter = (now: Date) => new Date(now.getTime() + HOUR).toISOString()

/**
 * Takes in a report. Nothing goes backwards: a text that arrived is not on its way again, one that failed has failed,
 * whatever else is said of it. What changes nothing writes nothing, and so does a report about a text we do not have.
 */
export async function noteReport(world: World, report: StatusReport): Promise<void> {
  const text = await textOf(world, report)
  if (!text || !isNews(text, report)) return
  await world.db.write((db) => reportStatements(world, db, text, report))
  if (report.why && meaningOf(report.why).ours) world.alarm('text-not-allowed', { code: report.code ?? '' })
}

async function textOf(world: World, { textId, providerId }: StatusReport): Promise<Text | undefined> {
  const ours = textId === undefined ? eq(texts.providerId, providerId) : eq(texts.id, textId)
  const [text] = await world.db.read.select().from(texts).where(ours)
  return text
}

function isNews(text: Text, { status, providerId }: StatusReport): boolean {
  if (text.providerId !== null && text.providerId !== providerId) return false
  if (text.failedAt) return false
  if (text.deliveredAt) return status === 'failed'
  return status === 'failed' || status === 'delivered' || !text.sentAt
}

type Said = Omit<StatusReport, 'providerId' | 'textId'> & { providerId: string | null }

/** The statements of a report. Each holds only as long as nothing has outranked it, so that their order does not matter. */
export async function reportStatements(world: World, db: Drizzle, text: Text, said: Said): Promise<Statement[]> {
  const now = world.now()
  const at = now.toISOString()
  const same = said.providerId
    ? or(isNull(texts.providerId), eq(texts.providerId, said.providerId))
    : isNull(texts.providerId)
  const open = and(eq(texts.id, text.id), isNull(texts.failedAt), same)
  const taken = {
    sentAt: sql`coalesce(${texts.sentAt}, ${at})`,
    providerId: sql`coalesce(${texts.providerId}, ${said.providerId})`,
    leaseUntil: null,
  }
  if (said.status === 'failed') {
    const why = said.why ?? 'other'
    const failed = { failedAt: at, reason: why, providerCode: said.code ?? null, lookUpAt: null, leaseUntil: null }
    // A mark that this very report was the one: of two that come at once only one has consequences.
    const mark = newToken(world)
    const row = { ...failed, leasedBy: mark, ...(said.providerId && { providerId: taken.providerId }) }
    return [db.update(texts).set(row).where(open), ...(await consequences(world, db, text, why, mark))]
  }
  if (said.status === 'delivered') {
    const arrived = and(open, isNull(texts.deliveredAt))
    return [
      db
        .update(texts)
        .set({ ...taken, deliveredAt: at, lookUpAt: null })
        .where(arrived),
    ]
  }
  const news = and(open, isNull(texts.sentAt))
  return [
    db
      .update(texts)
      .set({ ...taken, lookUpAt: firstAskAfter(now) })
      .where(news),
  ]
}

/** What follows from a failure, if it is news: the number stands still, the text is tried again later, the trail has a line. */
async function consequences(world: World, db: Drizzle, text: Text, why: WhyFailed, mark: string): Promise<Statement[]> {
  const at = world.now().toISOString()
  const justFailed = sql`exists (select 1 from ${texts} where ${texts.id} = ${text.id} and ${texts.leasedBy} = ${mark})`
  const { stops, againAfter } = meaningOf(why)
  const inDoubt =
    why === 'unreachable' && isTelling(text) && (await unreachableBefore(world, db, text)) + 1 >= UNREACHABLE_OFTEN
  const stop = inDoubt ? 'unreachable' : stops
  const again = stop ? [] : await nextTry(world, db, text, why, againAfter, justFailed)
  const did = { who: 'system' as const, familyId: text.familyId ?? undefined, did: 'text.failed', about: text.id }
  return [
    ...(stop ? [stopStatement(world, db, { phone: text.to, why: stop }, justFailed)] : []),
    ...again,
    ...(await auditRows(db, [did], at, justFailed)),
  ]
}

/** What strangers ask for puts no number in doubt, or any of them could stop it. */
const isTelling = ({ askedFrom }: Pick<Text, 'askedFrom'>) => askedFrom !== 'unknown'

/** How often the number was out of reach within two days, with nothing getting through since. */
async function unreachableBefore(world: World, db: Drizzle, { id, to }: Text): Promise<number> {
  const since = new Date(world.now().getTime() - 48 * HOUR).toISOString()
  const rows = await db
    .select()
    .from(texts)
    .where(and(eq(texts.to, to), or(gt(texts.failedAt, since), gt(texts.deliveredAt, since))))
  const reached = rows.map(({ deliveredAt }) => deliveredAt ?? '').reduce((a, b) => (a > b ? a : b), '')
  const failed = rows.filter((row) => row.reason === 'unreachable' && (row.failedAt ?? '') > reached)
  return failed.filter((row) => row.id !== id && isTelling(row)).length
}

/** An invitation that did not arrive goes once more, at a later and safe time, as a text of its own. */
async function nextTry(
  world: World,
  db: Drizzle,
  text: Text,
  why: WhyFailed,
  againAfter: number[] | undefined,
  justFailed: SQL,
): Promise<Statement[]> {
  if (!againAfter || !kinds[text.kind].lasts || !text.invitationId) return []
  const which = and(eq(texts.invitationId, text.invitationId), eq(texts.reason, why))
  const minutes = againAfter[await db.$count(texts, which)]
  if (minutes === undefined) return []
  const { kind, familyId, personId, invitationId, to, language, queuedBy, askedFrom } = text
  const next = newText(world, { kind, familyId, personId, invitationId, to, language, queuedBy, askedFrom }, [])
  const notBefore = new Date(world.now().getTime() + minutes * MINUTE).toISOString()
  const stands = sql`exists (select 1 from ${invitations} where ${invitations.id} = ${invitationId}
    and ${invitations.voidedAt} is null and ${invitations.declinedAt} is null and ${invitations.openedAt} is null)`
  return [insertWhere(db, texts, { ...next, notBefore, reason: 'trying-again' }, sql`${justFailed} and ${stands}`)]
}
