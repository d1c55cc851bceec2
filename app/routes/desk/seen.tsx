import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { entriesForStaff } from '#app/domain/said/entry-for-staff'
import { markSeen } from '#app/domain/said/seen'
import { deskBefore, takeDeskForm, toldOf } from '#app/edge/desk-forms.server'
import { staffAt } from '#app/edge/desk-guards.server'

const DESK = '/desk'

/** Marks all that stood in one list as seen, by one press; those that are not theirs any more are left out. */
export async function action(args: ActionFunctionArgs) {
  const { world } = args.context
  let back = DESK
  await takeDeskForm(args, async ({ staff, typed, press }) => {
    back = deskBefore(typed)
    const ids = (typed.entries ?? '').split(' ').slice(0, MOST)
    const entries = await entriesForStaff(world, staff.staffId, ids, { toWrite: true })
    if (entries.length === 0) return { is: 'saved', leadTo: back }
    return toldOf(await markSeen(world, staff, { ...press, leadTo: back }, entries), back)
  })
  return redirect(back, 303)
}

/** As many as a page of the desk holds. */
const MOST = 50

export async function loader({ context }: ActionFunctionArgs) {
  await staffAt(context)
  return redirect(DESK)
}

/** For whoever is not signed in any more: the page round it says so. */
export default () => null
