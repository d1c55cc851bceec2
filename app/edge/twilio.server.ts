/** Texts by Twilio, through its own library: https://www.twilio.com/docs/messaging/api/message-resource */
import twilio from 'twilio'
import type { Found, Handed, Provider, ProviderCall, StatusReport, TextToFind, WhyFailed } from '#app/domain/provider'
import { hashOf } from '#app/domain/tokens'
import { networkOutcome, TIMEOUT_MS, waitMsOf } from './provider-answers.server'
import { cameIn, forget, type TwilioSender, textIn } from './twilio-incoming.server'

export type TwilioSettings = {
  accountSid: string
  /** The first signs what we ask; calls signed with any of them are Twilio's: two while a token is changed. */
  authTokens: [string, ...string[]]
  from: TwilioSender
  /** Whether Twilio discards the words by itself (an option of some accounts) or is asked to, text by text. */
  discards: boolean
  /** Another address than Twilio's, for tests. */
  base?: string
  timeoutMs?: number
}

/** What Twilio's error codes mean: https://www.twilio.com/docs/api/errors */
const meanings = new Map<string, WhyFailed>(
  Object.entries({
    21211: 'not-a-number',
    21408: 'not-routed',
    21610: 'stopped',
    21612: 'not-routed',
    21614: 'landline',
    21635: 'landline',
    30003: 'unreachable',
    30004: 'blocked',
    30005: 'dead',
    30006: 'landline',
    30007: 'filtered',
    30008: 'carrier',
    30034: 'not-routed',
    30036: 'too-late',
    30450: 'not-routed',
  } as const),
)
/** Its queue, or ours at it, is full. */
const FULL = ['21611', '30001']
/** It is not this text: our account, or what we send from, is not in order. */
const CLOSED = ['20003', '20005', '21212', '21603', '21606', '21607', '21705']
/** Twilio's words for where a text is, in ours. */
const statuses = new Map<string, StatusReport['status']>(
  Object.entries({
    accepted: 'accepted',
    scheduled: 'accepted',
    queued: 'accepted',
    sending: 'accepted',
    sent: 'sent',
    delivered: 'delivered',
    read: 'delivered',
    partially_delivered: 'failed',
    undelivered: 'failed',
    failed: 'failed',
    canceled: 'failed',
  } as const),
)
/** Twilio calls again when we could not write down what it said: https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides */
const CALLS_AGAIN = '#rc=5&rp=all'

/** `publicUrl` is where Twilio calls us: our configured address, never what a header claims. */
export function twilioProvider(settings: TwilioSettings, publicUrl: () => string): Provider {
  const { accountSid, authTokens, discards, from } = settings
  const client = twilio(accountSid, authTokens[0], { httpClient: httpClientTo(settings) })
  const sender = 'number' in from ? { from: from.number } : from
  const paramsOf = (call: ProviderCall) => (isTwilios(call, authTokens) ? fieldsOf(call.body) : null)
  return {
    name: 'twilio',
    send: ({ id, to, body, validSeconds }) =>
      client.messages
        .create({
          ...{ ...sender, to, body },
          // Our id comes back with every report, also for a text whose answer we never read.
          statusCallback: `${publicUrl()}/texts/status?m=${id}${CALLS_AGAIN}`,
          validityPeriod: validSeconds,
          ...(discards && { contentRetention: 'discard' }),
        })
        .then(({ sid }): Handed => (sid ? { is: 'taken', providerId: sid } : { is: 'unknown' }), outcomeOf),
    parseStatus: (call) => {
      const params = paramsOf(call)
      const status = statuses.get(params?.MessageStatus?.toLowerCase() ?? '')
      if (!params?.MessageSid || !status) return null
      const textId = new URL(call.url).searchParams.get('m') ?? undefined
      return reportOf(params.MessageSid, status, params.ErrorCode, textId)
    },
    parseIncoming: (call) => {
      const params = paramsOf(call)
      return params && textIn(params, call.body)
    },
    lookUp: (text) => lookUp(client, text, from).catch((): Found => ({ is: 'no-answer' })),
    // What it discards by itself it has no more. What comes in it always keeps.
    forget: async (sid, which) => {
      if (which === 'came-in' || !discards) await forget(client, sid, { attached: which === 'came-in' })
    },
    cameIn: (since) => cameIn(client, from, since),
  }
}

type Client = ReturnType<typeof twilio>

/** Twilio asks us to wait: its library's own error leaves out for how long. */
class TooMany extends Error {
  constructor(readonly waitMs: number | undefined) {
    super('Twilio asks us to wait.')
  }
}

