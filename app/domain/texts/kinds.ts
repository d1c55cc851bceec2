import type { Text } from './outbox'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

type Kind = {
  /** Somebody waits for it with the phone in their hand: it goes before all others, and not in the morning. */
  urgent: boolean
  /** A repeat does no harm: a newer link for signing in makes the older one useless, and a test asks for nothing. */
  harmless: boolean
  /** How often the provider may say "not now": twelve tries are about four hours, six about ten minutes. */
  tries: number
  /** How long its link is of use once it was sent, in milliseconds. */
  linkMs?: number
  /** How long the provider may go on trying, in milliseconds. Twilio takes no more than ten hours: https://www.twilio.com/docs/messaging/api/message-resource */
  underwayMs: number
  /** The worker and the person are together: it waits for no safe time, and tries a number that stands still. */
  together: boolean
  /** What was asked by it is still asked later: it goes again by itself, and a worker may send it again. */
  lasts: boolean
}

/** What is true of each kind of text on its way. What is looked at once more before one goes: `coming-in/last-look.ts`. */
export const kinds: Record<Text['kind'], Kind> = {
  invitation: {
    ...{ urgent: false, harmless: false, together: false, lasts: true },
    ...{ tries: 12, linkMs: 72 * HOUR, underwayMs: 10 * HOUR },
  },
  'sign-in': {
    ...{ urgent: true, harmless: true, together: false, lasts: false },
    ...{ tries: 6, linkMs: 10 * MINUTE, underwayMs: 10 * MINUTE },
  },
  test: {
    ...{ urgent: false, harmless: true, together: true, lasts: false },
    ...{ tries: 6, underwayMs: 10 * MINUTE },
  },
}

/** The names of the kinds somebody waits for. */
export const urgentKinds = (Object.keys(kinds) as Text['kind'][]).filter((kind) => kinds[kind].urgent)
