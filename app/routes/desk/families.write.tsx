import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { onceFor } from '#app/domain/forms/once-for'
import { pressedBefore } from '#app/domain/forms/tickets'
import { type FirstFault, newFamily, newPublicId } from '#app/domain/record/writing/new-family'
import { takeDeskForm, toldOf } from '#app/edge/desk-forms.server'
import { staffAt } from '#app/edge/desk-guards.server'
import { blankForm, type Outcome } from '#app/edge/form.server'
import { FirstWordsForm } from '#app/views/desk/edit/first-words'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const staff = await staffAt(context)
  refuseAdministrator(staff)
  return { form: blankForm(context.world, staff, new URL(request.url).pathname) }
}

/** The family stands on the desk at once, with a draft and nothing anybody else can read. */
export async function action(args: ActionFunctionArgs) {
  const { world } = args.context
  const back = await takeDeskForm<FirstFault>(args, async ({ staff, typed, press }): Promise<Outcome<FirstFault>> => {
    refuseAdministrator(staff)
    const before = await pressedBefore(world, press)
    if (before) return { is: 'pressed-twice', leadTo: before }
    const { reference = '', familyName = '', status = '', language = '', firstName = '', born = '' } = typed
    const words = { reference, familyName, status, language, firstName, born }
    const publicId = newPublicId(world)
    const leadTo = `/desk/families/${publicId}/plan/edit/family`
    const once = onceFor(world, staff, { ...press, leadTo })
    const faults = await newFamily(world, words, { by: staff.staffId, publicId }, once.write)
    if (faults.length > 0) return { faults: Object.fromEntries(faults.map((fault) => [fault, fault])) }
    return toldOf(once.sent() ?? { state: 'forged' }, leadTo)
  })
  return data(back.data, back.init ?? undefined)
}

/** Settings are theirs, families are not. */
function refuseAdministrator({ role }: { role: string }) {
  if (role === 'administrator') throw new Response(null, { status: 404 })
}

export default function Write() {
  const { form } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  return <FirstWordsForm form={{ ...form, ...back }} faults={Object.values(back?.faults ?? {})} />
}
