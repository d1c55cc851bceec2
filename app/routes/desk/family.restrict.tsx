import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { colleagues } from '#app/domain/council/colleagues'
import { namedIn, restrict, workingNow } from '#app/domain/council/restricting'
import { onceFor } from '#app/domain/forms/once-for'
import { takeDeskForm, toldOf } from '#app/edge/desk-forms.server'
import { headOf } from '#app/edge/desk-guards.server'
import { blankForm } from '#app/edge/form.server'
import { managedAt } from '#app/edge/team-at.server'
import { RestrictPage } from '#app/views/desk/restrict-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { staff, family } = await managedAt(context, params)
  const { world } = context
  const [all, named, working] = await Promise.all([
    colleagues(world),
    namedIn(world, family.familyId),
    workingNow(world, family.familyId),
  ])
  const form = blankForm(context.world, staff, new URL(request.url).pathname)
  return { me: staff.staffId, family: headOf(family), all, named, working, form }
}

export function action(args: ActionFunctionArgs) {
  const { context, params } = args
  return takeDeskForm<'nobody'>(args, async ({ typed, press }) => {
    const { staff, family } = await managedAt(context, params)
    const names = Object.keys(typed).flatMap((key) => (key.startsWith('name-') ? [key.slice('name-'.length)] : []))
    const once = onceFor(context.world, staff, { ...press, leadTo: '/desk/team' })
    const lifted = typed.part === 'lift'
    if (!lifted && names.length === 0) return { faults: { names: 'nobody' } }
    const set = await restrict(context.world, staff.staffId, family.familyId, lifted ? [] : names, once.write)
    if ('refused' in set) return { faults: { names: set.refused } }
    return toldOf(once.sent() ?? { state: 'forged' }, '/desk/team')
  })
}

export default function Restrict() {
  const { form, ...page } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  return <RestrictPage {...page} form={{ ...form, ...back }} refused={back?.faults?.names} />
}
