import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { revoke } from '#app/domain/coming-in/ending'
import { onceFor } from '#app/domain/forms/once-for'
import { noteStaffView, takeDeskForm, toldOf } from '#app/edge/desk-forms.server'
import { headOf, personAt } from '#app/edge/desk-guards.server'
import { blankForm } from '#app/edge/form.server'
import { RevokePage } from '#app/views/desk/person-confirm'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { staff, family, line, person } = await personAt(context, params)
  await noteStaffView(context, staff, family, 'person.viewed', person.personId)
  return { family: headOf(family), person: line, form: blankForm(context.world, staff, new URL(request.url).pathname) }
}

export function action(args: ActionFunctionArgs) {
  const { context, params } = args
  return takeDeskForm(args, async ({ staff, press }) => {
    const { family, person } = await personAt(context, params)
    const leadTo = `/desk/families/${family.publicId}/people#${params.person}`
    const once = onceFor(context.world, staff, { ...press, leadTo })
    await revoke(context.world, person, once.write)
    return toldOf(once.sent() ?? { state: 'forged' }, leadTo)
  })
}

export default function Revoke() {
  const { form, ...page } = useLoaderData<typeof loader>()
  return <RevokePage {...page} form={{ ...form, ...useActionData<typeof action>() }} />
}
