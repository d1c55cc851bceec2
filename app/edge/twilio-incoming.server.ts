/** Texts that come in by Twilio: https://www.twilio.com/docs/messaging/guides/webhook-request */
import type twilio from 'twilio'
import type { IncomingText } from '#app/domain/provider'
import { asE164, senderOf, unreadText } from './provider-answers.server'

type Client = ReturnType<typeof twilio>
type Params = Partial<Record<string, string>>

/** What our texts come from, and answers go to. */
export type TwilioSender = { number: string } | { messagingServiceSid: string }

/** Words by which the owner of a number tells Twilio to stop, and to go on: https://help.twilio.com/articles/223134027 */
const STOP = ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT']
const START = ['START', 'UNSTOP']

/**
 * What a call of Twilio's says. Nothing is left out for what it lacks: of one without words or a picture, the words are
 * all of it.
 */
export function textIn(params: Params, whole: string): IncomingText {
  const { MessageSid, SmsMessageSid, SmsSid, From, Body, NumMedia } = params
  const unread = unreadText(whole)
  const attached = Number(NumMedia) || 0
  return {
    id: MessageSid || SmsMessageSid || SmsSid || unread.id,
    from: senderOf(From),
    says: saysOf(params),
    words: Body ?? (attached > 0 ? '' : unread.words),
    ...(attached > 0 && { attached }),
  }
}

/** What the account's own rules made of it, else the words Twilio always understands. */
function saysOf({ OptOutType, Body = '' }: Params): 'stop' | 'start' | 'words' {
  const word = Body.trim().toUpperCase()
  if (OptOutType === 'STOP' || STOP.includes(word)) return 'stop'
  return OptOutType === 'START' || START.includes(word) ? 'start' : 'words'
}

/** The numbers somebody can answer to; a name is none. */
async function numbersOf(client: Client, from: TwilioSender): Promise<string[]> {
  if ('number' in from) return asE164(from.number) ? [from.number] : []
  const numbers = await client.messaging.v1.services(from.messagingServiceSid).phoneNumbers.list()
  return numbers.map(({ phoneNumber }) => phoneNumber)
}

/**
 * An empty body is Twilio's way to redact one. `attached`: pictures and the like that came with it go as well; whoever
 * has a picture's address sees it without a key. What it does not have any more is forgotten.
 */
export async function forget(client: Client, sid: string, { attached }: { attached: boolean }): Promise<void> {
  try {
    const media = attached ? await client.messages(sid).media.list() : []
    // Not `one.remove()`: what its list gives does not know its own id.
    for (const one of media) await client.messages(sid).media(one.sid).remove()
    await client.messages(sid).update({ body: '' })
  } catch (error) {
    if ((error as { status?: unknown }).status !== 404) throw error
  }
}

/** As many as Twilio gives on a page; the client goes on to the next one until there is none. */
const PAGE_SIZE = 1000

/**
 * What came in since then on the numbers we send from, whatever became of its call to us. What came to other numbers
 * of the account is none of ours: the council's other services may use it too.
 */
export async function cameIn(client: Client, from: TwilioSender, since: Date): Promise<IncomingText[]> {
  const lists = (await numbersOf(client, from)).map((to) =>
    client.messages.list({ to, dateSentAfter: since, pageSize: PAGE_SIZE }),
  )
  const messages = (await Promise.all(lists)).flat()
  return messages
    .filter(({ direction }) => direction === 'inbound')
    .map(({ sid: id, from, body: words, numMedia, dateSent, dateCreated }) => {
      const attached = Number(numMedia) || 0
      const text = { id, from: senderOf(from), says: saysOf({ Body: words }), words: words ?? '' }
      return { ...text, ...(attached > 0 && { attached }), at: dateSent ?? dateCreated }
    })
}
