import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ownEntry } from '#app/domain/access/read-log'
import { readersOf } from '#app/domain/access/who-reads-it'
import { wordsStayFromSome } from '#app/domain/access/words-that-stay'
import { readsNow } from '#app/domain/said/who-reads'
import { memberOf, noteViewIfPossible, signedInHeaders } from '#app/edge/guards.server'
import { EntrySaved } from '#app/views/check-ins/entry-saved'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'saved' }
export const headers = signedInHeaders

export async function loader({ context, params }: LoaderFunctionArgs) {
  const member = await memberOf(context, params)
  const { plan } = member
  const entry = await ownEntry(context.world, plan, params.entry)
  if (!entry) throw new Response(null, { status: 404 })
  await noteViewIfPossible(context, member, 'log-saved.viewed')
  const stay = await wordsStayFromSome(context.world, plan, entry)
  return {
    plan,
    entry,
    stay,
    reads: await readsNow(context.world, plan),
    readers: await readersOf(context.world, plan, entry),
  }
}

export default function LogSaved() {
  return <EntrySaved {...useLoaderData<typeof loader>()} />
}
