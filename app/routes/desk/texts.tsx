import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { textsOfFamilies } from '#app/domain/desk/texts-for-staff'
import { breakerOf } from '#app/domain/texts/breaker'
import { noteStaffViews } from '#app/edge/desk-forms.server'
import { headOf, heldAt, staffAt } from '#app/edge/desk-guards.server'
import { withTickets } from '#app/edge/text-tickets.server'
import { DeskTextsPage } from '#app/views/desk/texts-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

/** The texts of every family this member of staff works with. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { world } = context
  const staff = await staffAt(context)
  const families = (await heldAt(context, staff)).filter(({ published }) => published)
  await noteStaffViews(context, staff, families, 'texts.viewed')
  const texts = await textsOfFamilies(
    world,
    families.map(({ familyId }) => familyId),
  )
  const all = families.flatMap((family) => {
    const theirs = texts.get(family.familyId)
    return theirs ? [{ family: headOf(family), ...withTickets(world, staff, family.publicId, theirs) }] : []
  })
  return { families: all, downSince: (await breakerOf(world))?.openedAt ?? undefined }
}

export default function DeskTexts() {
  return <DeskTextsPage {...useLoaderData<typeof loader>()} />
}
