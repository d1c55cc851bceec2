import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { onceFor } from '#app/domain/forms/once-for'
import { invite } from '#app/domain/network/invitations'
import type { InvitationForm, Refusal } from '#app/domain/people/refusals'
import { textToShow } from '#app/domain/texts/wording'
import { noteStaffView, takeDeskForm, toldOf } from '#app/edge/desk-forms.server'
import { headOf, personAt } from '#app/edge/desk-guards.server'
import { blankForm } from '#app/edge/form.server'
import { daysIn, safeTimesOf, timesTyped } from '#app/edge/safe-times.server'
import { InvitePage } from '#app/views/desk/invite-page'
import type { PageHandle } from '#app/views/page-handle'
import { languages } from '#locales/languages'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { world } = context
  const { staff, family, line, person } = await personAt(context, params)
  await noteStaffView(context, staff, family, 'person.viewed', person.personId)
  const { phone = '', language, safeToText } = line
  // In the person's language first, then in the others we have words in.
  const tags = [...new Set([language, ...Object.keys(languages)])]
  const typed = { phone: phone.replace(/^\+44/, '0'), language, ...timesTyped(safeToText) }
  return {
    family: headOf(family),
    person: line,
    texts: await Promise.all(
      tags.map(async (language) => {
        const text = await textToShow(world, language, 'invitation')
        return { language, ...text, letters: [...text.body].length }
      }),
    ),
    form: { ...blankForm(world, staff, new URL(request.url).pathname), typed },
  }
}

export function action(args: ActionFunctionArgs) {
  const { context, params } = args
  return takeDeskForm<Refusal>(args, async ({ staff, typed, press }) => {
    const { family, person } = await personAt(context, params)
    // The boxes of the days come one by one; the page gets them back as one value.
    typed.days = daysIn(press).join(',')
    const leadTo = `/desk/families/${family.publicId}/people#${params.person}`
    const once = onceFor(context.world, staff, { ...press, leadTo })
    const invited = await invite(context.world, person, formOf(typed, press), once.write)
    if ('refused' in invited) return { faults: Object.fromEntries(invited.refused.map((why) => [why, why])) }
    return toldOf(once.sent() ?? { state: 'forged' }, leadTo)
  })
}

export default function Invite() {
  const { form, ...page } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  return <InvitePage {...page} form={{ ...form, ...back }} refused={Object.values(back?.faults ?? {})} />
}

function formOf(typed: Record<string, string>, press: Parameters<typeof daysIn>[0]): InvitationForm {
  const { phone = '', language = '', word = '' } = typed
  return { phone, language, safeToText: safeTimesOf(typed, press), word, sendNow: typed.sendNow === 'yes' }
}
