import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { resend } from '#app/domain/network/invitations'
import { actOnPerson, personPage } from '#app/edge/act-on-person.server'
import { ResendPage } from '#app/views/desk/person-confirm'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export const loader = async (args: LoaderFunctionArgs) => (await personPage(args)).page

export const action = (args: ActionFunctionArgs) =>
  actOnPerson(args, ({ world, person, typed, write }) =>
    resend(world, person, { sendNow: typed.sendNow === 'yes' }, write),
  )

export default function Resend() {
  const { form, ...page } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  return <ResendPage {...page} form={{ ...form, ...back }} refused={Object.values(back?.faults ?? {})} />
}
