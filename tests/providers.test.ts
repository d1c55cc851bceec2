/** What every provider of texts has to do, over real HTTP, with its own library, against a stand-in for its servers. */
import twilioLibrary from 'twilio'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Provider, ProviderCall } from '#app/domain/provider'
import { hashOf } from '#app/domain/tokens'
import { notifyProvider } from '#app/edge/notify.server'
import { twilioProvider } from '#app/edge/twilio.server'
import * as cast from './cast'
import * as notify from './stand-ins/notify'
import { BREAKS, type Mode, type StandIn } from './stand-ins/stand-in'
import * as twilio from './stand-ins/twilio'

const PUBLIC_URL = 'https://portal.example'
const timeoutMs = 300

const providers: [string, () => Promise<{ standIn: StandIn; provider: Provider; tokens: [string, string] }>][] = [
  [
    'Twilio',
    async () => {
      const standIn = await twilio.twilioStandIn(PUBLIC_URL)
      return { standIn, provider: viaTwilio(standIn), tokens: twilio.TOKENS }
    },
  ],
  [
    'GOV.UK Notify',
    async () => {
      const standIn = await notify.notifyStandIn(PUBLIC_URL)
      const settings = { apiKey: notify.API_KEY, templateId: notify.TEMPLATE, callbackTokens: notify.TOKENS }
      return { standIn, provider: notifyProvider({ ...settings, base: standIn.url, timeoutMs }), tokens: notify.TOKENS }
    },
  ],
]

type From = Parameters<typeof twilioProvider>[0]['from']
function viaTwilio({ url }: StandIn, { discards = false, from = { number: twilio.NUMBER } as From } = {}) {
  const settings = { accountSid: twilio.ACCOUNT, authTokens: twilio.TOKENS, from, discards, base: url, timeoutMs }
  return twilioProvider(settings, () => PUBLIC_URL)
}

let sent = 0
const text = () => ({
  id: `text-${++sent}`,
  to: cast.kelly.phone,
  body: `Our page: your link ${sent}`,
  validSeconds: 600,
})
type Text = ReturnType<typeof text>
const nobodyElses = async () => false

