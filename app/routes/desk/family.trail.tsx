import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { trailOf } from '#app/domain/desk/trail-for-staff'
import { noteStaffView } from '#app/edge/desk-forms.server'
import { familyAt, headOf } from '#app/edge/desk-guards.server'
import { TrailPage } from '#app/views/desk/trail-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

/** For the family's manager alone: whoever works with it is in it. `?who=…&day=YYYY-MM-DD&before=…` */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { staff, family } = await familyAt(context, params)
  if (family.as !== 'manager') throw new Response(null, { status: 404 })
  const { searchParams } = new URL(request.url)
  const who = searchParams.get('who')
  const asked = searchParams.get('day') ?? ''
  const day = /^\d{4}-\d\d-\d\d$/.test(asked) && !Number.isNaN(Date.parse(asked)) ? asked : null
  await noteStaffView(context, staff, family, 'trail.viewed')
  const trail = await trailOf(context.world, family.familyId, { who, day, before: searchParams.get('before') })
  return { family: headOf(family), ...trail, who, day }
}

export default function FamilyTrail() {
  return <TrailPage {...useLoaderData<typeof loader>()} />
}
