import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { familiesOf } from '#app/domain/council/families'
import { textsOfFamily } from '#app/domain/desk/texts-for-staff'
import { breakerOf } from '#app/domain/texts/breaker'
import { noteStaffView } from '#app/edge/desk-forms.server'
import { headOf, staffAt } from '#app/edge/desk-guards.server'
import { withTickets } from '#app/edge/text-tickets.server'
import { DeskTextsPage } from '#app/views/desk/texts-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

/** The texts of every family this member of staff works with. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { world } = context
  const staff = await staffAt(context)
  const families = (await familiesOf(world, staff.staffId)).filter(({ published }) => published)
  for (const family of families) await noteStaffView(context, staff, family, 'texts.viewed')
  const all = await Promise.all(
    families.map(async (family) => ({
      family: headOf(family),
      ...withTickets(world, staff, family.publicId, await textsOfFamily(world, family.familyId)),
    })),
  )
  return { families: all, downSince: (await breakerOf(world))?.openedAt ?? undefined }
}

export default function DeskTexts() {
  return <DeskTextsPage {...useLoaderData<typeof loader>()} />
}
