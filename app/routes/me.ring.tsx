import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { caseIdOf } from '#app/domain/access/handles'
import { whoMayRing } from '#app/domain/access/who-may-ring'
import { ringersOf, setRingers } from '#app/domain/coming-in/ringing'
import type { MemberSession } from '#app/domain/forms/session'
import { formFor, formHeaders, noteFormView, takeMemberForm, toldOf } from '#app/edge/form.server'
import { memberOf } from '#app/edge/guards.server'
import { RingPage } from '#app/views/me/ring-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'me' }
export const headers = formHeaders

const PAGE = '/me/ring'

export const action = (args: ActionFunctionArgs) =>
  takeMemberForm(args, async ({ world, member, typed, press }) => {
    const people = await whoWouldRing(args.context, member)
    const mayRing = people.filter(({ id }) => typed[id] === 'yes').map(caseIdOf)
    const form = { ...press, leadTo: `${PAGE}?saved` }
    return toldOf(await setRingers(world, member, form, mayRing), form.leadTo)
  })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const member = await memberOf(context)
  await noteFormView(context, member, 'ring.viewed')
  const { session, plan } = member
  const may = await ringersOf(context.world, session)
  const people = await whoWouldRing(context, session)
  return {
    form: await formFor(context.world, session, PAGE),
    worker: plan.worker.name,
    people: people.map((one) => ({
      ...{ id: one.id, name: one.name, fullName: one.fullName, initials: one.initials, addressAs: one.addressAs },
      may: may(caseIdOf(one)),
    })),
    saved: new URL(request.url).searchParams.has('saved'),
  }
}

const whoWouldRing = async ({ world, visitor }: AppLoadContext, member: MemberSession) =>
  whoMayRing(world, { ...member, language: await visitor.language() })

export default function MeRing() {
  const page = useLoaderData<typeof loader>()
  return <RingPage {...page} form={{ ...page.form, ...useActionData<typeof action>() }} />
}
