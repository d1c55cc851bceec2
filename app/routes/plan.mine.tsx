import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { changedSinceAnswered } from '#app/domain/access/read-changes'
import { readersFor } from '#app/domain/access/who-reads-it'
import { ticketFor } from '#app/domain/forms/tickets'
import { markOf, ownCommitments } from '#app/domain/said/answers'
import { memberOf, noteView, signedInHeaders } from '#app/edge/guards.server'
import { MyPart } from '#app/views/mine/my-part'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'mine' }
export const headers = signedInHeaders

export async function loader({ context, params }: LoaderFunctionArgs) {
  const member = await memberOf(context, params)
  // A young person never carries a task, so there is no such page.
  if (member.plan.viewer.sight === 'young') throw new Response(null, { status: 404 })
  const { world } = context
  const { plan, session } = member
  await noteView(world, member, 'mine.viewed')
  const waiting = ownCommitments(plan).filter(({ answer }) => !answer || answer.stale)
  const tickets = waiting.map(({ id }) => [id, ticketFor(world, session, `/p/${plan.id}/mine/${id}`)])
  const marks = await Promise.all(waiting.map(async (item) => [item.id, await markOf(world, plan, item)]))
  const changed = await changedSinceAnswered(world, plan)
  const [unlessChosen] = await readersFor(world, plan, 'answers')
  return {
    plan,
    tickets: Object.fromEntries(tickets) as Record<string, string>,
    marks: Object.fromEntries(marks) as Record<string, string | undefined>,
    changed,
    readers: [...(unlessChosen?.names ?? []), plan.worker.name],
  }
}

export default function Mine() {
  return <MyPart {...useLoaderData<typeof loader>()} />
}
