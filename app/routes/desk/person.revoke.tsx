import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { revoke } from '#app/domain/coming-in/ending'
import { actOnPerson, personPage } from '#app/edge/act-on-person.server'
import { RevokePage } from '#app/views/desk/person-confirm'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export const loader = async (args: LoaderFunctionArgs) => (await personPage(args)).page

export const action = (args: ActionFunctionArgs) =>
  actOnPerson(args, ({ world, person, write }) => revoke(world, person, write))

export default function Revoke() {
  const { form, ...page } = useLoaderData<typeof loader>()
  return <RevokePage {...page} form={{ ...form, ...useActionData<typeof action>() }} />
}
