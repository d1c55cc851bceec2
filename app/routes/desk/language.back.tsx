import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { onceFor } from '#app/domain/forms/once-for'
import { pressedBefore } from '#app/domain/forms/tickets'
import type { Listed } from '#app/domain/plan/faults'
import { type NotTaken, takeFile } from '#app/domain/record/take-translation'
import { noteStaffView, takeDeskForm, toldOf } from '#app/edge/desk-forms.server'
import { headOf } from '#app/edge/desk-guards.server'
import { chosenFile, listOf } from '#app/edge/family-file.server'
import { blankForm, type Outcome } from '#app/edge/form.server'
import { languageAt, writingAt } from '#app/edge/language-at.server'
import { TakeBackPage } from '#app/views/desk/take-back-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

type Refused = NotTaken | 'no-translator' | 'faults'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { staff, family, line, url } = await languageAt(context, params)
  const { may, asked, writing } = await writingAt(context, staff, family)
  if (!may) throw redirect(url, 303)
  await noteStaffView(context, staff, family, 'languages.viewed')
  const form = blankForm(context.world, staff, new URL(request.url).pathname)
  return { family: headOf(family), language: line.language, url, form, asked, writing }
}

export async function action(args: ActionFunctionArgs) {
  const { context, params } = args
  const { world } = context
  const file = await chosenFile(args)
  let list: Listed = { faults: [] }
  const back = await takeDeskForm<Refused>(args, async ({ staff, typed, press }): Promise<Outcome<Refused>> => {
    const { family, line, url } = await languageAt(context, params)
    const leadTo = `${url}?taken`
    const form = { ...press, fields: [...press.fields, ['file', file] as [string, string]], leadTo }
    const before = await pressedBefore(world, form)
    if (before) return { is: 'pressed-twice', leadTo: before }
    const translator = typed.translator?.trim() ?? ''
    if (!translator) return { faults: { translator: 'no-translator' } }
    const once = onceFor(world, staff, form)
    const of = { familyId: family.familyId, language: line.language }
    const given = { file, translator, checker: typed.checker?.trim() ?? '' }
    const taken = await takeFile(world, { staffId: staff.staffId, as: family.as }, of, given, once.write)
    if ('refused' in taken) return { faults: { file: taken.refused } }
    if ('faults' in taken) {
      list = taken
      return { faults: { file: 'faults' } }
    }
    return toldOf(once.sent() ?? { state: 'forged' }, taken.left > 0 ? `${leadTo}&left=${taken.left}` : leadTo)
  })
  return data({ ...back.data, ...listOf(list) }, back.init ?? undefined)
}

export default function TakeBack() {
  const { form, ...page } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  const refused = Object.values(back?.faults ?? {})[0]
  return <TakeBackPage {...page} form={{ ...form, ...back }} refused={refused} faults={back?.list} more={back?.more} />
}
