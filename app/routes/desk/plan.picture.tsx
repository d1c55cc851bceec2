import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isGenuine } from '#app/domain/forms/tickets'
import { pictureNamed } from '#app/domain/plan/pictures/named'
import { symbolNames } from '#app/domain/plan/pictures/symbols'
import { frameIn, type Given, putPicture } from '#app/domain/record/pictures/put-picture'
import { type NoPicture, redrawn } from '#app/domain/record/pictures/redrawn'
import { keyed } from '#app/domain/tokens'
import { noteStaffView, takeDeskForm } from '#app/edge/desk-forms.server'
import { headOf } from '#app/edge/desk-guards.server'
import { editorAt } from '#app/edge/editor-at.server'
import { blankForm, type Outcome } from '#app/edge/form.server'
import { chosenBytes } from '#app/edge/sent-bytes.server'
import { PicturePage } from '#app/views/desk/edit/picture-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

type Refused = NoPicture | 'nothing' | 'no-words'

/** The frame of the address in the open draft. */
async function frameAt(context: LoaderFunctionArgs['context'], params: LoaderFunctionArgs['params']) {
  const editor = await editorAt(context, params)
  const id = editor.handles.id(params.frame ?? '')
  const at = frameIn(editor.draft.writing.document, id)
  if (!at) throw new Response(null, { status: 404 })
  return { ...editor, id, at, back: `/desk/families/${editor.family.publicId}/plan/edit/dates#i-${params.frame}` }
}

const said = (value: unknown) => (typeof value === 'string' ? value : '')

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { staff, family, draft, at, back } = await frameAt(context, params)
  await noteStaffView(context, staff, family, 'draft.viewed', draft.id)
  return {
    ...{ family: headOf(family), back, url: new URL(request.url).pathname, symbols: symbolNames },
    frame: { words: said(at.frame.text), toDraw: said(at.frame.picture), alt: said(at.alt.text) },
    file: pictureNamed(at.file) && at.file,
    form: blankForm(context.world, staff, new URL(request.url).pathname),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { context, params } = args
  const { world } = context
  const bytes = await chosenBytes(args)
  return takeDeskForm<Refused>(args, async ({ staff, typed, press }): Promise<Outcome<Refused>> => {
    const { family, draft, id, at, back } = await frameAt(context, params)
    if (!isGenuine(world, staff, press)) return { is: 'old-page' }
    const symbol = symbolNames.find((name) => name === typed.symbol)
    const alt = typed.alt?.trim() ?? ''
    let given: Given = typed.do === 'none' ? 'none' : symbol ? { symbol } : 'keep'
    if (given !== 'none') {
      if (!alt) return { faults: { alt: 'no-words' } }
      if (!bytes && !symbol && !pictureNamed(at.file)) return { faults: { file: 'nothing' } }
      const picture = bytes && (await redrawn(bytes))
      if (picture && 'refused' in picture) return { faults: { file: picture.refused } }
      if (picture) given = { picture }
    }
    const what = typeof given === 'object' && 'picture' in given ? given.picture.hash : JSON.stringify(given)
    const saved = await putPicture(
      world,
      { familyId: family.familyId, by: staff.staffId, seen: draft.revision },
      { frame: id, given, alt, press: keyed(world, 'draft', press.ticket, what + alt).slice(0, 22) },
    )
    // It was finished meanwhile.
    if (!saved) throw redirect(`/desk/families/${family.publicId}/plan/edit`, 303)
    return { is: 'saved', leadTo: back }
  })
}

export default function Picture() {
  const { form, ...page } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  return <PicturePage {...page} form={{ ...form, ...back }} refused={Object.values(back?.faults ?? {})[0]} />
}
