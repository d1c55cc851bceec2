import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { type Council, councilOf } from '#app/domain/council/council'
import { councilHistory, hoursAsTyped } from '#app/domain/council/council-history'
import { setHelplines } from '#app/domain/council/helplines'
import { type NameRefusal, namesNow } from '#app/domain/council/sender'
import { type CouncilTyped, setCouncil } from '#app/domain/council/set-council'
import { onceFor } from '#app/domain/forms/once-for'
import { setNames } from '#app/domain/texts/set-names'
import { textToShow } from '#app/domain/texts/wording'
import { takeDeskForm, toldOf } from '#app/edge/desk-forms.server'
import { administratorAt } from '#app/edge/desk-guards.server'
import { blankForm } from '#app/edge/form.server'
import { SettingsPage } from '#app/views/desk/settings-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world } = context
  const staff = await administratorAt(context)
  const { pathname, searchParams } = new URL(request.url)
  const [typed, { body }, council, history] = await Promise.all([
    namesNow(world),
    textToShow(world, 'en', 'invitation'),
    councilOf(world),
    councilHistory(world),
  ])
  const blank = blankForm(world, staff, pathname)
  return {
    saved: searchParams.has('saved'),
    example: body,
    form: { ...blank, typed },
    helplines: { ...blank, typed: council.helplines ?? {} },
    council: { ...blank, typed: councilAsTyped(council) },
    history,
  }
}

/** As it is typed, for the form. */
const councilAsTyped = (council: Council): CouncilTyped => ({
  name: council.name,
  open: hoursAsTyped(council.openingHours),
  holidays: council.bankHolidays.join('\n'),
  duty: council.dutyPhone,
  emergencyDuty: council.emergencyDutyPhone,
  exit: council.exitUrl,
})

type Refused = NameRefusal | 'number-unclear' | 'missing' | 'unclear'

export function action(args: ActionFunctionArgs) {
  const { context } = args
  return takeDeskForm<Refused>(args, async ({ typed, press }) => {
    const staff = await administratorAt(context)
    const once = onceFor(context.world, staff, { ...press, leadTo: `${press.path}?saved` })
    if (typed.part === 'helplines') {
      const set = await setHelplines(context.world, staff, typed, once.write)
      if ('refused' in set) return { faults: set.refused as Record<string, 'number-unclear'> }
      return toldOf(once.sent() ?? { state: 'forged' }, `${press.path}?saved`)
    }
    if (typed.part === 'council') {
      const set = await setCouncil(context.world, staff.staffId, typed, once.write)
      if ('refused' in set) return { faults: set.refused as Record<string, 'missing' | 'unclear'> }
      return toldOf(once.sent() ?? { state: 'forged' }, `${press.path}?saved`)
    }
    const { senderName = '', serviceName = '' } = typed
    const set = await setNames(context.world, staff, { senderName, serviceName }, once.write)
    if ('refused' in set) return { faults: set.refused as Record<string, NameRefusal> }
    return toldOf(once.sent() ?? { state: 'forged' }, `${press.path}?saved`)
  })
}

export default function Settings() {
  const { form, helplines, council, ...page } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  const part = back?.typed.part ?? 'names'
  const refused = back?.faults ?? {}
  return (
    <SettingsPage
      {...page}
      form={{ ...form, ...(part === 'names' ? back : {}) }}
      helplines={{ ...helplines, ...(part === 'helplines' ? back : {}) }}
      council={{ ...council, ...(part === 'council' ? back : {}) }}
      refused={refused}
    />
  )
}
