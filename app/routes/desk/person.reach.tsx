import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { type ReachForm, setReach } from '#app/domain/coming-in/reaching'
import { onceFor } from '#app/domain/forms/once-for'
import type { Refusal } from '#app/domain/people/refusals'
import { noteStaffView, takeDeskForm, toldOf } from '#app/edge/desk-forms.server'
import { headOf, personAt } from '#app/edge/desk-guards.server'
import { blankForm } from '#app/edge/form.server'
import { daysIn, safeTimesOf, timesTyped } from '#app/edge/safe-times.server'
import { ReachPage } from '#app/views/desk/reach-page'
import type { PageHandle } from '#app/views/page-handle'
import { languages } from '#locales/languages'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { staff, family, line, person, fixedUnsafe } = await personAt(context, params)
  await noteStaffView(context, staff, family, 'person.viewed', person.personId)
  const { phone = '', language, noTexts, safeToText, unsafePhones } = line
  const never = unsafePhones.filter((number) => !fixedUnsafe.includes(number))
  const typed = {
    ...{ phone: asTyped(phone), language, mayText: noTexts ? 'no' : 'yes', ...timesTyped(safeToText) },
    unsafePhones: never.map(asTyped).join('\n'),
  }
  return {
    family: headOf(family),
    person: line,
    fixedUnsafe,
    languages: [...new Set([language, ...Object.keys(languages)])],
    form: { ...blankForm(context.world, staff, new URL(request.url).pathname), typed },
  }
}

const asTyped = (phone: string) => phone.replace(/^\+44/, '0')

export function action(args: ActionFunctionArgs) {
  const { context, params } = args
  return takeDeskForm<Refusal>(args, async ({ staff, typed, press }) => {
    const { family, person } = await personAt(context, params)
    typed.days = daysIn(press).join(',')
    const { phone = '', language = '', unsafePhones = '', mayText } = typed
    const safeToText = safeTimesOf(typed, press)
    const form: ReachForm = { phone, language, unsafePhones, mayText: mayText !== 'no', safeToText }
    const leadTo = `/desk/families/${family.publicId}/people#${params.person}`
    const once = onceFor(context.world, staff, { ...press, leadTo })
    const set = await setReach(context.world, person, form, once.write)
    if ('refused' in set) return { faults: Object.fromEntries(set.refused.map((why) => [why, why])) }
    return toldOf(once.sent() ?? { state: 'forged' }, leadTo)
  })
}

export default function ReachPerson() {
  const { form, ...page } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  return <ReachPage {...page} form={{ ...form, ...back }} refused={Object.values(back?.faults ?? {})} />
}
