import type { Account } from '#app/domain/council/accounts'
import { type Claims, NotVerified, type StaffProviderSettings } from './staff-provider.server'

/** Why what the council's sign-in says is not enough to know somebody by; the operator can put each right there. */
export type UnclearWhy = 'groups-left-out' | 'no-name' | 'email-not-verified'

/**
 * Who somebody is by what the council's sign-in says of them. An address that nobody verified is no name: whoever may
 * write anything there could take somebody else's place.
 */
export function accountOf(claims: Claims, settings: StaffProviderSettings): Account | UnclearWhy {
  const { sub, iss, sid, name } = claims
  if (typeof sub !== 'string' || typeof iss !== 'string') throw new NotVerified('no-subject')
  const called = claims[settings.staffClaim]
  if (typeof called !== 'string' || !called.trim() || called.length > 200) return 'no-name'
  const verified = [claims.email_verified, claims.xms_edov].some(
    (said) => said === true || said === 'true' || said === 1,
  )
  if (settings.staffClaim === 'email' && !verified) return 'email-not-verified'
  const role = roleIn(claims, settings)
  // Microsoft leaves all groups out of a token when there are more than 200: https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference#groups-overage-claim
  if (!role && areLeftOut(claims)) return 'groups-left-out'
  return {
    ...{ issuer: settings.issuer, subject: sub, calledThere: called.trim(), role },
    ...(typeof sid === 'string' && { sid }),
    ...(typeof name === 'string' && { name }),
  }
}

function roleIn(claims: Claims, { roles, rolesClaim }: StaffProviderSettings) {
  const words = rolesClaim ? wordsAt(claims, rolesClaim) : [...wordsAt(claims, 'roles'), ...wordsAt(claims, 'groups')]
  return roles.find(([, word]) => words.includes(word))?.[0]
}

/** The words of a claim, which may stand inside another: `realm_access.roles`. */
function wordsAt(claims: Claims, path: string): string[] {
  const inside = path.split('.').reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), claims)
  return [claims[path] ?? inside ?? []].flat().filter((word): word is string => typeof word === 'string')
}

const areLeftOut = ({ _claim_names: names, hasgroups }: Claims) =>
  (isObject(names) && 'groups' in names) || hasgroups === true || hasgroups === 'true'

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
