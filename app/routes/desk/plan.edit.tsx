import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { askedBy } from '#app/domain/council/asked-by'
import { openDraftOf } from '#app/domain/council/open-draft'
import { onceFor } from '#app/domain/forms/once-for'
import { pressedBefore } from '#app/domain/forms/tickets'
import { beginDraft } from '#app/domain/record/writing/begin'
import { takeDeskForm, toldOf } from '#app/edge/desk-forms.server'
import { familyAt, headOf } from '#app/edge/desk-guards.server'
import { blankForm } from '#app/edge/form.server'
import { BeginPage } from '#app/views/desk/edit/begin-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

const firstPage = (publicId: string) => `/desk/families/${publicId}/plan/edit/family`

/** Where a draft is open, it is gone on with: nothing is begun by looking. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { staff, family } = await familyAt(context, params)
  const open = await openDraftOf(context.world, family.familyId)
  if (open) throw redirect(firstPage(family.publicId), 303)
  const asked = await askedBy(context.world, family.familyId)
  return { family: headOf(family), asked, form: blankForm(context.world, staff, new URL(request.url).pathname) }
}

export async function action(args: ActionFunctionArgs) {
  const { context, params } = args
  return takeDeskForm(args, async ({ staff, press }) => {
    const before = await pressedBefore(context.world, press)
    if (before) return { is: 'pressed-twice', leadTo: before }
    const { family } = await familyAt(context, params)
    const leadTo = firstPage(family.publicId)
    const once = onceFor(context.world, staff, { ...press, leadTo })
    const begun = await beginDraft(context.world, { familyId: family.familyId, by: staff.staffId }, once.write)
    if (!begun) throw new Response(null, { status: 404 })
    return toldOf(once.sent() ?? { state: 'forged' }, leadTo)
  })
}

export default function Begin() {
  const { form, ...page } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  return <BeginPage {...page} form={{ ...form, ...back }} />
}
