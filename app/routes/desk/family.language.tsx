import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { sideBySide, textsFor } from '#app/domain/desk/translating'
import { onceFor } from '#app/domain/forms/once-for'
import { pressedBefore } from '#app/domain/forms/tickets'
import type { Listed } from '#app/domain/plan/faults'
import { maskOf } from '#app/domain/plan/languages/placeholders'
import { sheetOf } from '#app/domain/plan/languages/sheet'
import { type NotTaken, takeTyped } from '#app/domain/record/take-translation'
import { noteStaffView, takeDeskForm, toldOf } from '#app/edge/desk-forms.server'
import { headOf } from '#app/edge/desk-guards.server'
import { listOf } from '#app/edge/family-file.server'
import { blankForm, type Outcome } from '#app/edge/form.server'
import { languageAt, writingAt } from '#app/edge/language-at.server'
import { LanguagePage } from '#app/views/desk/language-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

type Refused = NotTaken | 'no-checker' | 'faults'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { world } = context
  const { staff, family, of, line, url } = await languageAt(context, params)
  await noteStaffView(context, staff, family, 'languages.viewed')
  const { searchParams, pathname } = new URL(request.url)
  const { lines, unread } = sideBySide(of, line.language)
  const sheet = sheetOf(of.file, maskOf(of.file, of.staff), line.language, textsFor(of, line.language))
  return {
    ...{ family: headOf(family), url, line, lines, unread, version: of.versionId },
    ...(await writingAt(context, staff, family)),
    sends: sheet.lines.length,
    withheld: sheet.withheld.length,
    taken: searchParams.has('taken'),
    left: Number(searchParams.get('left')) || 0,
    form: blankForm(world, staff, pathname),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { context, params } = args
  const { world } = context
  let list: Listed = { faults: [] }
  const back = await takeDeskForm<Refused>(args, async ({ staff, typed, press }): Promise<Outcome<Refused>> => {
    const before = await pressedBefore(world, press)
    if (before) return { is: 'pressed-twice', leadTo: before }
    const { family, line, url } = await languageAt(context, params)
    const checked = new Set(press.fields.flatMap(([name, value]) => (name === 'checked' ? [value] : [])))
    const checker = typed.checker?.trim() ?? ''
    if (checked.size > 0 && !checker) return { faults: { checker: 'no-checker' } }
    const words = Object.fromEntries(
      press.fields.flatMap(([name, value]) => (name.startsWith('text-') ? [[name.slice(5), value]] : [])),
    )
    const leadTo = `${url}?taken`
    const once = onceFor(world, staff, { ...press, leadTo })
    const of = { familyId: family.familyId, language: line.language, versionId: typed.version ?? '' }
    const given = { words, checked, checker, translator: staff.name }
    const taken = await takeTyped(world, { staffId: staff.staffId, as: family.as }, of, given, once.write)
    if ('refused' in taken) return { faults: { text: taken.refused } }
    if ('faults' in taken) {
      list = taken
      return { faults: { text: 'faults' } }
    }
    return toldOf(once.sent() ?? { state: 'forged' }, leadTo)
  })
  return data({ ...back.data, ...listOf(list) }, back.init ?? undefined)
}

export default function OneLanguage() {
  const { form, ...page } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  const refused = Object.values(back?.faults ?? {})[0]
  return <LanguagePage {...page} form={{ ...form, ...back }} refused={refused} faults={back?.list} more={back?.more} />
}