describe.each(providers)('%s', (_, open) => {
  let standIn: StandIn
  let provider: Provider
  let tokens: [string, string]
  beforeAll(async () => {
    ;({ standIn, provider, tokens } = await open())
  })
  beforeEach(() => {
    standIn.mode = { is: 'fine' }
  })
  afterAll(() => standIn.close())

  const handOver = async (mode: Mode = { is: 'fine' }, one: Text = text()) => {
    standIn.mode = mode
    const handed = await provider.send(one)
    standIn.mode = { is: 'fine' }
    return { one, handed, taken: standIn.taken.findLast(({ id }) => id === one.id) }
  }
  const lookUp = ({ id, to, body }: Text, { providerId = null as string | null, isAnother = nobodyElses } = {}) =>
    provider.lookUp({ id, to, providerId, bodyHash: hashOf(body), calledAt: new Date().toISOString(), isAnother })

  test('takes a text as it is, with our id', async () => {
    const { one, handed, taken } = await handOver()
    expect(handed).toEqual({ is: 'taken', providerId: taken?.providerId })
    expect(taken).toMatchObject({ id: one.id, to: one.to, body: one.body })
  })

  test('keeps every letter of an Urdu text', async () => {
    const { taken } = await handOver({ is: 'fine' }, { ...text(), body: 'آپ کا لنک\nhttps://portal.example/l/x' })
    expect(taken?.body).toBe('آپ کا لنک\nhttps://portal.example/l/x')
  })

  test('that is busy surely did not take it', async () => {
    expect((await handOver({ is: 'busy' })).handed).toMatchObject({ is: 'not-now' })
    expect((await handOver({ is: 'busy', seconds: 90 })).handed).toMatchObject({ is: 'not-now', waitMs: 90_000 })
  })

  test('that nobody answers for surely did not take it', async () => {
    const gone = await open()
    await gone.standIn.close()
    expect(await gone.provider.send(text())).toMatchObject({ is: 'not-now', code: 'ECONNREFUSED' })
  })

  test('that does not know us takes nothing of ours', async () => {
    expect((await handOver({ is: 'unauthorised' })).handed).toMatchObject({ is: 'closed' })
  })

  test('says when a number is none', async () => {
    const { handed } = await handOver({ is: 'refuses', number: 'unknown' })
    expect(handed).toMatchObject({ is: 'refused', why: 'not-a-number' })
  })

  test('that may not text one number refuses that one, and is not closed to all', async () => {
    const { handed } = await handOver({ is: 'refuses', number: 'abroad' })
    expect(handed).toMatchObject({ is: 'refused', why: 'not-routed' })
  })

  test.each(
    BREAKS.flatMap((is) => [true, false].map((taken) => ({ is, taken }))),
  )('that $is (taken: $taken) leaves it unknown, and says which when it is asked', async (mode) => {
    const { one, handed, taken } = await handOver(mode)
    expect(handed).toMatchObject({ is: 'unknown' })
    const found = await lookUp(one)
    expect(found).toMatchObject(
      mode.taken ? { is: 'found', report: { providerId: taken?.providerId, status: 'accepted' } } : { is: 'not-there' },
    )
  }, 10_000)

  test('that is out of reach gives no answer when it is asked', async () => {
    const { one, taken } = await handOver()
    standIn.mode = { is: 'unauthorised' }
    expect(await lookUp(one, { providerId: taken?.providerId })).toEqual({ is: 'no-answer' })
  })

  test('says where a text has got to when it is asked', async () => {
    const { one, taken } = await handOver()
    if (!taken) throw new Error('Not taken.')
    const ask = () => lookUp(one, { providerId: taken.providerId })
    expect(await ask()).toMatchObject({ is: 'found', report: { status: 'accepted' } })
    standIn.settle(taken, 'delivered')
    expect(await ask()).toMatchObject({ is: 'found', report: { status: 'delivered' } })
    standIn.settle(taken, 'dead')
    expect(await ask()).toMatchObject({ is: 'found', report: { status: 'failed', why: 'dead' } })
  })

  test('reports by calling us, and gives our id back', async () => {
    const { one, taken } = await handOver()
    if (!taken) throw new Error('Not taken.')
    const said = (status: Parameters<StandIn['statusCall']>[1]) =>
      provider.parseStatus(standIn.statusCall(taken, status))
    const of = { textId: one.id, providerId: taken.providerId }
    expect(said('accepted')).toEqual({ ...of, status: 'accepted' })
    expect(said('sent')).toEqual({ ...of, status: 'sent' })
    expect(said('delivered')).toEqual({ ...of, status: 'delivered' })
    expect(said('dead')).toMatchObject({ ...of, status: 'failed', why: 'dead', code: expect.any(String) })
    expect(said('unreachable')).toMatchObject({ ...of, status: 'failed', why: 'unreachable' })
  })

  test('hands on what comes in: words, and what its owner wants of a number', async () => {
    const from = cast.bev.phone
    const incoming = (id: string, words: string) => provider.parseIncoming(standIn.incomingCall({ id, from, words }))
    expect(incoming('in-1', 'I am on the bus 🚌')).toEqual({
      id: 'in-1',
      from,
      says: 'words',
      words: 'I am on the bus 🚌',
    })
    expect(incoming('in-2', ' stop ')).toMatchObject({ says: 'stop' })
    expect(incoming('in-3', 'Start')).toMatchObject({ says: 'start' })
    expect(incoming('in-4', 'Stop by at five')).toMatchObject({ says: 'words' })
  })

  const STRANGERS = [
    ['a short code', '60777', '60777'],
    ['a longer one', '82277777', '82277777'],
    ['a name', 'InfoSMS', 'InfoSMS'],
    ['a name with a number in it', '24-7 Taxi 07700900112', '24-7 Taxi 07700900112'],
    ['a number that is no whole one', '+44770090011', '+44770090011'],
    ['nobody', ' ', ''],
    ['a number as people write it', '+44 (7700) 900-112', cast.kelly.phone],
  ] as const

  test.each(STRANGERS)('hands on what comes from %s', async (_, from, as) => {
    const { standIn, provider } = await open()
    const text = { id: 'in-1', from, words: 'Your taxi is here' }
    standIn.received({ ...text, at: new Date('2026-12-01T10:00:00Z') })
    const collected = (await provider.cameIn?.(new Date('2026-11-30T00:00:00Z'))) ?? []
    await standIn.close()
    // One provider writes numbers without the plus; a number that is none stays as it was written.
    const bare = (one?: { from: string } | null) => one?.from.replace('+', '')
    for (const came of [provider.parseIncoming(standIn.incomingCall(text)), ...collected]) {
      expect(came).toMatchObject({ id: 'in-1', says: 'words', words: 'Your taxi is here' })
      expect(bare(came)).toBe(bare({ from: as }))
    }
    expect(collected).toHaveLength(1)
  })

  test('hands on what it calls us with and we do not understand: all of it, the same when it is told twice', () => {
    for (const call of standIn.strangeCalls()) {
      const came = provider.parseIncoming(call)
      expect(came).toEqual({ id: expect.stringMatching(/./), from: '', says: 'words', words: call.body })
      expect(provider.parseIncoming(call)?.id).toBe(came?.id)
      expect(provider.parseIncoming({ ...call, headers: new Headers() })).toBeNull()
    }
  })

  test('tells what came in, for when its calls did not reach us', async () => {
    const from = cast.bev.phone
    const at = new Date('2026-11-23T10:00:00Z')
    standIn.received({ id: 'in-5', from, words: 'Please ring me', at })
    standIn.received({ id: 'in-6', from, words: 'STOP', at: new Date('2026-11-23T10:01:00Z') })
    standIn.received({ id: 'in-7', from, words: 'Long ago', at: new Date('2026-11-20T10:00:00Z') })
    const came = (await provider.cameIn?.(new Date('2026-11-22T00:00:00Z'))) ?? []
    expect(came.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual([
      { id: 'in-5', from, says: 'words', words: 'Please ring me', at },
      { id: 'in-6', from, says: 'stop', words: 'STOP', at: new Date('2026-11-23T10:01:00Z') },
    ])
  })

  describe('is believed when it proves itself', () => {
    const calls = () => {
      const [taken] = standIn.taken
      if (!taken) throw new Error('Nothing was taken.')
      return {
        status: (key?: string) => standIn.statusCall(taken, 'delivered', key),
        incoming: (key?: string) => standIn.incomingCall({ id: 'in-9', from: cast.bev.phone, words: 'Yes' }, key),
      }
    }
    const believed = (call: ProviderCall) => provider.parseStatus(call) ?? provider.parseIncoming(call)

    test('with the key of today, and with the one before while it is being changed', () => {
      for (const key of tokens) {
        expect(believed(calls().status(key))).not.toBeNull()
        expect(believed(calls().incoming(key))).not.toBeNull()
      }
    })

    test('and not with another key, with none, with half of one, or with more than one', () => {
      for (const call of [calls().status('guessed'), calls().incoming('guessed')]) expect(believed(call)).toBeNull()
      for (const call of [calls().status(), calls().incoming()]) {
        const [header = ''] = [...call.headers.keys()].filter((name) => /signature|authorization/i.test(name))
        const proof = call.headers.get(header) ?? ''
        for (const other of ['', proof.slice(0, -1), `${proof}x`, `${proof}, ${proof}`]) {
          const headers = new Headers(call.headers)
          headers.set(header, other)
          expect(believed({ ...call, headers })).toBeNull()
        }
        const headers = new Headers(call.headers)
        headers.delete(header)
        expect(believed({ ...call, headers })).toBeNull()
      }
    })

    test('and a report that makes no sense is none', () => {
      for (const body of ['', '{', 'null', '[]', '{"id":1}', 'MessageSid=', '%%%'])
        expect(provider.parseStatus({ ...calls().status(), body })).toBeNull()
    })
  })

  test('keeps no words longer than it needs them', async () => {
    const { taken } = await handOver()
    await provider.forget?.(taken?.providerId ?? '', 'sent')
    expect(standIn.wordsOf(taken?.providerId ?? '')).toBeUndefined()
    // What it does not have any more is forgotten already.
    await provider.forget?.('SM00000000000000000000000000009999', 'sent')
  })
})

describe('Twilio alone', () => {
  test('is told for how long it may try, and where to report', async () => {
    const standIn = await twilio.twilioStandIn(PUBLIC_URL)
    const one = { ...text(), validSeconds: 3600 }
    await viaTwilio(standIn).send(one)
    const asked = Object.fromEntries(standIn.taken[0]?.asked ?? [])
    expect(asked).toMatchObject({
      From: '+447700900000',
      ValidityPeriod: '3600',
      StatusCallback: `${PUBLIC_URL}/texts/status?m=${one.id}#rc=5&rp=all`,
    })
    expect(asked).not.toHaveProperty('ContentRetention')
    await standIn.close()
  })

  test('whose account discards words by itself is asked to, and finds a text again without them', async () => {
    const standIn = await twilio.twilioStandIn(PUBLIC_URL, { keepsWords: false })
    const provider = viaTwilio(standIn, { discards: true })
    const [first, second] = [text(), text()]
    await provider.send(first)
    const [known] = standIn.taken
    expect(known?.asked.get('ContentRetention')).toBe('discard')
    standIn.mode = { is: 'resets', taken: true }
    expect(await provider.send(second)).toMatchObject({ is: 'unknown' })
    const find = { ...second, providerId: null, bodyHash: hashOf(second.body), calledAt: new Date().toISOString() }
    const isAnother = async (id: string) => id === known?.providerId
    expect(await provider.lookUp({ ...find, isAnother })).toMatchObject({
      is: 'found',
      report: { providerId: standIn.taken[1]?.providerId },
    })
    // What other senders of the same account sent to the number is not it.
    const others = { authTokens: twilio.TOKENS, accountSid: twilio.ACCOUNT, discards: true, base: standIn.url }
    const other = twilioProvider({ ...others, from: { number: '+447700900001' } }, () => PUBLIC_URL)
    standIn.mode = { is: 'fine' }
    await other.send({ ...text(), to: second.to })
    expect(await provider.lookUp({ ...find, isAnother })).toMatchObject({ is: 'found' })
    // It has no more what it discards; what came in it keeps until it is asked not to.
    standIn.received({ id: 'SM00000000000000000000000000000077', from: cast.bev.phone, words: 'Yes' })
    await provider.forget?.(known?.providerId ?? '', 'sent')
    await provider.forget?.('SM00000000000000000000000000000077', 'came-in')
    expect(standIn.wordsOf('SM00000000000000000000000000000077')).toBeUndefined()
    // Two that might be it are none.
    expect(await provider.lookUp({ ...find, isAnother: nobodyElses })).toEqual({ is: 'not-there' })
    await standIn.close()
  })

  test('says that a picture came, with words or without, and takes it away when the text is forgotten', async () => {
    const standIn = await twilio.twilioStandIn(PUBLIC_URL)
    const provider = viaTwilio(standIn)
    const picture = { id: 'in-picture', from: cast.bev.phone, words: '', pictures: 2 }
    const told = { id: 'in-picture', from: cast.bev.phone, says: 'words', words: '', attached: 2 }
    expect(provider.parseIncoming(standIn.incomingCall(picture))).toEqual(told)
    const at = new Date('2026-11-23T11:00:00Z')
    standIn.received({ ...picture, at })
    standIn.received({ ...picture, id: 'in-both', words: 'Look', pictures: 1, at })
    const came = await provider.cameIn?.(new Date('2026-11-23T10:30:00Z'))
    expect(came).toContainEqual({ ...told, at })
    expect(came).toContainEqual({ ...told, id: 'in-both', words: 'Look', attached: 1, at })
    await provider.forget?.('in-both', 'came-in')
    expect([standIn.picturesOf('in-both'), standIn.wordsOf('in-both')]).toEqual([0, undefined])
    expect(standIn.picturesOf('in-picture')).toBe(2)
    await provider.forget?.('in-never', 'came-in')
    await standIn.close()
  })

  test('tells of what came to our own numbers alone: the account may be the whole council’s', async () => {
    const standIn = await twilio.twilioStandIn(PUBLIC_URL)
    const at = new Date('2026-11-23T11:00:00Z')
    const text = { from: cast.bev.phone, words: 'Hello', at }
    standIn.received({ ...text, id: 'in-ours' })
    standIn.received({ ...text, id: 'in-housing', to: '+447700900999' })
    const came = async (from: From) => {
      const found = await viaTwilio(standIn, { from }).cameIn?.(new Date('2026-11-23T10:30:00Z'))
      return found?.map(({ id }) => id)
    }
    expect(await came({ number: twilio.NUMBER })).toEqual(['in-ours'])
    expect(await came({ messagingServiceSid: twilio.SERVICE })).toEqual(['in-ours'])
    expect(await came({ number: 'Our page' })).toEqual([])
    await standIn.close()
  })

  test('leaves out nothing, however much came in while its calls did not reach us', async () => {
    const standIn = await twilio.twilioStandIn(PUBLIC_URL)
    const at = new Date('2026-11-23T11:00:00Z')
    const ids = Array.from({ length: 2_300 }, (_, n) => `in-${n}`)
    for (const id of ids) standIn.received({ id, from: cast.bev.phone, words: 'Hello', at })
    const came = await viaTwilio(standIn).cameIn?.(new Date('2026-11-23T10:30:00Z'))
    expect(came?.map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
    await standIn.close()
  })

  test('may sign its address with what follows the #, or without', async () => {
    const standIn = await twilio.twilioStandIn(PUBLIC_URL)
    const provider = viaTwilio(standIn)
    const url = `${PUBLIC_URL}/texts/status?m=text-1`
    const fields = { MessageSid: 'SM1', MessageStatus: 'delivered' }
    const called = (signed: string) =>
      provider.parseStatus({
        url,
        headers: new Headers({
          'X-Twilio-Signature': twilioLibrary.getExpectedTwilioSignature(twilio.TOKENS[0], signed, fields),
        }),
        body: new URLSearchParams(fields).toString(),
      })
    expect(called(url)).toMatchObject({ textId: 'text-1', status: 'delivered' })
    expect(called(`${url}#rc=5&rp=all`)).toMatchObject({ textId: 'text-1', status: 'delivered' })
    expect(called(`${url}#rc=4&rp=all`)).toBeNull()
    await standIn.close()
  })

  test('is not believed when its call was altered on the way, or meant for another address', async () => {
    const standIn = await twilio.twilioStandIn(PUBLIC_URL)
    const provider = viaTwilio(standIn)
    await provider.send(text())
    const [taken] = standIn.taken
    if (!taken) throw new Error('Nothing was taken.')
    const call = standIn.statusCall(taken, 'delivered')
    const other = standIn.statusCall(taken, 'dead')
    for (const altered of [
      { ...call, body: other.body },
      { ...call, body: `${call.body}&MessageStatus=failed` },
      { ...call, body: call.body.replace('delivered', 'failed') },
      { ...call, url: call.url.replace(taken.id, 'text-0') },
      { ...call, url: call.url.replace('portal.example', 'portal.example.org') },
      { ...call, url: call.url.replace('status', 'incoming') },
      { ...call, url: `${call.url}&m=text-0` },
    ]) {
      expect(provider.parseStatus(altered)).toBeNull()
    }
    expect(provider.parseStatus(call)).toMatchObject({ status: 'delivered' })
    await standIn.close()
  })

  test('says by its own words that somebody opted out, whatever they wrote', async () => {
    const standIn = await twilio.twilioStandIn(PUBLIC_URL)
    standIn.mode = { is: 'refuses', number: 'odd' }
    expect(await viaTwilio(standIn).send(text())).toEqual({ is: 'refused', why: 'stopped', code: '21610' })
    await standIn.close()
  })
})
