import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { placeOf } from '#app/edge/coming-in.server'
import { knownFromHere, loaderHeaders } from '#app/edge/known-browser.server'
import { StartPage } from '#app/views/come-in/start-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'start' }
export const headers = loaderHeaders

/** Whoever is in needs no link. Anybody else may still want another: a word may be forgotten, a phone lent. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await context.visitor.session()
  if (session?.state === 'open' && session.stage === 'member') throw redirect('/home')
  const isHere = session?.state === 'open' || session?.state === 'locked'
  return knownFromHere(context, request, { on: isHere ? placeOf(session) : undefined })
}

export default function Start() {
  return <StartPage {...useLoaderData<typeof loader>()} />
}
