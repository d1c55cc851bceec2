import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { endedCookie } from '#app/edge/cookies.server'

/** Signs this browser out, however often it is pressed. */
export async function action({ context: { visitor } }: ActionFunctionArgs) {
  await visitor.signOut()
  return redirect('/', { status: 303, headers: { 'Set-Cookie': endedCookie('__Host-session') } })
}

export const loader = () => redirect('/me')
