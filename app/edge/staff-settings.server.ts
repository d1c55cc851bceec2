import { z } from 'zod'
import type { Role } from '#app/domain/council/staff-sessions'
import type { StaffProviderSettings } from './staff-provider.server'

const said = z.string('set')
const ROLES: Role[] = ['worker', 'manager', 'administrator']

const isLoopback = ({ hostname }: URL) => ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)

/** Whether what goes to an address is read by nobody on the way. */
export const isSafe = (address: string): boolean => {
  const url = new URL(address)
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url))
}

const issuer = said.transform((text, context) => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  // Of these any other organisation is a tenant too.
  const isEverybody = /\/(common|organizations|consumers)(\/|$)/.test(url?.pathname ?? '')
  if (url && !isEverybody && isSafe(text) && !url.search && !url.hash) return text
  context.addIssue('the https address of your own provider, such as https://login.microsoftonline.com/YOUR-TENANT/v2.0')
  return z.NEVER
})

/** "manager=Portal.Manager,worker=Portal.Worker": our roles by the council's words, the first that fits first. */
const roles = said.transform((text, context): [Role, string][] => {
  const pairs = text.split(',').map((pair) => pair.split(/=(.*)/).map((part) => part.trim()))
  const known = pairs.flatMap(([role, word]) => {
    const ours = ROLES.find((one) => one === role)
    return ours && word ? [[ours, word] satisfies [Role, string]] : []
  })
  if (known.length === pairs.length && known.some(([role]) => role === 'administrator')) return known
  context.addIssue('like worker=WORD,manager=WORD,administrator=WORD, and name an administrator')
  return z.NEVER
})

/** How staff sign in. */
export const staffSettings = z
  .object({
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: said,
    OIDC_CLIENT_SECRET: said,
    OIDC_STAFF_CLAIM: z.string().default('preferred_username'),
    OIDC_ROLES_CLAIM: z.string().optional(),
    OIDC_ROLES: roles,
  })
  .transform(
    (given): StaffProviderSettings => ({
      ...{ issuer: given.OIDC_ISSUER, clientId: given.OIDC_CLIENT_ID, clientSecret: given.OIDC_CLIENT_SECRET },
      ...{ staffClaim: given.OIDC_STAFF_CLAIM, rolesClaim: given.OIDC_ROLES_CLAIM, roles: given.OIDC_ROLES },
    }),
  )
