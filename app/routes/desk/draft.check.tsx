import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { viewersOf } from '#app/domain/access/viewers'
import { progressOf } from '#app/domain/council/turns'
import { lookedAt } from '#app/domain/trail/looked-at'
import { noteStaffView } from '#app/edge/desk-forms.server'
import { draftAt, formOfHand, takeHand } from '#app/edge/draft-at.server'
import { CheckPage } from '#app/views/desk/check-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { world } = context
  const { staff, family, draft } = await draftAt(context, params, 'check')
  await noteStaffView(context, staff, family, 'check.viewed')
  const { asked, waitsFor } = progressOf(draft)
  const [viewers, looked] = await Promise.all([
    viewersOf(world, family.familyId),
    lookedAt(world, {
      ...{ who: `staff:${staff.staffId}`, familyId: family.familyId, did: 'plan.previewed', since: draft.madeAt },
    }),
  ])
  return {
    ...formOfHand(world, staff, request, draft),
    viewers: viewers.map(({ id, name, personId }) => ({ id, name, looked: looked.get(personId) })),
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
