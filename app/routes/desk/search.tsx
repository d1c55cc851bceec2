import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { search } from '#app/domain/desk/search'
import { ticketFor } from '#app/domain/forms/tickets'
import { staffAt } from '#app/edge/desk-guards.server'
import { SearchPage } from '#app/views/desk/search-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const staff = await staffAt(context)
  const typed = (new URL(request.url).searchParams.get('q') ?? '').slice(0, 100)
  const found = typed ? await search(context.world, staff.staffId, typed) : undefined
  if (!found) return { typed, found }
  const said = found.said.map((entry) => ({
    ...entry,
    seenTicket: entry.seen || entry.byStaff ? undefined : ticketFor(context.world, staff, `/desk/log/${entry.id}/seen`),
  }))
  return { typed, found: { ...found, said } }
}

export default function Search() {
  return <SearchPage {...useLoaderData<typeof loader>()} />
}
