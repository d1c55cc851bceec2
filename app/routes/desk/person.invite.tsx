import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { nameOf } from '#app/domain/council/sender'
import { invite } from '#app/domain/network/invitations'
import type { InvitationForm } from '#app/domain/people/refusals'
import { textToShow } from '#app/domain/texts/wording'
import { actOnPerson, personPage } from '#app/edge/act-on-person.server'
import { safeTimesOf, timesTyped, withDays } from '#app/edge/safe-times.server'
import { InvitePage } from '#app/views/desk/invite-page'
import type { PageHandle } from '#app/views/page-handle'
import { choicesBeside } from '#locales/languages'

export const handle: PageHandle = { title: 'desk' }

export async function loader(args: LoaderFunctionArgs) {
  const { world, page } = await personPage(args)
  const { phone = '', language, safeToText } = page.person
  // In the person's language first, then in the others we have words in.
  const typed = { phone: phone.replace(/^\+44/, '0'), language, ...timesTyped(safeToText) }
  return {
    ...page,
    sender: await nameOf(world),
    texts: await Promise.all(
      choicesBeside(language).map(async (language) => {
        const text = await textToShow(world, language, 'invitation')
        return { language, ...text, letters: [...text.body].length }
      }),
    ),
    form: { ...page.form, typed },
  }
}

export const action = (args: ActionFunctionArgs) =>
  actOnPerson(args, ({ world, person, typed, press, write }) => {
    withDays(typed, press)
    return invite(world, person, formOf(typed, press), write)
  })

export default function Invite() {
  const { form, ...page } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  return <InvitePage {...page} form={{ ...form, ...back }} refused={Object.values(back?.faults ?? {})} />
}

function formOf(typed: Record<string, string>, press: Parameters<typeof safeTimesOf>[1]): InvitationForm {
  const { phone = '', language = '', word = '' } = typed
  return { phone, language, safeToText: safeTimesOf(typed, press), word, sendNow: typed.sendNow === 'yes' }
}
