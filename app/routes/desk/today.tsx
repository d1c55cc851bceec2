import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { type DeskEntry, deskOf } from '#app/domain/desk/desk'
import { ticketFor } from '#app/domain/forms/tickets'
import { heldAt, staffAt } from '#app/edge/desk-guards.server'
import { settingsAt } from '#app/edge/settings-at.server'
import { replyTicket } from '#app/edge/text-tickets.server'
import { TodayPage } from '#app/views/desk/today-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world } = context
  const staff = await staffAt(context)
  const { searchParams } = new URL(request.url)
  const before = { first: searchParams.get('first'), rest: searchParams.get('rest') }
  const held = await heldAt(context, staff)
  const settings = await settingsAt(context)
  const desk = await deskOf(world, staff.staffId, { held, settings, before })
  const { first, stuck, drafts, guesses, replies, rest, toRead, earlier, textsDownSince } = desk
  const withTicket = (entry: DeskEntry) => ({
    ...entry,
    seenTicket: entry.seen && entry.ringMe ? undefined : ticketFor(world, staff, `/desk/log/${entry.id}/seen`),
    ...(entry.ringMe && !entry.call && { callTicket: ticketFor(world, staff, `/desk/log/${entry.id}/call`) }),
  })
  return {
    now: world.now().toISOString(),
    administrator: staff.role === 'administrator',
    first: first.map(withTicket),
    stuck: stuck.map((line) => ({
      ...line,
      ...(line.person.lost && { seenTicket: ticketFor(world, staff, `/desk/texts/${line.person.lost.id}/seen`) }),
    })),
    drafts: drafts.map(({ familyId: _, ...line }) => line),
    done: DONE[searchParams.get('done') ?? ''],
    guesses: guesses.map((line) => ({
      ...line,
      seenTicket: ticketFor(world, staff, `/desk/families/${line.family.id}/people/${line.person.id}/guesses`),
    })),
    replies: replies.map((reply) => ({ ...reply, seenTicket: replyTicket(world, staff, reply.id) })),
    textsDownSince,
    toRead,
    earlier,
    rest: rest.map(withTicket),
  }
}

/** Where an act leads whoever does not see the family any more. */
const DONE: Record<string, 'checked' | 'returned' | undefined> = {
  'second-checked': 'checked',
  'sent-back': 'returned',
}

export default function Today() {
  return <TodayPage {...useLoaderData<typeof loader>()} />
}
