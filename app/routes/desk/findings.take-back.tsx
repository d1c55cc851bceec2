import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { onceFor } from '#app/domain/forms/once-for'
import { pressedBefore } from '#app/domain/forms/tickets'
import { takeBackOverrule } from '#app/domain/record/overrule'
import { takeDeskForm, toldOf } from '#app/edge/desk-forms.server'
import { readerAt } from '#app/edge/draft-at.server'

/** Takes back that words may stand. Nothing is typed here; what somebody else took back before changes nothing. */
export async function action(args: ActionFunctionArgs) {
  const { context, params } = args
  const { world } = context
  const leadTo = `/desk/families/${params.family}/findings`
  await takeDeskForm(args, async ({ staff, typed, press }) => {
    const before = await pressedBefore(world, press)
    if (before) return { is: 'pressed-twice', leadTo: before }
    const { family } = await readerAt(context, params)
    const once = onceFor(world, staff, { ...press, leadTo })
    const of = { familyId: family.familyId, id: Number(typed.decided) }
    const done = await takeBackOverrule(world, staff.staffId, of, once.write)
    return done ? toldOf(once.sent() ?? { state: 'forged' }, leadTo) : { is: 'saved', leadTo }
  })
  return redirect(leadTo, 303)
}

export async function loader({ context, params }: ActionFunctionArgs) {
  await readerAt(context, params)
  return redirect(`/desk/families/${params.family}/findings`)
}

/** For whoever is not signed in any more: the page round it says so. */
export default () => null
