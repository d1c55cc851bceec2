import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { FamilyOfStaff } from '#app/domain/council/families'
import { type DeskEntry, deskOf } from '#app/domain/desk/desk'
import { peopleForStaff } from '#app/domain/desk/people-for-staff'
import { ticketFor } from '#app/domain/forms/tickets'
import { ONLY } from '#app/domain/said/unseen'
import type { World } from '#app/domain/world'
import { headOf, heldAt, staffAt } from '#app/edge/desk-guards.server'
import { settingsAt } from '#app/edge/settings-at.server'
import { replyTicket } from '#app/edge/text-tickets.server'
import { TodayPage } from '#app/views/desk/today-page'
import type { PageHandle } from '#app/views/page-handle'
import { phonePage } from '#app/views/phone-page'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world } = context
  const staff = await staffAt(context)
  // No family is theirs: there is nothing of a day to show.
  if (staff.role === 'administrator') throw redirect('/desk/settings')
  const { searchParams } = new URL(request.url)
  const before = { first: searchParams.get('first'), rest: searchParams.get('rest') }
  const held = await heldAt(context, staff)
  const settings = await settingsAt(context)
  const only = ONLY.find((one) => one === searchParams.get('only'))
  const family = held.find(({ publicId }) => publicId === searchParams.get('in'))
  const desk = await deskOf(world, staff.staffId, { held, settings, before, only, family: family?.publicId })
  const { first, stuck, drafts, guesses, replies, rest, undo, ...parts } = desk
  const withTicket = (entry: DeskEntry) => ({
    ...entry,
    seenTicket: entry.seen && entry.ringMe ? undefined : ticketFor(world, staff, `/desk/log/${entry.id}/seen`),
    ...(entry.ringMe &&
      (!entry.call || entry.call.how === 'no-answer') && {
        callTicket: ticketFor(world, staff, `/desk/log/${entry.id}/call`),
      }),
  })
  return {
    now: world.now().toISOString(),
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
    unusual: held.flatMap(({ publicId, familyName, unusual = [] }) =>
      unusual.map(({ id, ...line }) => ({
        ...{ ...line, id: String(id), family: { id: publicId, name: familyName } },
        seenTicket: ticketFor(world, staff, `/desk/unusual/${id}/seen`),
      })),
    ),
    replies: replies.map((reply) => ({ ...reply, seenTicket: replyTicket(world, staff, reply.id) })),
    ...parts,
    rest: rest.map(withTicket),
    allTicket: ticketFor(world, staff, '/desk/seen'),
    undo: undo && { ...undo, ticket: ticketFor(world, staff, '/desk/undo') },
    only,
    family: family && { id: family.publicId, name: family.familyName },
    beside: await beside(world, held, searchParams),
  }
}

/** The family at hand, and whose phone is looked at; nothing for what is none of theirs. */
async function beside(world: World, held: FamilyOfStaff[], asked: URLSearchParams) {
  const family = held.find(({ publicId, published }) => published && publicId === asked.get('family'))
  if (!family) return undefined
  const all = (await peopleForStaff(world, family.familyId)) ?? []
  const people = all
    .filter(({ hasView }) => hasView)
    .map(({ id, name, initials, status, apart }) => ({ id, name, initials, status, apart }))
  const person = people.find(({ id }) => id === asked.get('person'))
  return {
    family: headOf(family),
    people,
    person: person && { id: person.id, name: person.name },
    page: phonePage(asked.get('page')),
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
