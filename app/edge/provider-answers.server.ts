/** What the providers of texts have in common: how long they get, what a broken line means, how they write a number. */
import { isPhone } from '#app/domain/plan/phone'
import type { Handed } from '#app/domain/provider'

/** How long a provider has to answer. A text that was handed over holds its lease six times as long. */
export const TIMEOUT_MS = 10_000

/** Errors of the line by which the request surely never got there. */
const NEVER_ARRIVED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'CERT_HAS_EXPIRED']

/** What a request without an answer says of a text: after any doubt, that it may have been taken. */
export function networkOutcome(error: unknown): Handed {
  const code = (error as { code?: unknown }).code
  const named = typeof code === 'string' ? code : undefined
  return named && NEVER_ARRIVED.includes(named) ? { is: 'not-now', code: named } : { is: 'unknown', code: named }
}

/** For how long an answer asks us to wait, in milliseconds, an hour at most: https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
export function waitMsOf(headers: unknown): number | undefined {
  const seconds = Number((headers as Record<string, unknown> | undefined)?.['retry-after'])
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 60 * 60) * 1000 : undefined
}

/** A number as providers write it (Notify leaves out the plus), or undefined. */
export function asE164(number: string | undefined): string | undefined {
  const digits = number?.replace(/[^\d+]/g, '').replace(/^(?!\+)/, '+')
  return digits && isPhone(digits) ? digits : undefined
}
