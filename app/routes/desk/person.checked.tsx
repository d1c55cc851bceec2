import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { numberIsRight } from '#app/domain/texts/number-stops'
import { actOnPerson, personPage } from '#app/edge/act-on-person.server'
import { CheckedPage } from '#app/views/desk/person-number'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export const loader = async (args: LoaderFunctionArgs) => (await personPage(args)).page

export const action = (args: ActionFunctionArgs) =>
  actOnPerson(args, async ({ world, person, write }) => numberIsRight(world, person, write))

export default function Checked() {
  const { form, ...page } = useLoaderData<typeof loader>()
  return <CheckedPage {...page} form={{ ...form, ...useActionData<typeof action>() }} />
}
