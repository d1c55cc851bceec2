import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ticketFor } from '#app/domain/forms/tickets'
import { noteStaffView } from '#app/edge/desk-forms.server'
import { findingsAt } from '#app/edge/findings-at.server'
import { FindingsPage } from '#app/views/desk/findings-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { reader, lines, page } = await findingsAt(context, params)
  await noteStaffView(context, reader.staff, reader.family, 'findings.viewed')
  const ticket = ticketFor(context.world, reader.staff, `/desk/families/${page.family.id}/findings/take-back`)
  return { ...page, ...lines, ticket }
}

export default function Findings() {
  return <FindingsPage {...useLoaderData<typeof loader>()} />
}
