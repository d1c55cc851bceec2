import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { familyForStaff } from '#app/domain/council/families'
import { onceFor } from '#app/domain/forms/once-for'
import { pressedBefore } from '#app/domain/forms/tickets'
import type { Listed } from '#app/domain/plan/faults'
import { jsonFrom } from '#app/domain/plan/json-text'
import { importFamily } from '#app/domain/record/import'
import { takeDeskForm, toldOf } from '#app/edge/desk-forms.server'
import { staffAt } from '#app/edge/desk-guards.server'
import { chosenFile, listOf } from '#app/edge/family-file.server'
import { blankForm, type Outcome } from '#app/edge/form.server'
import { NewFamilyPage } from '#app/views/desk/new-family-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

/** Nothing was sent, or there are faults in it. */
type Refused = 'empty' | 'faults'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const staff = await staffAt(context)
  refuseAdministrator(staff)
  const { pathname, searchParams } = new URL(request.url)
  const first = blankForm(context.world, staff, '/desk/families/write')
  return { first, form: blankForm(context.world, staff, pathname), notYours: searchParams.get('in') ?? undefined }
}

/** The same checks and the same words as `portal family import`; a draft, since a manager endorses a plan before it is shown. */
export async function action(args: ActionFunctionArgs) {
  const { world } = args.context
  const file = await chosenFile(args)
  let list: Listed = { faults: [] }

  const back = await takeDeskForm<Refused>(args, async ({ staff, typed, press }): Promise<Outcome<Refused>> => {
    refuseAdministrator(staff)
    const { pasted = '' } = typed
    // What was pasted for an earlier try stays where it is; a file that was chosen since is what is meant.
    const words = file || pasted
    if (!words.trim()) return { faults: { file: 'empty' } }
    const form = { ...press, fields: [['pasted', words] as [string, string]], leadTo: '/desk/families' }
    const before = await pressedBefore(world, form)
    if (before) return { is: 'pressed-twice', leadTo: before }
    const read = jsonFrom(words)
    const once = onceFor(world, staff, form)
    const taken = 'faults' in read ? read : await importFamily(world, read.json, { by: staff.staffId }, once.write)
    if ('faults' in taken) {
      list = taken
      return { faults: { file: 'faults' } }
    }
    const theirs = await familyForStaff(world, staff.staffId, taken.publicId)
    const leadTo = theirs
      ? `/desk/families/${taken.publicId}/plan`
      : `/desk/families/new?${new URLSearchParams({ in: taken.reference })}`
    return toldOf(once.sent() ?? { state: 'forged' }, leadTo)
  })
  return data({ ...back.data, ...listOf(list), chosen: file !== '' }, back.init ?? undefined)
}

/** Settings are theirs, families are not. */
function refuseAdministrator({ role }: { role: string }) {
  if (role === 'administrator') throw new Response(null, { status: 404 })
}

export default function NewFamily() {
  const { form, first, notYours } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  return (
    <NewFamilyPage
      form={{ ...form, ...back }}
      first={first}
      isEmpty={back?.faults?.file === 'empty'}
      faults={back?.list}
      more={back?.more}
      noFile={back?.noFile}
      chosen={back?.chosen}
      notYours={back ? undefined : notYours}
    />
  )
}
