import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { planForStaff } from '#app/domain/access/read-plan'
import { councilOf } from '#app/domain/council/council'
import { outOfHours } from '#app/domain/desk/desk'
import { ticketFor } from '#app/domain/forms/tickets'
import { noteStaffView } from '#app/edge/desk-forms.server'
import { familyAt, headOf } from '#app/edge/desk-guards.server'
import { FamilyLogPage } from '#app/views/desk/log-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { world, visitor } = context
  const { staff, family } = await familyAt(context, params)
  await noteStaffView(context, staff, family, 'log.viewed')
  const language = await visitor.language()
  const [plan, council] = await Promise.all([
    planForStaff(world, { familyId: family.familyId, staffId: staff.staffId, language }),
    councilOf(world),
  ])
  const log = (plan?.log ?? []).map((entry) => ({
    entry,
    outOfHours: outOfHours(council, entry.loggedAt),
    phone: plan?.people.find(({ id }) => id === entry.by.id)?.phone,
    seenTicket: entry.seenOn || entry.mine ? undefined : ticketFor(world, staff, `/desk/log/${entry.id}/seen`),
  }))
  return { family: headOf(family), log }
}

export default function FamilyLog() {
  return <FamilyLogPage {...useLoaderData<typeof loader>()} />
}
