import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { demoStaff, endStaffSession, signInDemo } from '#app/domain/council/staff-sessions'
import { cookie } from '#app/edge/cookies.server'
import { StaffSignInPage } from '#app/views/desk/sign-in-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ context: { world } }: LoaderFunctionArgs) {
  return world.settings.mode === 'demo' ? { staff: await demoStaff(world) } : {}
}

export async function action({ request, context: { world, visitor } }: ActionFunctionArgs) {
  const chosen = (await request.formData()).get('staff')
  const value = await signInDemo(world, typeof chosen === 'string' ? chosen : '')
  if (!value) throw redirect('/desk/sign-in', 303)
  const before = await visitor.staff()
  if (before) await endStaffSession(world, before)
  return redirect('/desk', { status: 303, headers: { 'Set-Cookie': cookie('__Host-desk', value) } })
}

export default function SignIn() {
  const { staff } = useLoaderData<typeof loader>()
  return <StaffSignInPage staff={staff} />
}
