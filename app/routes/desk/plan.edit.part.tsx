import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { openDraftOf } from '#app/domain/council/open-draft'
import { isGenuine, ticketFor } from '#app/domain/forms/tickets'
import { type Part, parts } from '#app/domain/plan/draft/parts'
import { editorPart, leftOverIn } from '#app/domain/record/writing/page'
import { savePage } from '#app/domain/record/writing/save-page'
import { whySentBack } from '#app/domain/record/writing/sent-back'
import { noteStaffView, takeDeskForm } from '#app/edge/desk-forms.server'
import { familyAt, headOf } from '#app/edge/desk-guards.server'
import { editorAt } from '#app/edge/editor-at.server'
import { blankForm } from '#app/edge/form.server'
import { EditPage } from '#app/views/desk/edit/edit-page'
import type { PageHandle } from '#app/views/page-handle'
import { hasWords } from '#app/views/words-not-sent'
import script from '../../views/desk/edit/edit.js?url'

export const handle: PageHandle = { title: 'desk' }

const notFound = () => new Response(null, { status: 404 })
const partAt = (name: string | undefined): Part | 'left' => {
  const part = name === 'left' ? name : parts.find((one) => one === name)
  if (!part) throw notFound()
  return part
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { world } = context
  const { staff, family, draft, handles } = await editorAt(context, params)
  const part = partAt(params.part)
  await noteStaffView(context, staff, family, 'draft.viewed', draft.id)
  const { pathname, searchParams } = new URL(request.url)
  const open = searchParams.get('open') ?? undefined
  const url = `/desk/families/${family.publicId}/plan`
  return {
    ...{ family: headOf(family), part, open, revision: draft.revision },
    form: blankForm(world, staff, pathname),
    saves: { url: `${url}/save`, ticket: ticketFor(world, staff, `${url}/save`), by: staff.staffId },
    isChanged: searchParams.has('changed'),
    sentBack: await whySentBack(world, draft),
    page: await editorPart(world, draft, part === 'left' ? 'family' : part, {
      handles,
      open,
      published: family.published,
    }),
    left: leftOverIn(draft, handles.handle),
  }
}

/** All that stands on the page is saved by whatever is pressed on it. */
export async function action(args: ActionFunctionArgs) {
  const { context, params, request } = args
  const { world } = context
  return takeDeskForm(args, async ({ staff, typed, press }) => {
    const { family } = await familyAt(context, params)
    const draft = await openDraftOf(world, family.familyId)
    // It was finished meanwhile: what was typed comes back on a page of its own, to be copied.
    if (!draft) throw hasWords(typed) ? notFound() : redirect(`/desk/families/${family.publicId}/plan/edit`, 303)
    const part = partAt(params.part)
    if (!isGenuine(world, staff, press)) return { is: 'old-page' }
    const saved = await savePage(world, { family, draft, by: staff.staffId, part }, press)
    if (!saved) throw notFound()
    const [pressed = '', of = ''] = (typed.do ?? '').split('|')
    const opened =
      pressed === 'open' ? of : pressed === 'close' ? undefined : new URL(request.url).searchParams.get('open')
    if (pressed === 'picture')
      return { is: 'saved', leadTo: `/desk/families/${family.publicId}/plan/picture/${encodeURIComponent(of)}` }
    const query = new URLSearchParams({
      ...(opened && { open: opened }),
      ...(saved.isChanged && { changed: '' }),
    }).toString()
    const next = pressed === 'next' ? of : part
    const at = pressed === 'next' || !saved.at ? '' : `#i-${saved.at}`
    return { is: 'saved', leadTo: `/desk/families/${family.publicId}/plan/edit/${next}${query && `?${query}`}${at}` }
  })
}

export default function EditPart() {
  const loaded = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  return (
    <>
      <EditPage {...loaded} form={{ ...loaded.form, ...back }} />
      <script src={script} defer />
    </>
  )
}
