import { data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { wayIn, withOneMore } from '#app/edge/signing-in.server'
import { troubleOf } from '#app/edge/staff-trouble.server'
import { SignInTroublePage } from '#app/views/desk/sign-in-trouble-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

/**
 * Leads to the council's own sign-in, or on to the desk whoever is in. It writes nothing, so a link may lead here: a form
 * could not lead on to elsewhere.
 */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, visitor, staffProvider } = context
  if (!staffProvider) throw new Response(null, { status: 404 })
  const to = new URL(request.url).searchParams.get('to') ?? ''
  if (await visitor.staff()) throw redirect(wayIn(to))
  try {
    const underWay = await staffProvider.begin()
    return redirect(underWay.url, { headers: { 'Set-Cookie': withOneMore(world, request, underWay, to) } })
  } catch (error) {
    const { why, status } = troubleOf(error, context)
    return data({ why }, status)
  }
}

export default function Go() {
  return <SignInTroublePage {...useLoaderData<typeof loader>()} />
}
