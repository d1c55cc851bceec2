import { SegmentedMessage } from 'sms-segments-calculator'
import type { World } from '#app/domain/world'
import en from '#locales/en/texts.json'
import { isLanguage, type Language } from '#locales/languages'
import pl from '#locales/pl/texts.json'
import ur from '#locales/ur/texts.json'

const bodies: Record<Language, typeof en> = { en, pl, ur }

/** What a text says. Whoever has the phone may read it, so it names nobody and nothing: a link, and what to do with it. */
export type Says = { kind: 'invitation'; token: string } | { kind: 'sign-in'; token: string; code: string }

/** The body in this language, or in English when we have no words in it. */
export function textBody(world: World, language: string, says: Says): string {
  const words = bodies[isLanguage(language) ? language : 'en'][says.kind]
  const values = { link: linkTo(world, says.token), code: 'code' in says ? says.code : '' }
  return words.replace(/{{(link|code)}}/g, (_, name: keyof typeof values) => values[name])
}

const linkTo = (world: World, token: string) => `${world.settings.publicUrl}/l/${token}`

/** A body as a worker may read it, before there is a token: dots in its place, and how many texts it costs. */
export function textToShow(world: World, language: string, kind: Says['kind']): { body: string; segments: number } {
  const filled = (token: string, code: string) => textBody(world, language, { kind, token, code })
  return { body: filled('•'.repeat(22), '••••••'), segments: segmentsOf(filled('x'.repeat(22), '000000')) }
}

/** How many texts this is sent as: 160 characters in one, or 70 when one of them is outside GSM-7 (153 and 67 in several). */
export const segmentsOf = (body: string): number => new SegmentedMessage(body).segmentsCount
