import type { StaffSession } from '#app/domain/council/staff-sessions'
import type { ReplyLine, TextLine } from '#app/domain/desk/texts-for-staff'
import { ticketFor } from '#app/domain/forms/tickets'
import type { World } from '#app/domain/world'

/** The lines of a family's texts with what their buttons need. */
export function withTickets(
  world: World,
  staff: StaffSession,
  family: string,
  { texts, replies }: { texts: TextLine[]; replies: ReplyLine[] },
) {
  return {
    texts: texts.map((text) => ({
      ...text,
      family,
      seenTicket: ticketFor(world, staff, `/desk/texts/${text.id}/seen`),
    })),
    replies: replies.map((reply) => ({ ...reply, seenTicket: replyTicket(world, staff, reply.id) })),
  }
}

/** The ticket of the "Seen" button of a text that came in. */
export const replyTicket = (world: World, staff: StaffSession, id: string) =>
  ticketFor(world, staff, `/desk/texts/in/${id}/seen`)
