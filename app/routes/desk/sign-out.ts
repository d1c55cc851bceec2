import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { endedCookie } from '#app/edge/cookies.server'

/** Ends the session and forgets the cookie, whatever state the database is in. Nobody comes here by its address. */
export const loader = () => redirect('/desk')

export async function action({ context: { visitor, staffProvider } }: ActionFunctionArgs) {
  await visitor.signOutOfDesk()
  return redirect(staffProvider ? '/desk/signed-out' : '/desk/sign-in', {
    status: 303,
    headers: { 'Set-Cookie': endedCookie('__Host-desk') },
  })
}
