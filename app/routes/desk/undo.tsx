import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { lastAct, owedFacts } from '#app/domain/desk/owed-facts'
import { undo } from '#app/domain/said/undo'
import { deskBefore, takeDeskForm, toldOf } from '#app/edge/desk-forms.server'
import { heldAt, staffAt } from '#app/edge/desk-guards.server'

const DESK = '/desk'

/** Takes back the last "Seen", or the last call that was logged. Nothing is typed here, and what comes back too late changes nothing: both lead to the desk. */
export async function action(args: ActionFunctionArgs) {
  const { context } = args
  let back = DESK
  await takeDeskForm(args, async ({ staff, typed, press }) => {
    back = deskBefore(typed)
    const held = await heldAt(context, staff)
    const ids = held.map(({ familyId }) => familyId)
    const last = lastAct(await owedFacts(context.world, staff.staffId, ids))
    if (!last || last.at !== typed.at) return { is: 'saved', leadTo: back }
    return toldOf(await undo(context.world, staff, { ...press, leadTo: back }, last), back)
  })
  return redirect(back, 303)
}

export async function loader({ context }: ActionFunctionArgs) {
  await staffAt(context)
  return redirect(DESK)
}

/** For whoever is not signed in any more: the page round it says so. */
export default () => null
