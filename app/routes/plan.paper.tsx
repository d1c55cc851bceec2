import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { childline } from '#app/domain/council/helplines'
import { memberOf, noteView, signedInHeaders } from '#app/edge/guards.server'
import { isKept } from '#app/edge/kept-pages.server'
import type { PageHandle } from '#app/views/page-handle'
import { PaperPage } from '#app/views/paper-page'

export const handle: PageHandle = { title: 'paper', look: 'story' }
export const headers = signedInHeaders

export async function loader(args: LoaderFunctionArgs) {
  if (await isKept(args, 'paper.viewed')) return null
  const { context, params } = args
  const member = await memberOf(context, params)
  await noteView(context.world, member, 'paper.viewed')
  return { plan: member.plan, childline: await childline(context.world) }
}

export default function Paper() {
  const made = useLoaderData<typeof loader>()
  return made && <PaperPage {...made} />
}
