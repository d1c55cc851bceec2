import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { onceFor } from '#app/domain/forms/once-for'
import { pressedBefore } from '#app/domain/forms/tickets'
import type { Listed } from '#app/domain/plan/faults'
import { jsonFrom } from '#app/domain/plan/json-text'
import { replaceDraft } from '#app/domain/record/replace-draft'
import { noteStaffView, takeDeskForm, toldOf } from '#app/edge/desk-forms.server'
import { draftAt, formOfHand, readerAt } from '#app/edge/draft-at.server'
import { chosenFile, listOf } from '#app/edge/family-file.server'
import type { Outcome } from '#app/edge/form.server'
import { ReplacePage } from '#app/views/desk/replace-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

/** Nothing was sent, there are faults in it, or the page says who writes and what to do first. */
type Refused = 'empty' | 'faults' | 'being-written'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { staff, family, draft } = await draftAt(context, params, 'replace')
  await noteStaffView(context, staff, family, 'replace.viewed')
  return { ...formOfHand(context.world, staff, request, draft), writing: family.writing }
}

export async function action(args: ActionFunctionArgs) {
  const { context, params } = args
  const { world } = context
  const file = await chosenFile(args)
  let list: Listed = { faults: [] }
  const back = await takeDeskForm<Refused>(args, async ({ staff, typed, press }): Promise<Outcome<Refused>> => {
    const { family, as } = await readerAt(context, params)
    // A file that was chosen is what is meant, whatever was pasted for an earlier try.
    const words = file || typed.pasted || ''
    const leadTo = `/desk/families/${family.publicId}/plan`
    const form = { ...press, fields: [['pasted', words] as [string, string]], leadTo }
    const before = await pressedBefore(world, form)
    if (before) return { is: 'pressed-twice', leadTo: before }
    if (!words.trim()) return { faults: { file: 'empty' } }
    const read = jsonFrom(words)
    const once = onceFor(world, staff, form)
    const taken =
      'faults' in read
        ? read
        : await replaceDraft(world, { staffId: staff.staffId, as }, family.familyId, read.json, once.write)
    if (!taken) throw redirect(leadTo, 303)
    if ('refused' in taken) return { faults: { file: taken.refused } }
    if ('faults' in taken) {
      list = taken
      return { faults: { file: 'faults' } }
    }
    return toldOf(once.sent() ?? { state: 'forged' }, leadTo)
  })
  return data({ ...back.data, ...listOf(list), chosen: file !== '' }, back.init ?? undefined)
}

export default function Replace() {
  const { form, family, writing } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  return (
    <ReplacePage
      family={family}
      writing={writing}
      form={{ ...form, ...back }}
      isEmpty={back?.faults?.file === 'empty'}
      faults={back?.list}
      more={back?.more}
      chosen={back?.chosen}
    />
  )
}
