import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { type NameRefusal, namesNow } from '#app/domain/council/sender'
import { onceFor } from '#app/domain/forms/once-for'
import { setNames } from '#app/domain/texts/set-names'
import { textToShow } from '#app/domain/texts/wording'
import { takeDeskForm, toldOf } from '#app/edge/desk-forms.server'
import { administratorAt } from '#app/edge/desk-guards.server'
import { blankForm } from '#app/edge/form.server'
import { SettingsPage } from '#app/views/desk/settings-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world } = context
  const staff = await administratorAt(context)
  const { pathname, searchParams } = new URL(request.url)
  const [typed, { body }] = await Promise.all([namesNow(world), textToShow(world, 'en', 'invitation')])
  return { saved: searchParams.has('saved'), example: body, form: { ...blankForm(world, staff, pathname), typed } }
}

export function action(args: ActionFunctionArgs) {
  const { context } = args
  return takeDeskForm<NameRefusal>(args, async ({ typed, press }) => {
    const staff = await administratorAt(context)
    const once = onceFor(context.world, staff, { ...press, leadTo: `${press.path}?saved` })
    const { senderName = '', serviceName = '' } = typed
    const set = await setNames(context.world, staff, { senderName, serviceName }, once.write)
    if ('refused' in set) return { faults: set.refused as Record<string, NameRefusal> }
    return toldOf(once.sent() ?? { state: 'forged' }, `${press.path}?saved`)
  })
}

export default function Settings() {
  const { form, ...page } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  return <SettingsPage {...page} form={{ ...form, ...back }} refused={back?.faults ?? {}} />
}
