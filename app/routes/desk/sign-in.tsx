import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { demoStaff, endStaffSession, signInDemo } from '#app/domain/council/staff-sessions'
import { cookie } from '#app/edge/cookies.server'
import { wayIn } from '#app/edge/signing-in.server'
import { StaffSignInPage } from '#app/views/desk/sign-in-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ request, context: { world } }: LoaderFunctionArgs) {
  const to = wayIn(new URL(request.url).searchParams.get('to'))
  return { to, ...(world.settings.mode === 'demo' && { staff: await demoStaff(world) }) }
}

/** In the demo alone: a name was pressed. */
export async function action({ request, context: { world, visitor } }: ActionFunctionArgs) {
  const sent = await request.formData()
  const typed = (name: string) => {
    const value = sent.get(name)
    return typeof value === 'string' ? value : ''
  }
  const value = await signInDemo(world, typed('staff'))
  if (!value) throw redirect('/desk/sign-in', 303)
  const before = await visitor.staff()
  if (before) await endStaffSession(world, before)
  const headers = { 'Set-Cookie': cookie('__Host-desk', value) }
  return redirect(wayIn(typed('to')), { status: 303, headers })
}

export default function SignIn() {
  return <StaffSignInPage {...useLoaderData<typeof loader>()} />
}
