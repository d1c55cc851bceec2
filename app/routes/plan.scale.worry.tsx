import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readersFor } from '#app/domain/access/who-reads-it'
import { ownScales, recordScore, scoreFrom } from '#app/domain/said/scores'
import { formFor, formHeaders, noteFormView, takeMemberForm } from '#app/edge/form.server'
import { memberOf } from '#app/edge/guards.server'
import type { PageHandle } from '#app/views/page-handle'
import { Scoring } from '#app/views/scoring'

export const handle: PageHandle = { title: 'scale' }
export const headers = formHeaders

export const action = (args: ActionFunctionArgs) =>
  takeMemberForm(args, async ({ world, member, plan, typed, press, language }) => {
    const worry = ownScales(plan).find(({ id }) => id === args.params.worry)
    if (!worry) throw new Response(null, { status: 404 })
    const score = scoreFrom(typed, plan)
    if ('faults' in score) return score
    const leadTo = () => `/p/${plan.id}/scale/${worry.id}/saved`
    return recordScore(world, member, plan, worry, { ...score, language }, { ...press, leadTo })
  })

export async function loader({ context, params }: LoaderFunctionArgs) {
  const member = await memberOf(context, params)
  const { plan, session } = member
  const worry = ownScales(plan).find(({ id }) => id === params.worry)
  if (!worry) throw new Response(null, { status: 404 })
  await noteFormView(context, member, 'scale.viewed')
  const form = await formFor(context.world, session, `/p/${plan.id}/scale/${worry.id}`)
  return { plan, worry, form, readers: await readersFor(context.world, plan, 'scores') }
}

export default function ScaleOfWorry() {
  const { worry, form, ...page } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  return <Scoring {...page} worries={[{ worry, form: { ...form, ...back } }]} />
}
