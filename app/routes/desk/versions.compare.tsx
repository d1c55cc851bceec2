import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { compared } from '#app/domain/desk/versions-for-staff'
import { noteStaffView } from '#app/edge/desk-forms.server'
import { familyAt, headOf } from '#app/edge/desk-guards.server'
import { ComparePage } from '#app/views/desk/compare-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { staff, family } = await familyAt(context, params)
  const found = await compared(context.world, family.familyId, [Number(params.a), Number(params.b)])
  if (!found) throw new Response(null, { status: 404 })
  await noteStaffView(context, staff, family, 'versions.viewed')
  return { family: headOf(family), compared: found }
}

export default function Compare() {
  return <ComparePage {...useLoaderData<typeof loader>()} />
}