/** Twilio's library has no setting for its address, so a test's stand-in is put in its place, request by request. */
function httpClientTo({ base, timeoutMs = TIMEOUT_MS }: TwilioSettings) {
  const client = new twilio.RequestClient({ timeout: timeoutMs, autoRetry: false })
  const request: typeof client.request = async (options) => {
    const uri = base ? options.uri.replace(/^https:\/\/[^/]+/, base) : options.uri
    const answer = await client.request({ ...options, uri })
    if (answer.statusCode === 429) throw new TooMany(waitMsOf(answer.headers))
    return answer
  }
  return Object.assign(Object.create(client), { request }) as typeof client
}

/** What an error of the library's says of a text. A 4xx was read and refused; a 5xx may have come after it was taken. */
function outcomeOf(error: unknown): Handed {
  if (error instanceof TooMany) return { is: 'not-now', code: '20429', waitMs: error.waitMs }
  const { status, code } = error as { status?: unknown; code?: unknown }
  if (typeof status !== 'number') return networkOutcome(error)
  const named = code === undefined ? String(status) : String(code)
  if (FULL.includes(named)) return { is: 'not-now', code: named }
  if ([401, 403, 404].includes(status) || CLOSED.includes(named)) return { is: 'closed', code: named }
  if (status >= 400 && status < 500) return { is: 'refused', why: meanings.get(named) ?? 'other', code: named }
  return { is: 'unknown', code: named }
}

const reportOf = (
  providerId: string,
  status: StatusReport['status'],
  code: string | undefined,
  textId?: string,
): StatusReport => ({
  providerId,
  status,
  ...(textId && { textId }),
  ...(status === 'failed' && { why: meanings.get(code ?? '') ?? 'other', ...(code && { code }) }),
})

/** Twilio's own check, over the address we gave it: with what follows its #, or without, as no paper of Twilio's says which. */
const isTwilios = ({ url, headers, body }: ProviderCall, tokens: string[]): boolean => {
  const signature = headers.get('X-Twilio-Signature') ?? ''
  const fields = groupedFieldsOf(body)
  return tokens.some((token) =>
    [url, url + CALLS_AGAIN].some((signed) => twilio.validateRequest(token, signature, signed, fields)),
  )
}

/** Every field of a form; of one that comes twice, all its values, as the signature counts them. */
function groupedFieldsOf(body: string): Record<string, string | string[]> {
  const params = new URLSearchParams(body)
  return Object.fromEntries(
    [...new Set(params.keys())].map((name) => {
      const all = params.getAll(name)
      return [name, all.length === 1 ? (all[0] ?? '') : all]
    }),
  )
}

const fieldsOf = (body: string): Partial<Record<string, string>> => Object.fromEntries(new URLSearchParams(body))

/** Clocks differ a little, and a text may have waited in a queue of ours for the call. */
const AROUND_MS = 2 * 60_000

/**
 * By Twilio's id when we have it. Else among the last texts to the number since the call: by its words, or, where
 * Twilio does not keep them, the only one that is no other text of ours.
 */
async function lookUp(client: Client, text: TextToFind, from: TwilioSettings['from']): Promise<Found> {
  const { providerId, to, calledAt, bodyHash, isAnother } = text
  if (providerId) {
    const message = await client.messages(providerId).fetch()
    return foundAs(message)
  }
  const recent = await client.messages.list({ to, limit: 50, pageSize: 50 })
  const since = Date.parse(calledAt) - AROUND_MS
  const candidates = []
  for (const message of recent) {
    // The account may be the council's, with other senders.
    const isOurs =
      'number' in from ? message.from === from.number : message.messagingServiceSid === from.messagingServiceSid
    if (!isOurs || message.dateCreated.getTime() < since) continue
    if (!(await isAnother(message.sid))) candidates.push(message)
  }
  const byWords = candidates.find(({ body }) => body && hashOf(body) === bodyHash)
  const wordless = candidates.filter(({ body }) => !body)
  const found = byWords ?? (wordless.length === 1 ? wordless[0] : undefined)
  return found ? foundAs(found) : { is: 'not-there' }
}

function foundAs({ sid, status, errorCode }: { sid: string; status: string; errorCode: number | null }): Found {
  const ours = statuses.get(status.toLowerCase()) ?? 'accepted'
  return { is: 'found', report: reportOf(sid, ours, errorCode ? String(errorCode) : undefined) }
}
