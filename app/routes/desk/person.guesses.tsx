import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { letTryAgain, markGuessesSeen } from '#app/domain/desk/guesses-for-staff'
import { actOnPerson, personPage } from '#app/edge/act-on-person.server'
import { GuessesPage } from '#app/views/desk/guesses-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export const loader = async (args: LoaderFunctionArgs) => (await personPage(args)).page

/** With `until` it is only marked as seen: the button on the desk. */
export const action = (args: ActionFunctionArgs) =>
  actOnPerson(
    args,
    async ({ world, person, typed: { until }, write }) =>
      until ? markGuessesSeen(world, person, until, write) : letTryAgain(world, person, write),
    { to: 'desk' },
  )

export default function LetTryAgain() {
  const { form, ...page } = useLoaderData<typeof loader>()
  return <GuessesPage {...page} form={{ ...form, ...useActionData<typeof action>() }} />
}
