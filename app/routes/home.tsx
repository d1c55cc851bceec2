import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { londonTime } from '#app/domain/london'
import { todayIn } from '#app/domain/plan/today'
import { memberOf, noteView, signedInHeaders } from '#app/edge/guards.server'
import { HomePage } from '#app/views/home-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'home' }
export const headers = signedInHeaders

export async function loader({ context }: LoaderFunctionArgs) {
  const member = await memberOf(context)
  await noteView(context.world, member, 'home.viewed')
  const now = londonTime(context.world.now().toISOString())
  return { plan: member.plan, today: todayIn(member.plan, now), date: now }
}

export default function Home() {
  return <HomePage {...useLoaderData<typeof loader>()} />
}
