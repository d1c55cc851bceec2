import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readersFor } from '#app/domain/access/who-reads-it'
import { worriesWithScale } from '#app/domain/said/scores'
import { formFor, formHeaders, noteFormView } from '#app/edge/form.server'
import { memberOf } from '#app/edge/guards.server'
import type { PageHandle } from '#app/views/page-handle'
import { Scoring } from '#app/views/scoring'

export const handle: PageHandle = { title: 'scale' }
export const headers = formHeaders

export async function loader({ context, params }: LoaderFunctionArgs) {
  const member = await memberOf(context, params)
  const { plan, session } = member
  const worries = worriesWithScale(plan)
  if (worries.length === 0) throw new Response(null, { status: 404 })
  await noteFormView(context, member, 'scale.viewed')
  const [only] = worries.length === 1 ? worries : []
  const form = only && (await formFor(context.world, session, `/p/${plan.id}/scale/${only.id}`))
  return {
    plan,
    worries: worries.map((worry) => ({ worry, form })),
    readers: await readersFor(context.world, plan, 'scores'),
  }
}

export default function Scale() {
  return <Scoring {...useLoaderData<typeof loader>()} />
}
