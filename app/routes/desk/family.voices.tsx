import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { onceFor } from '#app/domain/forms/once-for'
import { pressedBefore } from '#app/domain/forms/tickets'
import { putVoice, voiceLines } from '#app/domain/record/voices/put-voice'
import type { NoRecording } from '#app/domain/record/voices/recorded'
import { noteStaffView, takeDeskForm, toldOf } from '#app/edge/desk-forms.server'
import { familyAt, headOf } from '#app/edge/desk-guards.server'
import { blankForm, type Outcome } from '#app/edge/form.server'
import { recordedApart } from '#app/edge/recorded-apart.server'
import { chosenBytes } from '#app/edge/sent-bytes.server'
import { VoicesPage } from '#app/views/desk/voices-page'
import type { PageHandle } from '#app/views/page-handle'
import { type Language, languageOf } from '#locales/languages'

export const handle: PageHandle = { title: 'desk' }

type Refused = NoRecording | 'no-file' | 'no-text' | 'no-name'

/** In which language, by the address: the ones pages are read in. */
const languageIn = (url: string): Language => languageOf(new URL(url).searchParams.get('in') ?? '') ?? 'en'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { staff, family } = await familyAt(context, params)
  await noteStaffView(context, staff, family, 'voices.viewed')
  const language = languageIn(request.url)
  const lines = (await voiceLines(context.world, family.familyId, language)) ?? []
  const form = blankForm(context.world, staff, new URL(request.url).pathname)
  return { family: headOf(family), language, lines, form }
}

export async function action(args: ActionFunctionArgs) {
  const { context, params, request } = args
  const { world } = context
  const bytes = await chosenBytes(args)
  return takeDeskForm<Refused>(args, async ({ staff, typed, press }): Promise<Outcome<Refused>> => {
    const { family } = await familyAt(context, params)
    const before = await pressedBefore(world, press)
    if (before) return { is: 'pressed-twice', leadTo: before }
    const language = languageIn(request.url)
    const [what, out = ''] = (typed.do ?? '').split('|')
    const [id, readBy] = [what === 'out' ? out : (typed.text ?? ''), typed.readBy?.trim() ?? '']
    const recording = what === 'out' ? null : bytes ? await recordedApart(bytes) : undefined
    if (!id) return { faults: { text: 'no-text' } }
    if (recording === undefined) return { faults: { file: 'no-file' } }
    if (recording && 'refused' in recording) return { faults: { file: recording.refused } }
    if (recording && !readBy) return { faults: { readBy: 'no-name' } }
    const leadTo = `/desk/families/${family.publicId}/plan/voices?in=${language}`
    const once = onceFor(world, staff, { ...press, leadTo })
    const of = { familyId: family.familyId, by: staff.staffId }
    const put = await putVoice(world, of, { id, language, readBy, recording }, once.write)
    if (!put) throw new Response(null, { status: 404 })
    return toldOf(once.sent() ?? { state: 'forged' }, leadTo)
  })
}

export default function Voices() {
  const { form, ...page } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  return <VoicesPage {...page} form={{ ...form, ...back }} refused={Object.values(back?.faults ?? {})[0]} />
}
