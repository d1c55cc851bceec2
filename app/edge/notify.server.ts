/** Texts by GOV.UK Notify, through its own library: https://docs.notifications.service.gov.uk/node.html */
import { timingSafeEqual } from 'node:crypto'
import axios from 'axios'
import { NotifyClient } from 'notifications-node-client'
import { z } from 'zod'
import type { Found, Handed, IncomingText, Provider, ProviderCall, StatusReport, WhyFailed } from '#app/domain/provider'
import { networkOutcome, senderOf, TIMEOUT_MS, unreadText, waitMsOf } from './provider-answers.server'

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
/** It goes on trying for up to three days and cannot be told to stop sooner; most texts arrive within minutes. */
const LEAD_MS = 30 * 60_000
/** A refusal of this one text, and not of all we send: a number abroad, one our key may not text yet. */
const ABOUT_RECIPIENT = /recipient|trial mode|international|landline/i

/** Notify leaves it to us what a reply means. */
const STOP = /^\s*stop(\s*all)?[\s.!]*$/i
const START = /^\s*start[\s.!]*$/i

const receipt = z.object({ id: z.string(), reference: z.string().nullish(), status: z.string() })
const reply = z.object({ id: z.string().min(1), source_number: z.string().nullish(), message: z.string() })
const received = z.object({ received_text_messages: z.array(z.unknown()) })
const receivedOne = z.object({
  ...{ id: z.string().min(1), user_number: z.string().nullish(), content: z.string() },
  created_at: z.coerce.date(),
})
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
      if (!isNotifys(call, callbackTokens)) return null
      const said = reply.safeParse(parsed(call.body)).data
      return said ? incoming(said.id, said.source_number, said.message) : unreadText(call.body)
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
    cameIn: async (since) => {
      const { data } = await client.getReceivedTexts()
      return received.parse(data).received_text_messages.flatMap((one) => {
        const said = receivedOne.safeParse(one).data
        if (!said) return [unreadText(JSON.stringify(one))]
        const { id, user_number, content, created_at: at } = said
        return at < since ? [] : [{ ...incoming(id, user_number, content), at }]
      })
    },
    leadMs: LEAD_MS,
  }
}

const incoming = (id: string, from: string | null | undefined, words: string): IncomingText => ({
  ...{ id, from: senderOf(from), says: saysOf(words), words },
})

const saysOf = (words: string) => (STOP.test(words) ? 'stop' : START.test(words) ? 'start' : 'words')

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
  if (answer.status === 429) return { is: 'not-now', code, waitMs: waitMsOf(answer.headers) }
  if (answer.status === 401 || answer.status === 403 || answer.status === 404) return { is: 'closed', code }
  if (answer.status >= 400 && answer.status < 500) {
    const message = first?.message ?? ''
    if (ABOUT_RECIPIENT.test(message)) return { is: 'refused', why: 'not-routed', code }
    const isNoNumber = code === 'ValidationError' && /number/i.test(message)
    return isNoNumber ? { is: 'refused', why: 'not-a-number', code } : { is: 'closed', code }
  }
  return { is: 'unknown', code }
}
