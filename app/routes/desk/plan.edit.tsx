import { type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { askedBy } from '#app/domain/council/asked-by'
import type { FamilyOfStaff } from '#app/domain/council/families'
import { openDraftOf } from '#app/domain/council/open-draft'
import { onceFor } from '#app/domain/forms/once-for'
import { pressedBefore } from '#app/domain/forms/tickets'
import { beginDraft } from '#app/domain/record/writing/begin'
import { draftHandles } from '#app/domain/record/writing/handles'
import { pageOf } from '#app/domain/record/writing/placed'
import { takeDeskForm, toldOf } from '#app/edge/desk-forms.server'
import { familyAt, headOf } from '#app/edge/desk-guards.server'
import { blankForm } from '#app/edge/form.server'
import { BeginPage } from '#app/views/desk/edit/begin-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

/** The page of the draft where this is written; the first, for what is none of its things. */
async function placeOf({ world }: AppLoadContext, { familyId, publicId }: FamilyOfStaff, item = '') {
  const draft = await openDraftOf(world, familyId)
  const place = draft && item && pageOf(draft, await draftHandles(world, draft), item)
  return `/desk/families/${publicId}/plan/edit/${place ? `${place.part}#${place.at}` : 'family'}`
}

/** Where a draft is open, it is gone on with: nothing is begun by looking. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { staff, family } = await familyAt(context, params)
  const open = await openDraftOf(context.world, family.familyId)
  const { pathname, searchParams } = new URL(request.url)
  const item = searchParams.get('item') ?? undefined
  if (open) throw redirect(await placeOf(context, family, item), 303)
  const asked = await askedBy(context.world, family.familyId)
  return { family: headOf(family), asked, item, form: blankForm(context.world, staff, pathname) }
}

export async function action(args: ActionFunctionArgs) {
  const { context, params } = args
  return takeDeskForm(args, async ({ staff, typed, press }) => {
    const before = await pressedBefore(context.world, press)
    if (before) return { is: 'pressed-twice', leadTo: before }
    const { family } = await familyAt(context, params)
    // A new draft has what is published: the way on leads by the page that looks where a thing stands in it.
    const url = `/desk/families/${family.publicId}/plan/edit`
    const leadTo = typed.item ? `${url}?${new URLSearchParams({ item: typed.item })}` : `${url}/family`
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
