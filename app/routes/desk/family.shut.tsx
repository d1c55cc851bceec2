import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { narrow, narrowable, narrowing } from '#app/domain/access/narrow'
import { noteStaffView, takeDeskForm, toldOf } from '#app/edge/desk-forms.server'
import { familyAt, headOf } from '#app/edge/desk-guards.server'
import { blankForm } from '#app/edge/form.server'
import { ShutPage } from '#app/views/desk/shut-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { world } = context
  const { staff, family } = await familyAt(context, params)
  const { familyId } = family
  await noteStaffView(context, staff, family, 'shut.viewed')
  const { pathname, searchParams } = new URL(request.url)
  const chosen = { item: searchParams.get('item') ?? '', to: searchParams.get('to') ?? '' }
  const both = chosen.item && chosen.to
  const asked = both ? await narrowing(world, { familyId, item: chosen.item, shutTo: chosen.to }) : null
  return {
    family: headOf(family),
    narrowable: await narrowable(world, familyId, chosen.item),
    chosen,
    missing:
      both && !asked
        ? ('self' as const)
        : searchParams.has('item') && searchParams.has('to') && !both
          ? ('missing' as const)
          : undefined,
    asked: asked ?? undefined,
    form: blankForm(world, staff, pathname),
  }
}

export function action(args: ActionFunctionArgs) {
  const { context, params } = args
  return takeDeskForm<'self'>(args, async ({ staff, typed, press }) => {
    const { family } = await familyAt(context, params)
    const leadTo = press.path
    const asked = { familyId: family.familyId, item: typed.item ?? '', shutTo: typed.to ?? '' }
    const sent = await narrow(context.world, staff, { ...press, leadTo }, asked)
    return sent ? toldOf(sent, leadTo) : { faults: { item: 'self' } }
  })
}

export default function Shut() {
  const { missing, form, ...page } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  return <ShutPage {...page} missing={missing ?? back?.faults?.item} form={{ ...form, ...back }} />
}
