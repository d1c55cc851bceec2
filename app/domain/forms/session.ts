/** Who a signed-in browser is, as it is handed to whatever it may do. `coming-in/sessions.ts` alone makes one. */

import type { Id } from '#app/domain/plan/case-file'
import type { Who } from '#app/domain/whose'

/** What every stage of coming in has. */
export type Browser = {
  kind: 'person'
  /** The cookie's value: never logged, never in a page. */
  value: string
  idHash: string
  /**
   * `open`; `locked`: the word opens it again (only on a phone that one person uses); `timed-out`: they have to sign
   * in again, and what they send is kept for them; `ended`: as if it had never been.
   */
  state: 'open' | 'locked' | 'timed-out' | 'ended'
  onlyMe: boolean
  /** How many forms it has sent: part of the next form's ticket. */
  sent: number
  invitationId: string | null
  signInId: string | null
  cardId: string | null
  /** By which the browser is known again. */
  browserHash: string | null
  /** The language the worker noted for this person, once it is known who they are. */
  language: string | null
}
/** The link was pressed. It can do nothing but give the word. */
export type WordSession = Browser & { stage: 'word'; familyId: string | null; personId: Id | null }
/** The word was right. It may join or decline, and sees no worry. */
export type WelcomeSession = Browser & Who & { stage: 'welcome'; invitationId: string }
/** `planId` is their plan's in addresses. */
export type MemberSession = Browser & Who & { stage: 'member'; membershipId: string; planId: string }
export type Session = WordSession | WelcomeSession | MemberSession

/** A browser as it is told from others of the same person: by its own cookie, or, without one, as this session alone. */
export const browserOfSession = ({ browserHash, idHash }: Session): string => browserHash ?? idHash
