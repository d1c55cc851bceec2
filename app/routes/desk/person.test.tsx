import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { sendTest } from '#app/domain/network/test-text'
import { textToShow } from '#app/domain/texts/wording'
import { actOnPerson, personPage } from '#app/edge/act-on-person.server'
import { TestTextPage } from '#app/views/desk/person-number'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader(args: LoaderFunctionArgs) {
  const { world, page } = await personPage(args)
  const { body } = await textToShow(world, page.person.language, 'test')
  return { ...page, says: body }
}

export const action = (args: ActionFunctionArgs) =>
  actOnPerson(args, ({ world, person, write }) => sendTest(world, person, write), { to: 'texts' })

export default function TestText() {
  const { form, ...page } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  return <TestTextPage {...page} form={{ ...form, ...back }} refused={Object.values(back?.faults ?? {})} />
}
