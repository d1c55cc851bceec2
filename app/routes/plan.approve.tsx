import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { storiesAskedOf } from '#app/domain/access/stories-asked'
import { readersFor } from '#app/domain/access/who-reads-it'
import { approvalFrom, markOfStory, recordApproval } from '#app/domain/said/approving'
import { formFor, formHeaders, noteFormView, takeMemberForm } from '#app/edge/form.server'
import { memberOf } from '#app/edge/guards.server'
import { ApprovePage } from '#app/views/approve/approve-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'write', look: 'story' }
export const headers = formHeaders

export const action = (args: ActionFunctionArgs) =>
  takeMemberForm(args, async ({ world, member, plan, typed, press, language }) => {
    const of = storiesAskedOf(plan).find(({ id }) => id === args.params.story)
    if (!of) throw new Response(null, { status: 404 })
    const view = approvalFrom(typed, plan)
    if ('faults' in view) return view
    // A yes is to the words and pictures that were on the page.
    if (typed.mark !== markOfStory(world, of)) return { faults: { words: 'words-changed' } }
    const leadTo = () => `/p/${plan.id}/approve/${of.id}/saved`
    return recordApproval(world, member, plan, of, { ...view, language }, { ...press, leadTo })
  })

/** For a parent whose turn it is; for everybody else, and before, a page that never was. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const member = await memberOf(context, params)
  const { world } = context
  const { plan, session } = member
  const of = storiesAskedOf(plan).find(({ id }) => id === params.story)
  if (!of) throw new Response(null, { status: 404 })
  await noteFormView(context, member, 'approve.viewed')
  return {
    plan: plan.id,
    worker: plan.worker.name,
    of,
    mark: markOfStory(world, of),
    form: await formFor(world, session, `/p/${plan.id}/approve/${of.id}`),
    readers: await readersFor(world, plan, 'approvals'),
  }
}

export default function Approve() {
  const { form, ...page } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  return <ApprovePage {...page} form={{ ...form, ...back }} />
}
