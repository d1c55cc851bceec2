import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { progressOf } from '#app/domain/council/turns'
import { noteStaffView } from '#app/edge/desk-forms.server'
import { draftAt, formOfHand, takeHand } from '#app/edge/draft-at.server'
import { SendBackPage } from '#app/views/desk/send-back-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { staff, family, draft } = await draftAt(context, params, 'sendBack')
  await noteStaffView(context, staff, family, 'send-back.viewed')
  const askedBy = progressOf(draft).asked?.by.name ?? draft.author.name
  return { ...formOfHand(context.world, staff, request, draft), askedBy }
}

export const action = (args: ActionFunctionArgs) =>
  takeHand(args, ({ typed }) => ({ kind: 'sent-back', words: typed.words ?? '' }))

export default function SendBack() {
  const { form, ...page } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  return <SendBackPage {...page} form={{ ...form, ...back }} refused={back?.faults?.draft} />
}
