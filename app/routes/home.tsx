import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { myDay } from '#app/domain/access/my-day'
import { changedSinceAnswered, changesFor, toRead } from '#app/domain/access/read-changes'
import { storiesAskedOf } from '#app/domain/access/stories-asked'
import { takeBack } from '#app/domain/forms/sealed-forms'
import { ticketFor } from '#app/domain/forms/tickets'
import { londonTime } from '#app/domain/london'
import { changeableIn } from '#app/domain/said/correct'
import { newsFor } from '#app/domain/said/news'
import { todayIn } from '#app/domain/said/today'
import { readsNow } from '#app/domain/said/who-reads'
import { formFor } from '#app/edge/form.server'
import { memberOf, noteView, signedInHeaders } from '#app/edge/guards.server'
import { HomePage } from '#app/views/home-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'home' }
export const headers = signedInHeaders

export async function loader({ context }: LoaderFunctionArgs) {
  const member = await memberOf(context)
  await noteView(context.world, member, 'home.viewed')
  const { world } = context
  const { plan, session } = member
  const now = londonTime(world.now().toISOString())
  const reads = await readsNow(world, plan)
  const news = await newsFor(world, plan, now.slice(0, 10))
  const ring = await formFor(world, session, `/p/${plan.id}/log/ring`, { shown: false })
  const kept = (await takeBack(world, session)).length > 0
  const own = await myDay(world, plan, now.slice(0, 10))
  const changeable = changeableIn(world, own.said)
  const tickets = {
    due: ticketFor(world, session, `/p/${plan.id}/log/new`),
    cancel: own.call ? ticketFor(world, session, `/p/${plan.id}/log/${own.call.id}/cancel`) : '',
  }
  const changed = {
    count: toRead(plan, await changesFor(world, plan)),
    asked: await changedSinceAnswered(world, plan),
  }
  const stories = storiesAskedOf(plan).filter(({ waits }) => waits)
  return {
    plan,
    stories,
    today: todayIn(plan, now),
    news,
    changed,
    date: now,
    reads,
    ring,
    own,
    changeable,
    tickets,
    kept,
  }
}

export default function Home() {
  return <HomePage {...useLoaderData<typeof loader>()} />
}
