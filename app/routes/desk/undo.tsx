import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { lastSeen, owedFacts } from '#app/domain/desk/owed-facts'
import { undoSeen } from '#app/domain/said/undo-seen'
import { takeDeskForm, toldOf } from '#app/edge/desk-forms.server'
import { heldAt, staffAt } from '#app/edge/desk-guards.server'

const DESK = '/desk'

/** Takes back the last "Seen". Nothing is typed here, and what comes back too late changes nothing: both lead to the desk. */
export async function action(args: ActionFunctionArgs) {
  const { context } = args
  await takeDeskForm(args, async ({ staff, typed, press }) => {
    const held = await heldAt(context, staff)
    const ids = held.map(({ familyId }) => familyId)
    const last = lastSeen(await owedFacts(context.world, staff.staffId, ids))
    if (!last || last.at !== typed.at) return { is: 'saved', leadTo: DESK }
    return toldOf(await undoSeen(context.world, staff, { ...press, leadTo: DESK }, last), DESK)
  })
  return redirect(DESK, 303)
}

export async function loader({ context }: ActionFunctionArgs) {
  await staffAt(context)
  return redirect(DESK)
}

/** For whoever is not signed in any more: the page round it says so. */
export default () => null
