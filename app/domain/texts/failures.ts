import type { WhyFailed } from '#app/domain/provider'
import type { numberStops } from '#db/schema'

type Stop = (typeof numberStops.$inferInsert)['why']
type Meaning = {
  /** What it tells of the number: no text goes there until somebody has made sure of it. */
  stops?: Stop
  /** It did not arrive, and may when it is tried again after so many minutes, time by time. */
  againAfter?: number[]
  /** Ours to put right, not the worker's. */
  ours?: true
}

/**
 * Why a text did not arrive, whatever the provider calls it, and what follows. The codes behind each stand with the
 * providers in `edge/`; what they mean follows https://www.twilio.com/docs/api/errors and
 * https://docs.notifications.service.gov.uk/rest-api.html.
 */
export const failures = {
  'not-a-number': { stops: 'dead' },
  landline: { stops: 'landline' },
  /** Its owner told the provider: no more. */
  stopped: { stops: 'stop' },
  /** No phone has this number any more: the next to get it is a stranger. */
  dead: { stops: 'dead' },
  /** Switched off or out of reach: three more tries within a day, and the number is in doubt. */
  unreachable: { againAfter: [30, 4 * 60, 19 * 60] },
  blocked: {},
  /** A network took the words for spam. */
  filtered: { ours: true },
  carrier: { againAfter: [2] },
  /** Still waiting at the provider when its time was up. */
  'too-late': {},
  /** Our account may not send it there. */
  'not-routed': { ours: true },
  /** The provider did not take it for hours on end. */
  'gave-up': {},
  other: {},
} as const satisfies Record<WhyFailed, Meaning>

/** What a failure means. */
export const meaningOf = (why: WhyFailed): Meaning => failures[why]

/** A number found out of reach so often within two days is in doubt: the first time, and the three tries after it. */
export const UNREACHABLE_OFTEN = 4
