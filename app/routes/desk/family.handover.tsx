import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { handoverOf } from '#app/domain/desk/handover'
import { noteStaffView } from '#app/edge/desk-forms.server'
import { familyAt, headOf } from '#app/edge/desk-guards.server'
import { HandoverPage } from '#app/views/desk/handover-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { staff, family } = await familyAt(context, params)
  await noteStaffView(context, staff, family, 'handover.viewed')
  return { family: headOf(family), ...(await handoverOf(context.world, staff.staffId, family)) }
}

export default function Handover() {
  return <HandoverPage {...useLoaderData<typeof loader>()} />
}
