import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { headOf, heldAt, staffAt } from '#app/edge/desk-guards.server'
import { FamiliesPage } from '#app/views/desk/families-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ context }: LoaderFunctionArgs) {
  const staff = await staffAt(context)
  const families = (await heldAt(context, staff)).map((family) => ({
    ...headOf(family),
    as: family.as,
    waiting: family.waiting,
  }))
  return { families, mayAdd: staff.role !== 'administrator' }
}

export default function Families() {
  return <FamiliesPage {...useLoaderData<typeof loader>()} />
}
