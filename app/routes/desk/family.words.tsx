import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { wordsForStaff } from '#app/domain/desk/words-for-staff'
import { noteStaffView } from '#app/edge/desk-forms.server'
import { familyAt, headOf } from '#app/edge/desk-guards.server'
import { WordsPage } from '#app/views/desk/words-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { staff, family } = await familyAt(context, params)
  await noteStaffView(context, staff, family, 'words.viewed')
  return { family: headOf(family), words: await wordsForStaff(context.world, family.familyId) }
}

export default function PlainWords() {
  return <WordsPage {...useLoaderData<typeof loader>()} />
}
