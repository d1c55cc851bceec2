/** What the providers of texts have in common: how long they get, what a broken line means, how they write a number. */
import { phoneFrom } from '#app/domain/plan/phone'
import type { Handed, IncomingText } from '#app/domain/provider'
import { hashOf } from '#app/domain/tokens'

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

/** A number as providers write it (Notify leaves out the plus), or undefined: a short code is none, whatever it begins with. */
export function asE164(number: string | undefined): string | undefined {
  const written = number?.replace(/[\s().-]/g, '') ?? ''
  const whole = /^\d{10}/.test(written) && !written.startsWith('0') ? `+${written}` : written
  return /^[+0]/.test(whole) ? (phoneFrom(whole) ?? undefined) : undefined
}

/** Who a text came from: a number as E.164, anything else as the provider wrote it. */
export const senderOf = (from: string | null | undefined): string => asE164(from ?? '') ?? from?.trim() ?? ''

/** No text of anybody's is as long, and a call that is may hold anything. */
const MOST_KEPT = 4000

/** A call that truly is the provider's and that we cannot read, kept as it came. Told twice it is the same one. */
export function unreadText(came: string): IncomingText {
  return { id: `unread-${hashOf(came)}`, from: '', says: 'words', words: came.slice(0, MOST_KEPT) }
}
