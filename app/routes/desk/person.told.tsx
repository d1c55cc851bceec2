import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { teamOf } from '#app/domain/council/team-of'
import { toTellOf } from '#app/domain/desk/to-tell'
import { onceFor } from '#app/domain/forms/once-for'
import { londonDay } from '#app/domain/london'
import { noteTold, tellingFrom } from '#app/domain/network/tell'
import { noteStaffView, takeDeskForm, toldOf } from '#app/edge/desk-forms.server'
import { familyAt, headOf, personAt, personForAct } from '#app/edge/desk-guards.server'
import { blankForm, type Outcome } from '#app/edge/form.server'
import { type TellFault, TellPage } from '#app/views/desk/tell-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { staff, family, line, person } = await personAt(context, params)
  await noteStaffView(context, staff, family, 'person.viewed', person.personId)
  const { world } = context
  const { workers, managers } = await teamOf(world, family.familyId)
  return {
    ...{ family: headOf(family), name: line.name, person: line.id },
    of: await toTellOf(world, { family, staffId: staff.staffId, personId: person.personId }),
    staff: [...workers, ...managers],
    me: staff.staffId,
    today: londonDay(world.now().toISOString()),
    form: blankForm(world, staff, new URL(request.url).pathname),
  }
}

export const action = (args: ActionFunctionArgs) =>
  takeDeskForm<TellFault>(args, async ({ staff, typed, press }): Promise<Outcome<TellFault>> => {
    const { context, params } = args
    const { world } = context
    const { family } = await familyAt(context, params)
    const person = await personForAct(context, params)
    const { workers, managers } = await teamOf(world, family.familyId)
    const told = tellingFrom(typed, {
      today: londonDay(world.now().toISOString()),
      staff: [...workers, ...managers].map(({ id }) => id),
    })
    if ('faults' in told) return told
    const once = onceFor(world, staff, { ...press, leadTo: '/desk' })
    await noteTold(world, person, told, once.write)
    return toldOf(once.sent() ?? { state: 'forged' }, '/desk')
  })

export default function Told() {
  const { form, ...page } = useLoaderData<typeof loader>()
  return <TellPage {...page} form={{ ...form, ...useActionData<typeof action>() }} />
}
