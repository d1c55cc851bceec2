import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { languagesOf, translating } from '#app/domain/desk/translating'
import { noteStaffView } from '#app/edge/desk-forms.server'
import { familyAt, headOf } from '#app/edge/desk-guards.server'
import { LanguagesPage } from '#app/views/desk/languages-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { staff, family } = await familyAt(context, params)
  await noteStaffView(context, staff, family, 'languages.viewed')
  const of = await translating(context.world, family.familyId)
  return { family: headOf(family), languages: of ? languagesOf(of) : [] }
}

export default function Languages() {
  return <LanguagesPage {...useLoaderData<typeof loader>()} />
}
