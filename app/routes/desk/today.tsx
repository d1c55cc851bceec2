import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { type DeskEntry, deskOf } from '#app/domain/desk/desk'
import { ticketFor } from '#app/domain/forms/tickets'
import { staffAt } from '#app/edge/desk-guards.server'
import { replyTicket } from '#app/edge/text-tickets.server'
import { TodayPage } from '#app/views/desk/today-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ context }: LoaderFunctionArgs) {
  const { world } = context
  const staff = await staffAt(context)
  const { first, stuck, guesses, replies, rest, textsDownSince } = await deskOf(world, staff.staffId)
  const withTicket = (entry: DeskEntry) => ({
    ...entry,
    seenTicket: ticketFor(world, staff, `/desk/log/${entry.id}/seen`),
  })
  return {
    now: world.now().toISOString(),
    administrator: staff.role === 'administrator',
    first: first.map(withTicket),
    stuck: stuck.map((line) => ({
      ...line,
      ...(line.person.lost && { seenTicket: ticketFor(world, staff, `/desk/texts/${line.person.lost.id}/seen`) }),
    })),
    guesses: guesses.map((line) => ({
      ...line,
      seenTicket: ticketFor(world, staff, `/desk/families/${line.family.id}/people/${line.person.id}/guesses`),
    })),
    replies: replies.map((reply) => ({ ...reply, seenTicket: replyTicket(world, staff, reply.id) })),
    textsDownSince,
    rest: rest.map(withTicket),
  }
}

export default function Today() {
  return <TodayPage {...useLoaderData<typeof loader>()} />
}
