import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { textsOfFamily } from '#app/domain/desk/texts-for-staff'
import { breakerOf } from '#app/domain/texts/breaker'
import { noteStaffView } from '#app/edge/desk-forms.server'
import { familyAt, headOf } from '#app/edge/desk-guards.server'
import { withTickets } from '#app/edge/text-tickets.server'
import { FamilyTextsPage } from '#app/views/desk/texts-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { world } = context
  const { staff, family } = await familyAt(context, params)
  await noteStaffView(context, staff, family, 'texts.viewed')
  const [lines, breaker] = await Promise.all([textsOfFamily(world, family.familyId), breakerOf(world)])
  return {
    family: headOf(family),
    ...withTickets(world, staff, family.publicId, lines),
    downSince: breaker?.openedAt ?? undefined,
  }
}

export default function FamilyTexts() {
  return <FamilyTextsPage {...useLoaderData<typeof loader>()} />
}
