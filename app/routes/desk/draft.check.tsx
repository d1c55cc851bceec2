import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { keptApartIn } from '#app/domain/access/kept-apart'
import { progressOf } from '#app/domain/council/turns'
import { lookedThroughEyes } from '#app/domain/record/looked-through-eyes'
import { noteStaffView } from '#app/edge/desk-forms.server'
import { draftAt, formOfHand, takeHand } from '#app/edge/draft-at.server'
import { lookAtKinds } from '#app/edge/findings-at.server'
import { CheckPage } from '#app/views/desk/check-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { world } = context
  const { staff, family, draft } = await draftAt(context, params, 'check')
  await noteStaffView(context, staff, family, 'check.viewed')
  const { asked, waitsFor } = progressOf(draft)
  const viewers = await lookedThroughEyes(world, draft, staff.staffId)
  return {
    ...formOfHand(world, staff, request, draft),
    lookAt: await lookAtKinds(context, family),
    kept: await keptApartIn(world, family.familyId),
    viewers: viewers.map(({ id, name, apart, outside, looked }) => ({ id, name, apart, outside, looked })),
    askedBy: asked?.by.name ?? draft.author.name,
    isLast: waitsFor.length === 1,
  }
}

export const action = (args: ActionFunctionArgs) => takeHand(args, () => ({ kind: 'second-checked' }))

export default function Check() {
  const { form, ...page } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  return <CheckPage {...page} form={{ ...form, ...back }} refused={back?.faults?.draft} found={back?.found} />
}
