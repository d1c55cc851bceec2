import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { viewersOf } from '#app/domain/access/viewers'
import { progressOf } from '#app/domain/council/turns'
import { noteStaffView } from '#app/edge/desk-forms.server'
import { draftAt, formOfHand, takeHand } from '#app/edge/draft-at.server'
import { lookAtCount } from '#app/edge/findings-at.server'
import { EndorsePage } from '#app/views/desk/endorse-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { world } = context
  const { staff, family, draft } = await draftAt(context, params, 'endorse')
  await noteStaffView(context, staff, family, 'endorse.viewed')
  const { asked, waitsFor } = progressOf(draft)
  const viewers = await viewersOf(world, family.familyId)
  return {
    ...formOfHand(world, staff, request, draft),
    viewers: viewers.map(({ id, name }) => ({ id, name })),
    lookAt: await lookAtCount(context, family),
    askedBy: asked?.by.name ?? draft.author.name,
    ...(waitsFor.includes('second-check') && { checker: asked?.checker?.name }),
  }
}

export const action = (args: ActionFunctionArgs) => takeHand(args, () => ({ kind: 'endorsed' }))

export default function Endorse() {
  const { form, ...page } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  return <EndorsePage {...page} form={{ ...form, ...back }} refused={back?.faults?.draft} found={back?.found} />
}
