import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { endSession } from '#app/domain/coming-in/sessions'
import { endedCookie } from '#app/edge/cookies.server'

/** Signs this browser out, however often it is pressed. */
export async function action({ context: { world, visitor } }: ActionFunctionArgs) {
  const session = await visitor.session()
  if (session) await endSession(world, session)
  return redirect('/', { status: 303, headers: { 'Set-Cookie': endedCookie('__Host-session') } })
}

export const loader = () => redirect('/me')
