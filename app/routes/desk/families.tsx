import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { familiesOf } from '#app/domain/council/families'
import { unseenFor } from '#app/domain/said/unseen'
import { headOf, staffAt } from '#app/edge/desk-guards.server'
import { FamiliesPage } from '#app/views/desk/families-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ context }: LoaderFunctionArgs) {
  const { staffId, role } = await staffAt(context)
  const held = await familiesOf(context.world, staffId)
  const waiting = await unseenFor(
    context.world,
    staffId,
    held.filter(({ published }) => published),
  )
  const families = held.map((family) => ({
    ...headOf(family),
    as: family.as,
    waiting: waiting.filter(({ familyId }) => familyId === family.familyId).length,
  }))
  return { families, mayAdd: role !== 'administrator' }
}

export default function Families() {
  return <FamiliesPage {...useLoaderData<typeof loader>()} />
}
