import type { AppLoadContext } from '@remix-run/node'
import type { SignInTrouble } from '#app/views/desk/sign-in-trouble-page'
import type { NotVerified, ProviderAway } from './staff-provider.server'

/** With which status a page says why somebody is not signed in. */
export const STATUS: Record<SignInTrouble, number> = {
  away: 503,
  'start-again': 400,
  refused: 403,
  'not-anew': 403,
  'no-role': 403,
  left: 403,
  'not-theirs': 403,
  'groups-left-out': 403,
  'no-name': 403,
  'email-not-verified': 403,
}

/** What the provider says itself when it will not let somebody in, or cannot. */
const REFUSED = ['access_denied', 'login_required', 'interaction_required', 'consent_required', 'unauthorized_client']
const AWAY = ['server_error', 'temporarily_unavailable', 'invalid_client']

/** By name: whoever made the provider may have loaded its module apart from the pages. */
const isOfProvider = (error: unknown): error is ProviderAway | NotVerified =>
  error instanceof Error && ['ProviderAway', 'NotVerified'].includes(error.name)

/** What a page says of an error of the council's own sign-in; the log has its code. Anything else is thrown on. */
export function troubleOf(error: unknown, { log }: Pick<AppLoadContext, 'log'>) {
  if (!isOfProvider(error)) throw error
  log({ staffSignIn: error.code })
  const isAway = error.name === 'ProviderAway' || AWAY.includes(error.code)
  const known = REFUSED.includes(error.code) ? 'refused' : error.code === 'not-anew' ? 'not-anew' : 'start-again'
  const why: SignInTrouble = isAway ? 'away' : known
  return { why, status: STATUS[why] }
}
