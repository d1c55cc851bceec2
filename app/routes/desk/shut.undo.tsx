import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { undoNarrow } from '#app/domain/access/undo-narrow'
import { takeDeskForm, toldOf } from '#app/edge/desk-forms.server'
import { familyAt } from '#app/edge/desk-guards.server'

/** Opens again what was just shut by mistake. Nothing is typed here; what comes too late changes nothing, and is told so. */
export async function action(args: ActionFunctionArgs) {
  const { context, params } = args
  const url = `/desk/families/${params.family}`
  await takeDeskForm(args, async ({ staff, typed, press }) => {
    const { family } = await familyAt(context, params)
    const leadTo = `${url}/plan`
    const asked = { familyId: family.familyId, at: typed.at ?? '', to: typed.to ?? '' }
    const sent = await undoNarrow(context.world, staff, { ...press, leadTo }, asked)
    return sent ? toldOf(sent, leadTo) : { is: 'saved', leadTo: `${url}/shut?late=1` }
  })
  return redirect(`${url}/shut`, 303)
}

export async function loader({ context, params }: ActionFunctionArgs) {
  await familyAt(context, params)
  return redirect(`/desk/families/${params.family}/shut`)
}

/** For whoever is not signed in any more: the page round it says so. */
export default () => null
