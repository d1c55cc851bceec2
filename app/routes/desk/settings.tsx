import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { type Council, councilOf } from '#app/domain/council/council'
import { councilHistory, hoursAsTyped } from '#app/domain/council/council-history'
import { setHelplines } from '#app/domain/council/helplines'
import { plainWordsNow, setPlainWords, type WordsRefusal, wordsAsTyped } from '#app/domain/council/plain-words'
import { type NameRefusal, nameOf } from '#app/domain/council/sender'
import { type CouncilTyped, setCouncil } from '#app/domain/council/set-council'
import { onceFor } from '#app/domain/forms/once-for'
import { setName } from '#app/domain/texts/set-name'
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
  const [name, { body }, council, history] = await Promise.all([
    nameOf(world),
    textToShow(world, 'en', 'invitation'),
    councilOf(world),
    councilHistory(world),
  ])
  const blank = blankForm(world, staff, pathname)
  return {
    saved: searchParams.has('saved'),
    example: body,
    form: { ...blank, typed: { name } },
    helplines: { ...blank, typed: council.helplines ?? {} },
    words: { ...blank, typed: { words: wordsAsTyped(await plainWordsNow(world)) } },
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
  many: String(council.unusualFamilies),
  night: `${council.nightFrom}-${council.nightUntil}`,
})

type Refused = NameRefusal | 'number-unclear' | 'missing' | 'unclear' | 'words'

export async function action(args: ActionFunctionArgs) {
  const { context } = args
  let wordsRefused: WordsRefusal | undefined
  const back = await takeDeskForm<Refused>(args, async ({ typed, press }) => {
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
    if (typed.part === 'words') {
      const set = await setPlainWords(context.world, staff, typed.words ?? '', once.write)
      if ('refused' in set) {
        wordsRefused = set.refused
        return { faults: { words: 'words' } }
      }
      return toldOf(once.sent() ?? { state: 'forged' }, `${press.path}?saved`)
    }
    const set = await setName(context.world, staff, typed.name ?? '', once.write)
    if ('refused' in set) return { faults: { name: set.refused } as Record<string, NameRefusal> }
    return toldOf(once.sent() ?? { state: 'forged' }, `${press.path}?saved`)
  })
  return data({ ...back.data, wordsRefused }, back.init ?? undefined)
}

export default function Settings() {
  const { form, helplines, council, words, ...page } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  const part = back?.typed.part ?? 'names'
  const cameBack = (of: string) => (back && part === of ? back : {})
  return (
    <SettingsPage
      {...page}
      form={{ ...form, ...cameBack('names') }}
      helplines={{ ...helplines, ...cameBack('helplines') }}
      council={{ ...council, ...cameBack('council') }}
      words={{ ...words, ...cameBack('words') }}
      wordsRefused={back?.wordsRefused}
      refused={back?.faults ?? {}}
    />
  )
}
