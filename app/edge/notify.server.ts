/** Texts by GOV.UK Notify, through its own library: https://docs.notifications.service.gov.uk/node.html */
import { timingSafeEqual } from 'node:crypto'
import axios from 'axios'
import { NotifyClient } from 'notifications-node-client'
import { z } from 'zod'
import type { WhyFailed } from '#app/domain/texts/failures'
import type { Found, Handed, Provider, ProviderCall, StatusReport } from '#app/domain/texts/provider'
import { asE164, networkOutcome, TIMEOUT_MS } from './providers.server'

export type NotifySettings = {
  apiKey: string
  /** A template whose whole text is `((body))`: the wording, in every language, is the portal's. */
  templateId: string
  /** What Notify proves itself with when it calls us; two while one is changed. */
  callbackTokens: [string, ...string[]]
  /** Another address than Notify's, for tests. */
  base?: string
  timeoutMs?: number
}

/** https://docs.notifications.service.gov.uk/rest-api.html#delivery-receipts */
const statuses = new Map<string, StatusReport['status']>(
  Object.entries({
    created: 'accepted',
    sending: 'accepted',
    pending: 'accepted',
    sent: 'sent',
    delivered: 'delivered',
    'permanent-failure': 'failed',
    'temporary-failure': 'failed',
    'technical-failure': 'failed',
  } as const),
)
const meanings = new Map<string, WhyFailed>(
  Object.entries({
    'permanent-failure': 'dead',
    'temporary-failure': 'unreachable',
    'technical-failure': 'carrier',
  } as const),
)
/** Notify leaves it to us what a reply means. */
const STOP = /^\s*stop(\s*all)?[\s.!]*$/i
const START = /^\s*start[\s.!]*$/i

const receipt = z.object({ id: z.string(), reference: z.string().nullish(), status: z.string() })
const reply = z.object({ id: z.string(), source_number: z.string(), message: z.string() })
const listed = z.object({ notifications: z.array(receipt) })
const taken = z.object({ id: z.string().min(1) })
const fault = z.object({ errors: z.array(z.object({ error: z.string(), message: z.string() })) })

export function notifyProvider({
  apiKey,
  templateId,
  callbackTokens,
  base,
  timeoutMs = TIMEOUT_MS,
}: NotifySettings): Provider {
  const client = base ? new NotifyClient(base, apiKey) : new NotifyClient(apiKey)
  // Without a client of our own it would wait for an answer for ever.
  const http = axios.create({ timeout: timeoutMs, maxRedirects: 0, proxy: false })
  client.setClient(http)
  const read = <Shape>(call: ProviderCall, shape: z.ZodType<Shape>) =>
    isNotifys(call, callbackTokens) ? (shape.safeParse(parsed(call.body)).data ?? null) : null
  return {
    name: 'notify',
    send: ({ id, to, body }) =>
      client.sendSms(templateId, to, { personalisation: { body }, reference: id }).then(({ data }): Handed => {
        const answer = taken.safeParse(data)
        return answer.success ? { is: 'taken', providerId: answer.data.id } : { is: 'unknown' }
      }, outcomeOf),
    parseStatus: (call) => {
      const said = read(call, receipt)
      return said && reportOf(said)
    },
    parseIncoming: (call) => {
      const said = read(call, reply)
      const from = asE164(said?.source_number)
      if (!said || !from) return null
      const says = STOP.test(said.message) ? 'stop' : START.test(said.message) ? 'start' : 'words'
      return { id: said.id, from, says, words: said.message }
    },
    // By our own id, which Notify calls the reference.
    lookUp: ({ id }) =>
      client
        .getNotifications('sms', undefined, id)
        .then(({ data }): Found => {
          const [found] = listed.parse(data).notifications
          const report = found && reportOf(found)
          return report ? { is: 'found', report } : { is: 'not-there' }
        })
        .catch((): Found => ({ is: 'no-answer' })),
  }
}

function reportOf({ id, reference, status }: z.infer<typeof receipt>): StatusReport | null {
  const ours = statuses.get(status)
  if (!ours) return null
  const failure = ours === 'failed' && { why: meanings.get(status) ?? ('other' as const), code: status }
  return { providerId: id, status: ours, ...(reference && { textId: reference }), ...failure }
}

/** A bearer token, compared in constant time. */
function isNotifys({ headers }: ProviderCall, tokens: string[]): boolean {
  const given = Buffer.from(headers.get('Authorization') ?? '')
  return tokens
    .map((token) => Buffer.from(`Bearer ${token}`))
    .some((expected) => expected.length === given.length && timingSafeEqual(expected, given))
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** What an error says of a text: https://docs.notifications.service.gov.uk/rest-api.html#error-codes */
function outcomeOf(error: unknown): Handed {
  const answer = axios.isAxiosError(error) ? error.response : undefined
  if (!answer) return networkOutcome(error)
  const [first] = fault.safeParse(answer.data).data?.errors ?? []
  const code = first?.error ?? String(answer.status)
  if (answer.status === 429) return { is: 'not-now', code }
  if (answer.status === 401 || answer.status === 403 || answer.status === 404) return { is: 'closed', code }
  if (answer.status >= 400 && answer.status < 500) {
    const aboutNumber = /phone_number|number/i.test(first?.message ?? '')
    return code === 'ValidationError' && aboutNumber
      ? { is: 'refused', why: 'not-a-number', code }
      : { is: 'closed', code }
  }
  return { is: 'unknown', code }
}
