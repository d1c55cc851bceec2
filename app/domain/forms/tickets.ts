/**
 * A form's ticket: worked out, not drawn, so that a page stays the same byte for byte; good for one effect. However
 * often a button is pressed, it happens once.
 */
import { timingSafeEqual } from 'node:crypto'
import { and, eq, not, type SQL, sql } from 'drizzle-orm'
import type { BatchResponse } from 'drizzle-orm/batch'
import type { StaffSession } from '#app/domain/council/staff-sessions'
import type { Session } from '#app/domain/forms/session'
import { keyed } from '#app/domain/tokens'
import { auditRows, type Did, ifChanged } from '#app/domain/trail/audit'
import type { World } from '#app/domain/world'
import { type Drizzle, type Statement, wasThereAlready } from '#db/client.server'
import { formTickets, sessions, staffSessions } from '#db/schema'
import { KEPT_FIELD, letGoStatement } from './sealed-forms'

/** Who sends forms: a person's browser or a member of staff's. */
export type Sender = Session | StaffSession

/** The ticket of the form at `path` (where it is sent to), for this sender's next send. */
export const ticketFor = (world: World, { idHash, sent }: Pick<Sender, 'idHash' | 'sent'>, path: string): string =>
  `${sent}.${keyed(world, 'ticket', idHash, path, String(sent))}`

export type Form = {
  /** Where it is sent to: `/p/…/log/new`. */
  path: string
  ticket: string
  /** Everything in it that the person may change; not the ticket. */
  fields: [name: string, value: string][]
  /** Where the thank-you page is. */
  leadTo: string
}

/**
 * `done` with the results of its statements; `repeat`: the same words went with this ticket before, its thank-you page
 * is there; `other`: other words did, so give these back with the fresh ticket and ask ("Send this too?");
 * `forged`: this page never gave the ticket out to this sender.
 */
export type Sent<Results> =
  | { state: 'done'; results: Results }
  | { state: 'repeat'; leadTo: string }
  | { state: 'other'; ticket: string }
  | { state: 'forged' }

/**
 * One write with its audit row, or rows, done once for the form's ticket. With `onlyIf` the row is added, and the ticket used up,
 * only if that holds once the statements have run: a press that changed nothing is no repeat when it comes again.
 */
export async function sendOnce<const T extends readonly Statement[]>(
  world: World,
  sender: Sender,
  form: Form,
  did: Did | Did[],
  build: (db: Drizzle) => T | Promise<T>,
  options: { onlyIf?: SQL } = {},
): Promise<Sent<BatchResponse<T>>> {
  if (!isGenuine(world, sender, form)) return { state: 'forged' }
  const sentHash = sentHashOf(world, form)
  const { ticket, path, leadTo } = form
  const used = { ticket, sentHash, leadTo, usedAt: world.now().toISOString() }
  let [from, to] = [0, 0]
  const write = async (db: Drizzle) => {
    // The chain's end before what the effect looks at, as in `writeAudited`.
    const rows = await auditRows(db, [did].flat(), used.usedAt, options.onlyIf)
    const first = [db.insert(formTickets).values(used), ...usedUp(db, sender, form)]
    const effect = await build(db)
    ;[from, to] = [first.length, first.length + effect.length]
    return [
      ...[...first, ...effect, ...rows],
      ...(options.onlyIf ? [db.delete(formTickets).where(and(eq(formTickets.ticket, ticket), not(ifChanged)))] : []),
    ]
  }
  try {
    const results: readonly unknown[] = await world.db.write(write)
    return { state: 'done', results: results.slice(from, to) as unknown as BatchResponse<T> }
  } catch (error) {
    if (!wasThereAlready(error, 'form_tickets.ticket')) throw error
  }
  const [earlier] = await world.db.read.select().from(formTickets).where(eq(formTickets.ticket, ticket))
  if (earlier?.sentHash === sentHash) return { state: 'repeat', leadTo: earlier.leadTo }
  return {
    state: 'other',
    ticket: ticketFor(world, { idHash: sender.idHash, sent: await sentBy(world, sender) }, path),
  }
}

/** Where this very press led when it came before; for an effect that would refuse to happen twice before it gets to writing. */
export async function pressedBefore(world: World, form: Pick<Form, 'ticket' | 'fields'>): Promise<string | undefined> {
  const [earlier] = await world.db.read.select().from(formTickets).where(eq(formTickets.ticket, form.ticket))
  return earlier?.sentHash === sentHashOf(world, form) ? earlier.leadTo : undefined
}

const sentHashOf = (world: World, { fields }: Pick<Form, 'fields'>) => keyed(world, 'form', JSON.stringify(fields))

/** A ticket of this sender, path and number, and not one of a page that does not exist yet. */
export function isGenuine(
  world: World,
  { idHash, sent }: Sender,
  { ticket, path }: Pick<Form, 'ticket' | 'path'>,
): boolean {
  const number = Number(ticket.split('.')[0])
  if (!Number.isInteger(number) || number < 0 || number > sent) return false
  const [given, expected] = [ticket, ticketFor(world, { idHash, sent: number }, path)].map((text) => Buffer.from(text))
  return !!given && !!expected && given.length === expected.length && timingSafeEqual(given, expected)
}

/** The next form carries the next ticket, and the one that was kept for later, if it is that, is sent now. */
function usedUp(db: Drizzle, sender: Sender, { fields }: Form): Statement[] {
  if (sender.kind === 'staff') {
    const count = { sent: sql`${staffSessions.sent} + 1` }
    return [db.update(staffSessions).set(count).where(eq(staffSessions.idHash, sender.idHash))]
  }
  const count = { sent: sql`${sessions.sent} + 1` }
  const kept = fields.find(([name]) => name === KEPT_FIELD)?.[1]
  return [
    db.update(sessions).set(count).where(eq(sessions.idHash, sender.idHash)),
    ...(sender.stage === 'member' && kept ? [letGoStatement(db, sender, kept)] : []),
  ]
}

async function sentBy(world: World, sender: Sender): Promise<number> {
  const table = sender.kind === 'staff' ? staffSessions : sessions
  const [row] = await world.db.read.select({ sent: table.sent }).from(table).where(eq(table.idHash, sender.idHash))
  return row?.sent ?? sender.sent
}
