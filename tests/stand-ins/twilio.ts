import twilio from 'twilio'
import { answerJson, bodyOf, breakOff, listening, type Mode, type StandIn, type Taken } from './stand-in'

export const ACCOUNT = `AC${'0'.repeat(32)}`
/** The number the portal sends from, alone in a messaging service. */
export const NUMBER = '+447700900000'
export const SERVICE = `MG${'0'.repeat(32)}`
export const TOKENS: [string, string] = ['the-token-of-today', 'the-token-of-yesterday']

const codes = { dead: '30005', unreachable: '30003' }
const errors = {
  unknown: { code: 21211, message: 'Invalid To', status: 400 },
  odd: { code: 21610, message: 'Unsubscribed recipient', status: 400 },
  abroad: { code: 21408, message: 'Permission to send an SMS has not been enabled for the region', status: 400 },
}

/** Twilio as far as the portal speaks with it. `publicUrl`: where it calls. */
export async function twilioStandIn(publicUrl: string, { keepsWords = true } = {}) {
  const taken: Taken[] = []
  const made = new Map<string, Record<string, unknown>>()
  const media = new Map<string, { sid: string }[]>()
  const standIn = { publicUrl, taken, asked: 0, slow: 0, abandoned: 0, mode: { is: 'fine' } as Mode }

  function take(asked: URLSearchParams) {
    const sid = `SM${String(made.size + 1).padStart(32, '0')}`
    const [to, body] = [asked.get('To') ?? '', asked.get('Body') ?? '']
    const id = new URL(asked.get('StatusCallback') ?? 'http://x').searchParams.get('m') ?? ''
    taken.push({ id, providerId: sid, to, body, asked })
    const dates = { date_created: new Date().toUTCString(), date_updated: null, date_sent: null }
    const sender = { from: asked.get('From'), messaging_service_sid: asked.get('MessagingServiceSid') }
    const message = { sid, to, ...sender, direction: 'outbound-api', body: keepsWords ? body : '', ...dates }
    made.set(sid, { ...message, status: 'queued', error_code: null })
    return made.get(sid)
  }

  const { url, close } = await listening(async (request, response) => {
    const text = await bodyOf(request)
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://x')
    const key = `Basic ${Buffer.from(`${ACCOUNT}:${TOKENS[0]}`).toString('base64')}`
    const { mode } = standIn
    if (request.headers.authorization !== key || mode.is === 'unauthorised')
      return answerJson(response, 401, { code: 20003, message: 'Authenticate', status: 401 })
    if (pathname === `/v1/Services/${SERVICE}/PhoneNumbers`)
      return answerJson(response, 200, { phone_numbers: [{ phone_number: NUMBER }], meta: { key: 'phone_numbers' } })
    const messages = `/2010-04-01/Accounts/${ACCOUNT}/Messages`
    const [, ofText = '', picture] =
      pathname.slice(messages.length).match(/^\/(\w[\w-]*)\/Media(?:\/(\w+))?\.json$/) ?? []
    if (ofText && !made.has(ofText)) return answerJson(response, 404, { code: 20404, status: 404 })
    if (ofText && request.method === 'DELETE') {
      media.set(ofText, media.get(ofText)?.filter(({ sid }) => sid !== picture) ?? [])
      return response.writeHead(204).end()
    }
    if (ofText)
      return answerJson(response, 200, { media_list: media.get(ofText) ?? [], page: 0, uri: '', next_page_uri: null })
    const one = made.get(pathname.slice(messages.length + 1, -'.json'.length))
    if (request.method === 'GET' && pathname === `${messages}.json`) {
      const wanted = searchParams.get('To')
      const since = Date.parse(searchParams.get('DateSent>') ?? '') || 0
      const found = [...made.values()]
        .filter(({ to, date_created }) => (!wanted || to === wanted) && Date.parse(`${date_created}`) >= since)
        .reverse()
      const [page, size] = [Number(searchParams.get('Page')), Number(searchParams.get('PageSize') ?? 50)]
      searchParams.set('Page', String(page + 1))
      const next = found.length > (page + 1) * size ? `${pathname}?${searchParams}` : null
      const messages = found.slice(page * size, (page + 1) * size)
      return answerJson(response, 200, { messages, page, page_size: size, uri: '', next_page_uri: next })
    }
    if (request.method === 'GET')
      return one ? answerJson(response, 200, one) : answerJson(response, 404, { code: 20404, status: 404 })
    if (one) {
      one.body = new URLSearchParams(text).get('Body')
      return answerJson(response, 200, one)
    }
    if (pathname !== `${messages}.json`) return answerJson(response, 404, { code: 20404, status: 404 })
    standIn.asked++
    if (standIn.slow) await new Promise((done) => setTimeout(done, standIn.slow))
    const asked = new URLSearchParams(text)
    switch (mode.is) {
      case 'fine':
        if (request.socket.destroyed && standIn.abandoned++ % 2 === 0) return
        return answerJson(response, 201, take(asked))
      case 'busy':
        if (mode.seconds) response.setHeader('Retry-After', mode.seconds)
        return answerJson(response, 429, { code: 20429, message: 'Too many requests', status: 429 })
      case 'refuses':
        return answerJson(response, 400, errors[mode.number])
      default:
        return breakOff(mode.is, response, JSON.stringify(mode.taken ? take(asked) : { sid: 'SM0', status: 'queued' }))
    }
  })

  const signed = (path: string, fields: Record<string, string>, key: string) => ({
    url: standIn.publicUrl + path,
    headers: new Headers({
      'Content-Type': 'application/x-www-form-urlencoded',
      'X-Twilio-Signature': twilio.getExpectedTwilioSignature(key, standIn.publicUrl + path, fields),
    }),
    body: new URLSearchParams(fields).toString(),
  })

  return Object.assign(standIn, {
    url,
    close,
    statusCall: ((text, status, key = TOKENS[0]) => {
      const failed = status === 'dead' || status === 'unreachable'
      const said = status === 'accepted' ? 'queued' : failed ? 'undelivered' : status
      const fields = { MessageSid: text.providerId, MessageStatus: said, To: text.to, AccountSid: ACCOUNT }
      return signed(`/texts/status?m=${text.id}`, failed ? { ...fields, ErrorCode: codes[status] } : fields, key)
    }) satisfies StandIn['statusCall'],
    incomingCall: (({ id, from, words, pictures = 0 }, key = TOKENS[0]) =>
      signed(
        '/texts/incoming',
        { MessageSid: id, From: from, To: '+447700900000', Body: words, NumMedia: `${pictures}` },
        key,
      )) satisfies StandIn['incomingCall'],
    strangeCalls: () =>
      [[], ['Hello'], ['MessageSid'], ['MessageSid', 'Latitude']].map((names, n) =>
        signed('/texts/incoming', Object.fromEntries(names.map((name) => [name, `${name}-${n}`])), TOKENS[0]),
      ),
    received: (({ id, from, words, at = new Date(), to = NUMBER, pictures = 0 }) => {
      media.set(
        id,
        Array.from({ length: pictures }, (_, n) => ({ sid: `ME${n}`, parent_sid: id, account_sid: ACCOUNT })),
      )
      const dates = { date_created: at.toUTCString(), date_updated: null, date_sent: at.toUTCString() }
      made.set(id, {
        sid: id,
        from,
        to,
        body: words,
        direction: 'inbound',
        status: 'received',
        num_media: `${pictures}`,
        ...dates,
      })
    }) satisfies StandIn['received'],
    settle: ((text, status) => {
      const change = status === 'dead' ? { status: 'undelivered', error_code: 30005 } : { status }
      Object.assign(made.get(text.providerId) ?? {}, change)
    }) satisfies StandIn['settle'],
    /** The pictures it still has of a text. */
    picturesOf: (sid: string) => media.get(sid)?.length ?? 0,
    wordsOf: (sid: string) => (made.get(sid)?.body as string | undefined) || undefined,
  })
}
