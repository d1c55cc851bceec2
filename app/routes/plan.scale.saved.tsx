import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readersOf } from '#app/domain/access/who-reads-it'
import { wordsStayFromSome } from '#app/domain/access/words-that-stay'
import { ownScales } from '#app/domain/said/scores'
import { readsNow } from '#app/domain/said/who-reads'
import { memberOf, noteViewIfPossible, signedInHeaders } from '#app/edge/guards.server'
import type { PageHandle } from '#app/views/page-handle'
import { ScoreSaved } from '#app/views/score-saved'

export const handle: PageHandle = { title: 'saved' }
export const headers = signedInHeaders

export async function loader({ context, params }: LoaderFunctionArgs) {
  const member = await memberOf(context, params)
  const worry = ownScales(member.plan).find(({ id }) => id === params.worry)
  if (!worry?.mine) throw new Response(null, { status: 404 })
  await noteViewIfPossible(context, member, 'scale.viewed')
  const stay = await wordsStayFromSome(context.world, member.plan, worry)
  return {
    plan: member.plan,
    worry,
    score: worry.mine,
    stay,
    reads: await readsNow(context.world, member.plan),
    readers: await readersOf(context.world, member.plan, worry.mine),
  }
}

export default function ScaleSaved() {
  return <ScoreSaved {...useLoaderData<typeof loader>()} />
}
