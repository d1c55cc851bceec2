import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { viewOfWriting } from '#app/domain/access/view-of-writing'
import { onCallNow } from '#app/domain/council/on-call'
import { lookAtWriting } from '#app/domain/record/writing/look'
import { noteStaffView } from '#app/edge/desk-forms.server'
import { headOf } from '#app/edge/desk-guards.server'
import { editorAt } from '#app/edge/editor-at.server'
import { DraftAsPage } from '#app/views/desk/edit/draft-as-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

/** The draft as one person would read it if it were published now; while something is missing in it, it cannot be shown so. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { world } = context
  const { staff, family, draft, handles } = await editorAt(context, params)
  const { file, faults } = await lookAtWriting(world, draft)
  const personId = handles.id(params.person ?? '')
  const person = [...file.people, ...file.children].find(({ id }) => id === personId)
  if (!person) throw new Response(null, { status: 404 })
  await noteStaffView(context, staff, family, 'plan.previewed', personId)
  const language = ('language' in person && person.language) || file.language
  const asked = { familyId: family.familyId, planId: family.publicId, file, personId, language, handle: handles.handle }
  const isWhole = faults.length === 0
  return {
    family: headOf(family),
    name: ('name' in person ? person.name : person.firstName).split(' ')[0] ?? '',
    isWhole,
    ...(isWhole ? await viewOfWriting(world, asked) : { plan: null, outside: false }),
    onCall: await onCallNow(world),
  }
}

export default function DraftAs() {
  return <DraftAsPage {...useLoaderData<typeof loader>()} />
}
