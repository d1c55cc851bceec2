import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { whomToAsk } from '#app/domain/desk/way-of-draft'
import { lookThroughVersion } from '#app/domain/record/look-through'
import { noteStaffView } from '#app/edge/desk-forms.server'
import { draftAt, formOfHand, placed, takeHand } from '#app/edge/draft-at.server'
import { lookAtKinds } from '#app/edge/findings-at.server'
import { AskPage } from '#app/views/desk/ask-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

/** The plan is looked through before anybody is asked to read it. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { world } = context
  const { staff, family, draft } = await draftAt(context, params, 'ask')
  await noteStaffView(context, staff, family, 'ask.viewed')
  const look = await lookThroughVersion(world, draft.versionId)
  const form = formOfHand(world, staff, request, draft)
  return {
    ...form,
    ...(await whomToAsk(world, draft, staff.staffId)),
    found: placed(look?.faults ?? []),
    lookAt: await lookAtKinds(context, family),
    domesticAbuse: draft.domesticAbuse,
  }
}

export const action = (args: ActionFunctionArgs) =>
  takeHand(args, ({ typed }) => ({ kind: 'asked', checker: typed.checker }))

export default function Ask() {
  const { form, ...page } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  return <AskPage {...page} form={{ ...form, ...back }} refused={back?.faults?.draft} />
}
