import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { askedOf } from '#app/domain/access/asked-of'
import { readersFor } from '#app/domain/access/who-reads-it'
import { kindOf, markOf, recordView, viewFrom } from '#app/domain/said/agreeing'
import { formFor, formHeaders, noteFormView, takeMemberForm } from '#app/edge/form.server'
import { memberOf } from '#app/edge/guards.server'
import { AskedPage } from '#app/views/agree/asked-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'write' }
export const headers = formHeaders

export const action = (args: ActionFunctionArgs) =>
  takeMemberForm(args, async ({ world, member, plan, typed, press, language }) => {
    const of = askedOf(plan).find(({ id }) => id === args.params.item)
    if (!of) throw new Response(null, { status: 404 })
    const view = viewFrom(typed, of, plan)
    if ('faults' in view) return view
    // It was said of words that are others by now: nothing is put to those without another look.
    if (typed.mark !== markOf(world, plan, of)) return { faults: { words: 'words-changed' } }
    const leadTo = () => `/p/${plan.id}/agree/${of.id}/saved`
    return recordView(world, member, plan, of, { ...view, language }, { ...press, leadTo })
  })

export async function loader({ context, params }: LoaderFunctionArgs) {
  const member = await memberOf(context, params)
  const { world } = context
  const { plan, session } = member
  const of = askedOf(plan).find(({ id }) => id === params.item)
  if (!of) throw new Response(null, { status: 404 })
  await noteFormView(context, member, 'agree.viewed')
  return {
    plan: plan.id,
    worker: plan.worker.name,
    of,
    mark: markOf(world, plan, of),
    form: await formFor(world, session, `/p/${plan.id}/agree/${of.id}`),
    readers: await readersFor(world, plan, kindOf(of)),
  }
}

export default function AgreeItem() {
  const { form, ...page } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  return <AskedPage {...page} form={{ ...form, ...back }} />
}
