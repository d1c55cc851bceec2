import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ticketFor } from '#app/domain/forms/tickets'
import { logForStaff } from '#app/domain/said/log-for-staff'
import { noteStaffView } from '#app/edge/desk-forms.server'
import { familyAt, headOf } from '#app/edge/desk-guards.server'
import { FamilyLogPage } from '#app/views/desk/log-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { world } = context
  const { staff, family } = await familyAt(context, params)
  await noteStaffView(context, staff, family, 'log.viewed')
  const before = new URL(request.url).searchParams.get('before')
  const { entries, earlier } = await logForStaff(world, family.familyId, { before })
  // While nothing is published there is nobody to answer.
  if (!family.published) return { family: headOf(family), log: entries, earlier }
  const log = entries.map((entry) => ({
    ...entry,
    seenTicket: entry.seen || entry.byStaff ? undefined : ticketFor(world, staff, `/desk/log/${entry.id}/seen`),
    callTicket: entry.ringMe && !entry.call ? ticketFor(world, staff, `/desk/log/${entry.id}/call`) : undefined,
  }))
  return { family: headOf(family), log, earlier }
}

export default function FamilyLog() {
  return <FamilyLogPage {...useLoaderData<typeof loader>()} />
}
