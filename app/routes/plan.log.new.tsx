import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readersFor } from '#app/domain/access/who-reads-it'
import { ownCommitments } from '#app/domain/said/answers'
import { inPlaceOf } from '#app/domain/said/correct'
import { checkInFrom } from '#app/domain/said/from-form'
import { recordCheckIn } from '#app/domain/said/log'
import { readsNow, signsToActOn } from '#app/domain/said/who-reads'
import { formFor, formHeaders, noteFormView, takeMemberForm } from '#app/edge/form.server'
import { memberOf } from '#app/edge/guards.server'
import { NewEntry } from '#app/views/check-ins/new-entry'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'write' }
export const headers = formHeaders

export const action = (args: ActionFunctionArgs) =>
  takeMemberForm(args, async ({ world, member, plan, typed, press, language }) => {
    const checkIn = checkInFrom(typed, plan, world.now())
    if ('faults' in checkIn) return checkIn
    // One press on the home page leads back to it, where it then says what was said.
    const leadTo = (entry: string) => (typed.from === 'home' ? '/home' : `/p/${plan.id}/log/${entry}/saved`)
    const entry = await inPlaceOf(world, plan, typed.corrects, { ...checkIn, language })
    return recordCheckIn(world, member, plan, entry, { ...press, leadTo })
  })

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const member = await memberOf(context, params)
  await noteFormView(context, member, 'log-form.viewed')
  const { world } = context
  const { plan, session } = member
  const form = await formFor(world, session, `/p/${plan.id}/log/new`)
  const { searchParams } = new URL(request.url)
  const about = searchParams.get('about') ?? ''
  const isSign = plan.triggers.some(({ id }) => id === about)
  const result = searchParams.get('result') ?? (isSign ? 'plan-used' : '')
  return {
    plan,
    reads: await readsNow(world, plan),
    steps: signsToActOn(plan),
    readers: await readersFor(world, plan, 'checkIns'),
    form: { ...form, typed: { [isSign ? 'sign' : 'about']: about, result, ...form.typed } },
    item: result || form.kept ? undefined : [...ownCommitments(plan), ...plan.rules].find(({ id }) => id === about),
    ring: await formFor(world, session, `/p/${plan.id}/log/ring`, { shown: false }),
  }
}

export default function LogNew() {
  const page = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  return <NewEntry {...page} form={{ ...page.form, ...back }} item={back ? undefined : page.item} />
}
