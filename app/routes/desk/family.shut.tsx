import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { narrow, narrowable, narrowing } from '#app/domain/access/narrow'
import { closablesWith } from '#app/domain/access/narrowable'
import { noteStaffView, takeDeskForm, toldOf } from '#app/edge/desk-forms.server'
import { familyAt, headOf } from '#app/edge/desk-guards.server'
import { blankForm } from '#app/edge/form.server'
import { recentlyShutAt } from '#app/edge/recently-shut.server'
import { ShutPage } from '#app/views/desk/shut-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

/** So many of what was found are shown. */
const MOST = 30

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { world } = context
  const { staff, family } = await familyAt(context, params)
  const { familyId } = family
  await noteStaffView(context, staff, family, 'shut.viewed')
  const { pathname, searchParams } = new URL(request.url)
  const [item, to, typed] = ['item', 'to', 'q'].map((name) => searchParams.get(name) ?? '')
  const [all, asked, recent] = await Promise.all([
    narrowable(world, familyId, item),
    item && to ? narrowing(world, { familyId, item, shutTo: to }) : null,
    recentlyShutAt(context, staff, family),
  ])
  const { things = [], ...rest } = all ?? {}
  const found = closablesWith(things, typed ?? '')
  const missing = item && to && !asked ? ('self' as const) : undefined
  return {
    family: headOf(family),
    typed: typed ?? '',
    found: all ? { things: found.slice(0, MOST), more: found.length > MOST } : undefined,
    thing: things.find(({ id }) => id === item),
    viewers: [],
    shut: [],
    told: [],
    ...rest,
    ...{ recent, missing, late: searchParams.has('late') },
    asked: asked ?? undefined,
    form: blankForm(world, staff, pathname),
  }
}

export function action(args: ActionFunctionArgs) {
  const { context, params } = args
  return takeDeskForm<'self'>(args, async ({ staff, typed, press }) => {
    const { family } = await familyAt(context, params)
    // What was shut, and the way back, stand above the plan.
    const leadTo = `/desk/families/${params.family}/plan`
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
