import { SegmentedMessage } from 'sms-segments-calculator'
import { nameOf } from '#app/domain/council/sender'
import { normalised } from '#app/domain/people/word'
import type { Settings, World } from '#app/domain/world'
import en from '#locales/en/texts.json'
import { type Language, languageOf, languages } from '#locales/languages'
import pl from '#locales/pl/texts.json'
import ur from '#locales/ur/texts.json'
import { kinds } from './kinds'
import type { Text } from './outbox'

const words: Record<Language, typeof en> = { en, pl, ur }

/** What stands in a text beside its words. Whoever has the phone may read it, so it names nobody and nothing: a link, and what to do with it. */
export type Filling = { token: string; code: string }

/** The body in this language, or in English when we have no words in it. */
export const textBody = async (world: World, language: string, kind: Text['kind'], filling: Filling): Promise<string> =>
  filledIn(world.settings, await nameOf(world), language, kind, filling)

function filledIn(
  { publicUrl }: Pick<Settings, 'publicUrl'>,
  sender: string,
  language: string,
  kind: Text['kind'],
  { token, code }: Filling,
): string {
  const values = { sender, link: `${publicUrl}/l/${token}`, code }
  const body = words[languageOf(language) ?? 'en'][kind]
  return body.replace(/{{(sender|link|code)}}/g, (_, name: keyof typeof values) => values[name])
}

/** A body as a worker may read it, before there is a token: dots in its place; how many texts it is charged as, and what they cost in pence. */
export async function textToShow(world: World, language: string, kind: Text['kind']) {
  const sender = await nameOf(world)
  const filled = (filling: Filling) => filledIn(world.settings, sender, language, kind, filling)
  const segments = segmentsOf(filled({ token: TOKEN, code: CODE }))
  const body = filled({ token: '•'.repeat(TOKEN.length), code: '••••••' })
  return { body, segments, pence: segments * world.settings.pencePerText }
}

const TOKEN = 'x'.repeat(22)
const CODE = '000000'

/** How many texts this is sent as: 160 characters in one, or 70 when one of them is outside GSM-7 (153 and 67 in several). */
export const segmentsOf = (body: string): number => new SegmentedMessage(body).segmentsCount

/** Whether every text in every language fits: into one, or into two where its letters are outside GSM-7. */
export function textsFit(settings: Pick<Settings, 'publicUrl'>, sender: string): boolean {
  return Object.keys(languages).every((language) =>
    (Object.keys(kinds) as Text['kind'][]).every((kind) => {
      const { segmentsCount, encodingName } = new SegmentedMessage(
        filledIn(settings, sender, language, kind, { token: TOKEN, code: CODE }),
      )
      return segmentsCount <= (encodingName === 'GSM-7' ? 1 : 2)
    }),
  )
}

const sayings = (of: 'notMe' | 'stop' | 'start') =>
  new Set(Object.values(words).flatMap((all) => all[of].split(',').map(normalised)))
const [notMe, stop, start] = [sayings('notMe'), sayings('stop'), sayings('start')]

/** Whether a reply says, in one of our languages, that the text was not for whoever has the phone. */
export const saysNotMe = (reply: string): boolean => notMe.has(said(reply))

/**
 * What a reply asks for in so many words, however it is written: "stop.", "STOP!", "Stop please". Only what cannot mean
 * anything else: "he will not stop" is for the worker.
 */
export function asksFor(reply: string): 'stop' | 'start' | undefined {
  const asked = said(reply)
  if (stop.has(asked)) return 'stop'
  return start.has(asked) ? 'start' : undefined
}

/** A reply without what people and phones put around it: "STOP STOP!", "Stop. Thank you", a phone's own last line. */
function said(reply: string): string {
  const words = reply.replace(/\n\s*(?:sent from|get outlook|wysłan[eo] z|wysłano z)[^\n]*\s*$/i, '')
  const polite = /[\s.,!]+(?:pls|plz|thanks|thank you|thx|ta|dzięki|dziękuję|شکریہ)[\s.,!]*$/iu
  return normalised(words.replace(polite, '')).replace(/^(stop)+$/, '$1')
}
