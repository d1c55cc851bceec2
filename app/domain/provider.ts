/** The one door to those who carry texts: four questions, the same for each of them. `edge/` has their answers. */

export type Provider = {
  name: 'demo' | 'twilio' | 'notify'
  /** Hands one text over, or says within about ten seconds why not. Never rejects. */
  send: (text: TextToSend) => Promise<Handed>
  /** What a call to `/texts/status` says, when it truly comes from the provider; else null. */
  parseStatus: (call: ProviderCall) => StatusReport | null
  /**
   * What a call to `/texts/incoming` says, when it truly comes from the provider; else null. What truly comes from them
   * is never null, however it reads: the words are the whole call then.
   */
  parseIncoming: (call: ProviderCall) => IncomingText | null
  /** Asks what became of a text. Never rejects. */
  lookUp: (text: TextToFind) => Promise<Found>
  /** Takes the words of a text away from the provider. Left out where it keeps none. Rejects when it could not. */
  forget?: (providerId: string, which: 'sent' | 'came-in') => Promise<void>
  /** What came in since then, for when its calls did not get through. Left out where nothing does. Rejects when it could not tell. */
  cameIn?: (since: Date) => Promise<IncomingText[]>
  /** So many milliseconds before a safe time ends the last text is handed over, where it cannot be told when to give up. */
  leadMs?: number
}

export type TextToSend = {
  /** Ours: it comes back with every report. */
  id: string
  to: string
  body: string
  /** For so long the provider may go on trying. */
  validSeconds: number
}

/**
 * `taken`: the provider has it. `refused`: it never will take this one. `not-now`: it surely did not take it, and may
 * later. `closed`: it takes nothing from us, whatever the text. `unknown`: it may have taken it.
 */
export type Handed =
  | { is: 'taken'; providerId: string; status?: StatusReport['status'] }
  | { is: 'refused'; why: WhyFailed; code?: string }
  | { is: 'not-now'; code?: string; waitMs?: number }
  | { is: 'closed'; code?: string }
  | { is: 'unknown'; code?: string }

/** A call of the provider's, as it came. `url` starts with our configured origin, never with what a header claims. */
export type ProviderCall = { url: string; headers: Headers; body: string }

export type StatusReport = {
  /** Ours, where the provider gives it back. */
  textId?: string
  providerId: string
  status: 'accepted' | 'sent' | 'delivered' | 'failed'
  /** Of a failure. */
  why?: WhyFailed
  code?: string
}

export type IncomingText = {
  id: string
  /** E.164; else as the provider wrote it: a short code, a name. Empty when it says none. */
  from: string
  /** `stop` and `start`: no more texts, and texts again, as the provider understands them. */
  says: 'stop' | 'start' | 'words'
  words: string
  /** So many pictures and the like came with it. */
  attached?: number
  /** When, if it is not news. */
  at?: Date
}

/** Why a text did not arrive, whatever the provider calls it; `texts/failures.ts` says what each means. */
export type WhyFailed =
  | 'not-a-number'
  | 'landline'
  | 'stopped'
  | 'dead'
  | 'unreachable'
  | 'blocked'
  | 'filtered'
  | 'carrier'
  | 'too-late'
  | 'not-routed'
  | 'gave-up'
  | 'other'

export type TextToFind = {
  id: string
  to: string
  providerId: string | null
  calledAt: string
  bodyHash: string | null
  /** Whether another text of ours is known by this id of the provider's. */
  isAnother: (providerId: string) => Promise<boolean>
}
export type Found = { is: 'found'; report: StatusReport } | { is: 'not-there' } | { is: 'no-answer' }
