import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { onceFor } from '#app/domain/forms/once-for'
import { pressedBefore } from '#app/domain/forms/tickets'
import { type OverruleRefused, overrule } from '#app/domain/record/overrule'
import { noteStaffView, takeDeskForm, toldOf } from '#app/edge/desk-forms.server'
import { readerAt } from '#app/edge/draft-at.server'
import { findingsAt } from '#app/edge/findings-at.server'
import { blankForm, type Outcome } from '#app/edge/form.server'
import { OverrulePage } from '#app/views/desk/overrule-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

const findingsOf = (params: { family?: string }) => `/desk/families/${params.family}/findings`

/** Who may not decide it, and words that are not found any more, lead back to the list. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { reader, draft, lines, page } = await findingsAt(context, params)
  const which = new URL(request.url).searchParams.get('which')
  const line = lines.blocks.find((one) => one.which === which)
  if (!line || !draft || !page.mayOverrule) throw redirect(findingsOf(params), 303)
  await noteStaffView(context, reader.staff, reader.family, 'findings.viewed')
  const form = blankForm(context.world, reader.staff, new URL(request.url).pathname)
  return { family: page.family, draft: draft.versionId, line, form }
}

export function action(args: ActionFunctionArgs) {
  const { context, params } = args
  const { world } = context
  return takeDeskForm<OverruleRefused>(args, async ({ staff, typed, press }): Promise<Outcome<OverruleRefused>> => {
    const before = await pressedBefore(world, press)
    if (before) return { is: 'pressed-twice', leadTo: before }
    const { family, as } = await readerAt(context, params)
    const leadTo = findingsOf(params)
    const once = onceFor(world, staff, { ...press, leadTo })
    const of = { familyId: family.familyId, versionId: typed.draft ?? '' }
    const deciding = { which: typed.which ?? '', reason: typed.words ?? '' }
    const done = await overrule(world, { staffId: staff.staffId, as }, of, deciding, once.write)
    if (!('refused' in done)) return toldOf(once.sent() ?? { state: 'forged' }, leadTo)
    if (done.refused === 'moved') throw redirect(leadTo, 303)
    return { faults: { words: done.refused } }
  })
}

export default function Overrule() {
  const { form, ...page } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  return <OverrulePage {...page} form={{ ...form, ...back }} refused={back?.faults?.words} />
}
