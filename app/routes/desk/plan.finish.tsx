import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { askedBy } from '#app/domain/council/asked-by'
import { onceFor } from '#app/domain/forms/once-for'
import { pressedBefore } from '#app/domain/forms/tickets'
import { finishDraft } from '#app/domain/record/writing/finish'
import { lookAtWriting } from '#app/domain/record/writing/look'
import { placedInEditor } from '#app/domain/record/writing/placed'
import { noteStaffView, takeDeskForm, toldOf } from '#app/edge/desk-forms.server'
import { familyAt, headOf } from '#app/edge/desk-guards.server'
import { editorAt } from '#app/edge/editor-at.server'
import { blankForm } from '#app/edge/form.server'
import { FinishPage } from '#app/views/desk/edit/finish-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

/** What is still missing, each with the place to mend it; with nothing missing, the press that makes it a version. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { world } = context
  const { staff, family, draft, handles } = await editorAt(context, params)
  await noteStaffView(context, staff, family, 'draft.viewed', draft.id)
  const looked = await lookAtWriting(world, draft)
  return {
    ...{ family: headOf(family), revision: draft.revision },
    form: blankForm(world, staff, new URL(request.url).pathname),
    found: placedInEditor(looked.file, looked.faults, draft, handles),
    leaks: placedInEditor(looked.file, looked.leaks, draft, handles, { asFound: true }),
    more: looked.more,
    asked: await askedBy(world, family.familyId),
    waiting: draft.writing.beside.length,
    leftOver: draft.writing.leftOver.length,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { context, params } = args
  const { world } = context
  const back = await takeDeskForm<'changed' | 'faults'>(args, async ({ staff, typed, press }) => {
    const before = await pressedBefore(world, press)
    if (before) return { is: 'pressed-twice', leadTo: before }
    const { family } = await familyAt(context, params)
    const leadTo = `/desk/families/${family.publicId}/ask`
    const once = onceFor(world, staff, { ...press, leadTo })
    const of = { familyId: family.familyId, by: staff.staffId, revision: Number(typed.revision) }
    const done = await finishDraft(world, of, once.write)
    if ('versionId' in done) return toldOf(once.sent() ?? { state: 'forged' }, leadTo)
    if ('refused' in done && done.refused === 'none') throw redirect(`/desk/families/${family.publicId}/plan`, 303)
    return { faults: { draft: 'refused' in done ? 'changed' : 'faults' } }
  })
  return data(back.data, back.init ?? undefined)
}

export default function Finish() {
  const { form, ...page } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  return <FinishPage {...page} form={{ ...form, ...back }} isChanged={back?.faults?.draft === 'changed'} />
}
