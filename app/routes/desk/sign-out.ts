import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { endStaffSession } from '#app/domain/council/staff-sessions'
import { endedCookie } from '#app/edge/cookies.server'

/** Ends the session on the server first, then forgets the cookie. Nobody comes here by its address. */
export const loader = () => redirect('/desk')

export async function action({ context: { world, visitor } }: ActionFunctionArgs) {
  const staff = await visitor.staff()
  if (staff) await endStaffSession(world, staff)
  return redirect('/desk/sign-in', { status: 303, headers: { 'Set-Cookie': endedCookie('__Host-desk') } })
}
