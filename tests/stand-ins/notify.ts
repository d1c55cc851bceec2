import { createHmac } from 'node:crypto'
import { answerJson, bodyOf, breakOff, listening, type Mode, type StandIn, type Taken } from './stand-in'

const SERVICE = '11111111-2222-4333-8444-555555555555'
const SECRET = '66666666-7777-4888-9999-000000000000'
export const API_KEY = `portal-${SERVICE}-${SECRET}`
export const TEMPLATE = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee'
export const TOKENS: [string, string] = ['the bearer token of today', 'the bearer token of yesterday']

const statuses = {
  ...{ accepted: 'sending', sent: 'sent', delivered: 'delivered' },
  ...{ dead: 'permanent-failure', unreachable: 'temporary-failure' },
}

/** GOV.UK Notify as far as the portal speaks with it. */
export async function notifyStandIn(publicUrl: string): Promise<StandIn> {
  const taken: Taken[] = []
  const made = new Map<string, Record<string, unknown>>()
  const received: Record<string, unknown>[] = []
  const standIn = { publicUrl, taken, asked: 0, slow: 0, abandoned: 0, mode: { is: 'fine' } as Mode }

  function take(asked: { phone_number: string; reference: string; personalisation: { body: string } }) {
    const id = `notify-${made.size + 1}`
    const { phone_number: to, reference, personalisation } = asked
    taken.push({ id: reference, providerId: id, to, body: personalisation.body, asked: new URLSearchParams() })
    made.set(id, { id, reference, type: 'sms', status: 'created', phone_number: to })
    return { id, reference, content: { body: personalisation.body }, template: { id: TEMPLATE } }
  }

  const { url, close } = await listening(async (request, response) => {
    const text = await bodyOf(request)
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://x')
    const { mode } = standIn
    if (!isSigned(request.headers.authorization) || mode.is === 'unauthorised')
      return fault(403, 'AuthError', 'Invalid token: API key not found')
    if (request.method === 'GET' && pathname === '/v2/notifications') {
      const found = [...made.values()].filter(({ reference }) => reference === searchParams.get('reference'))
      return answerJson(response, 200, { notifications: found, links: {} })
    }
    if (request.method === 'GET' && pathname === '/v2/received-text-messages')
      return answerJson(response, 200, { received_text_messages: received, links: {} })
    if (pathname !== '/v2/notifications/sms') return fault(404, 'NotFound', 'No such thing')
    standIn.asked++
    if (standIn.slow) await new Promise((done) => setTimeout(done, standIn.slow))
    const asked = JSON.parse(text)
    if (asked.template_id !== TEMPLATE) return fault(400, 'BadRequestError', 'Template not found')
    switch (mode.is) {
      case 'fine':
        if (request.socket.destroyed && standIn.abandoned++ % 2 === 0) return
        return answerJson(response, 201, take(asked))
      case 'busy':
        if (mode.seconds) response.setHeader('Retry-After', mode.seconds)
        return fault(429, 'RateLimitError', 'Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds')
      case 'refuses':
        return mode.number === 'abroad'
          ? fault(400, 'BadRequestError', 'Cannot send to international mobile numbers')
          : fault(400, 'ValidationError', 'phone_number Number is not valid – double check it')
      default:
        return breakOff(mode.is, response, JSON.stringify(mode.taken ? take(asked) : { id: 'notify-0', reference: '' }))
    }

    function fault(status: number, error: string, message: string) {
      return answerJson(response, status, { status_code: status, errors: [{ error, message }] })
    }
  })

  const call = (path: string, value: unknown, key: string) => ({
    url: standIn.publicUrl + path,
    headers: new Headers({ 'Content-Type': 'application/json', Authorization: `Bearer ${key}` }),
    body: JSON.stringify(value),
  })

  return Object.assign(standIn, {
    url,
    close,
    statusCall: (({ id, providerId, to }, status, key = TOKENS[0]) =>
      call(
        '/texts/status',
        { id: providerId, reference: id, to, status: statuses[status], notification_type: 'sms' },
        key,
      )) satisfies StandIn['statusCall'],
    // Notify writes numbers without the plus.
    incomingCall: (({ id, from, words }, key = TOKENS[0]) =>
      call(
        '/texts/incoming',
        { id, source_number: from.replace('+', ''), destination_number: '447700900000', message: words },
        key,
      )) satisfies StandIn['incomingCall'],
    strangeCalls: () =>
      ['', '{', 'null', '[]', '{"id":1}', '{"id":"in-8","reaction":"👍"}'].map((body) => ({
        ...call('/texts/incoming', null, TOKENS[0]),
        body,
      })),
    received: (({ id, from, words, at = new Date() }) => {
      const numbers = { user_number: from.replace('+', ''), notify_number: '447700900000' }
      received.unshift({ id, ...numbers, content: words, created_at: at.toISOString(), service_id: SERVICE })
    }) satisfies StandIn['received'],
    settle: ((text, status) => {
      Object.assign(made.get(text.providerId) ?? {}, { status: statuses[status] })
    }) satisfies StandIn['settle'],
    wordsOf: () => undefined,
  })
}

/** A JSON web token of our service's, as Notify's clients make one: https://docs.notifications.service.gov.uk/rest-api.html#authorisation-header */
function isSigned(authorization = ''): boolean {
  const [head = '', claims = '', signature] = authorization.replace(/^Bearer /, '').split('.')
  const expected = createHmac('sha256', SECRET).update(`${head}.${claims}`).digest('base64url')
  return signature === expected && JSON.parse(Buffer.from(claims, 'base64url').toString()).iss === SERVICE
}
