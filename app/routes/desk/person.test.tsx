import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { onceFor } from '#app/domain/forms/once-for'
import { sendTest } from '#app/domain/network/test-text'
import type { Refusal } from '#app/domain/people/refusals'
import { textToShow } from '#app/domain/texts/wording'
import { noteStaffView, takeDeskForm, toldOf } from '#app/edge/desk-forms.server'
import { headOf, personAt } from '#app/edge/desk-guards.server'
import { blankForm } from '#app/edge/form.server'
import { TestTextPage } from '#app/views/desk/person-number'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { staff, family, line, person } = await personAt(context, params)
  await noteStaffView(context, staff, family, 'person.viewed', person.personId)
  const form = blankForm(context.world, staff, new URL(request.url).pathname)
  const { body } = await textToShow(context.world, line.language, 'test')
  return { family: headOf(family), person: line, says: body, form }
}

export function action(args: ActionFunctionArgs) {
  const { context, params } = args
  return takeDeskForm<Refusal>(args, async ({ staff, press }) => {
    const { family, person } = await personAt(context, params)
    const leadTo = `/desk/families/${family.publicId}/texts`
    const once = onceFor(context.world, staff, { ...press, leadTo })
    const sent = await sendTest(context.world, person, once.write)
    if ('refused' in sent) return { faults: Object.fromEntries(sent.refused.map((why) => [why, why])) }
    return toldOf(once.sent() ?? { state: 'forged' }, leadTo)
  })
}

export default function TestText() {
  const { form, ...page } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  return <TestTextPage {...page} form={{ ...form, ...back }} refused={Object.values(back?.faults ?? {})} />
}
