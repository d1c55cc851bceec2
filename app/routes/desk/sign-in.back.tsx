import { data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { signInWith } from '#app/domain/council/accounts'
import { endStaffSession } from '#app/domain/council/staff-sessions'
import { cookie } from '#app/edge/cookies.server'
import { cameBack } from '#app/edge/signing-in.server'
import { accountOf } from '#app/edge/staff-claims.server'
import { NotVerified } from '#app/edge/staff-provider.server'
import { STATUS, troubleOf } from '#app/edge/staff-trouble.server'
import { type SignInTrouble, SignInTroublePage } from '#app/views/desk/sign-in-trouble-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

/** Where the council's own sign-in sends people back to. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, visitor, staffProvider } = context
  if (!staffProvider) throw new Response(null, { status: 404 })
  const url = new URL(request.url)
  const { found, left } = cameBack(world, request, url.searchParams.get('state'))
  const before = await visitor.staff()
  try {
    // Back, or a page loaded again: they are in already.
    if (!found && before) return redirect('/desk')
    if (!found) throw new NotVerified('not-begun-here')
    const account = accountOf(await staffProvider.finish(url, found), staffProvider.settings)
    const signedIn = typeof account === 'string' ? account : await signInWith(world, account, `sign-in ${found.state}`)
    if (typeof signedIn === 'string') {
      const why: SignInTrouble = signedIn === 'used' ? 'start-again' : signedIn
      return data({ why }, { status: STATUS[why], headers: { 'Set-Cookie': left } })
    }
    if (before) await endStaffSession(world, before)
    const headers = new Headers([
      ['Set-Cookie', cookie('__Host-desk', signedIn.value)],
      ['Set-Cookie', left],
    ])
    return redirect(found.to, { status: 303, headers })
  } catch (error) {
    const { why, status } = troubleOf(error, context)
    return data({ why }, status)
  }
}

export default function Back() {
  return <SignInTroublePage {...useLoaderData<typeof loader>()} />
}
