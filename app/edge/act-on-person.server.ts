/**
 * What a worker does about a person has one shape: a page that shows them with a form, and the form, which does it once.
 *
 *   loader:  const page = await personPage(args)            the person, and a blank form with its ticket
 *   action:  actOnPerson<Refusal>(args, ({ world, person, typed, write }) => revoke(world, person, write))
 */
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { onceFor } from '#app/domain/forms/once-for'
import type { PersonForStaff } from '#app/domain/people/person-for-staff'
import type { WhyNot } from '#app/domain/people/refusals'
import type { AuditedWrite } from '#app/domain/trail/audited-write'
import type { World } from '#app/domain/world'
import { noteStaffView, takeDeskForm, toldOf } from './desk-forms.server'
import { headOf, personAt, personForAct } from './desk-guards.server'
import { blankForm, type SentForm } from './form.server'

/** The person as the page shows them, with a blank form; noted in the trail as looked at. */
export async function personPage(
  { request, context, params }: LoaderFunctionArgs,
  did: `${string}.viewed` = 'person.viewed',
) {
  const { staff, family, line, person, fixedUnsafe } = await personAt(context, params)
  await noteStaffView(context, staff, family, did, person.personId)
  const form = blankForm(context.world, staff, new URL(request.url).pathname)
  return { world: context.world, asked: person, page: { family: headOf(family), person: line, form }, fixedUnsafe }
}

type Act = SentForm & { world: World; person: PersonForStaff; write: AuditedWrite }

/** Does it, once for this press, and leads to the person among the others (`saved`: where it is said to be saved), or `to`. */
export function actOnPerson(
  args: ActionFunctionArgs,
  act: (given: Act) => Promise<unknown>,
  { to = 'people' }: { to?: 'people' | 'saved' | 'texts' | 'itself' | 'desk' } = {},
) {
  const { context, params } = args
  const { world } = context
  return takeDeskForm<WhyNot>(args, async ({ staff, typed, press }) => {
    const person = await personForAct(context, params)
    const family = `/desk/families/${params.family}`
    const leadTo = {
      people: `${family}/people#${params.person}`,
      saved: `${family}/people?saved=${params.person}#${params.person}`,
      texts: `${family}/texts`,
      itself: press.path,
      desk: '/desk',
    }[to]
    const once = onceFor(world, staff, { ...press, leadTo })
    const done = await act({ world, person, typed, press, write: once.write })
    if (isRefused(done)) return { faults: Object.fromEntries(done.refused.map((why) => [why, why])) }
    return toldOf(once.sent() ?? { state: 'forged' }, leadTo)
  })
}

const isRefused = (done: unknown): done is { refused: WhyNot[] } =>
  typeof done === 'object' && done !== null && 'refused' in done
