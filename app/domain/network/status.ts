import type { Id } from '#app/domain/plan/case-file'
import type { Text } from '#app/domain/texts/outbox'
import { stateOf, type TextState } from '#app/domain/texts/state'
import type { invitations, memberships } from '#db/schema'

type Invitation = typeof invitations.$inferSelect
type Membership = typeof memberships.$inferSelect

/** How far a person has come, since when (ISO, UTC), and what is in the way if anything is. */
export type Status = {
  state: 'not-invited' | 'invited' | 'sent' | 'opened' | 'told' | 'joined' | 'declined' | 'revoked' | 'left'
  since?: string
  /** Invited by a paper card: there is no text to wait for. */
  byCard?: true
  /** The text that brings the invitation, as long as it matters. */
  text?: TextState
  /** `wrong-words`: five tries, the link is void. `not-for-me`: whoever has the phone said so. `no-text`: see `text`, which may go again by itself. */
  trouble?: 'expired' | 'wrong-words' | 'not-for-me' | 'no-text'
}

/** Where a person stands, from the dated rows of their family alone: the newest of what happened. */
export function statusOf({
  personId,
  ...rows
}: {
  personId: Id
  invitations: Invitation[]
  memberships: Membership[]
  texts: Text[]
}): Status {
  const theirs = <Row extends { personId: string | null }>(all: Row[]) => all.filter((row) => row.personId === personId)
  const membership = newest(theirs(rows.memberships), (row) => row.joinedAt)
  if (membership && !membership.endedAt) return { state: 'joined', since: membership.joinedAt }
  const invitation = theOneThatCounts(theirs(rows.invitations))
  if (membership?.endedAt && (!invitation || invitation.id === membership.invitationId)) {
    return { state: membership.endedWhy ?? 'revoked', since: membership.endedAt }
  }
  if (!invitation) return { state: 'not-invited' }
  const tries = rows.texts.filter((text) => text.invitationId === invitation.id)
  const last = newest(tries, (text) => text.queuedAt)
  const text = last && stateOf(last)
  const failedBefore = tries.some((one) => one !== last && one.failedAt !== null)
  return { ...progress(invitation, text), ...trouble(invitation, text, failedBefore) }
}

/** What took another's place says nothing. Of several that stand, the one they have got furthest with; else the newest. */
function theOneThatCounts(all: Invitation[]): Invitation | undefined {
  const replaced: (string | null)[] = ['newer', 'joined', 'declined', 'number-changed']
  const left = all.filter(({ voidedWhy }) => !replaced.includes(voidedWhy))
  const last = newest(left, (row) => row.invitedAt)
  if (!last || last.voidedAt || last.declinedAt) return last
  const standing = left.filter(({ voidedAt, declinedAt }) => !voidedAt && !declinedAt)
  return newest(standing, ({ toldAt, openedAt, invitedAt }) => `${toldAt ?? '-'} ${openedAt ?? '-'} ${invitedAt}`)
}

function progress(invitation: Invitation, text: TextState | undefined): Status {
  const { phone, voidedWhy, voidedAt, declinedAt, toldAt, openedAt, invitedAt } = invitation
  if (voidedAt && voidedWhy === 'revoked') return { state: 'revoked', since: voidedAt }
  if (declinedAt) return { state: 'declined', since: declinedAt }
  if (toldAt) return { state: 'told', since: toldAt }
  if (openedAt) return { state: 'opened', since: openedAt }
  if (phone === null) return { state: 'invited', since: invitedAt, byCard: true }
  const isOut = text?.is === 'sent' || text?.is === 'delivered'
  return { state: isOut ? 'sent' : 'invited', since: isOut ? text.since : invitedAt, ...(text && { text }) }
}

function trouble(
  { voidedWhy, expiredAt, openedAt }: Invitation,
  text: TextState | undefined,
  failedBefore: boolean,
): Pick<Status, 'trouble'> {
  if (voidedWhy === 'wrong-words' || voidedWhy === 'not-for-me') return { trouble: voidedWhy }
  // Whoever opened the link has the text, whatever the network says of it.
  const isLost =
    text?.is === 'failed' ||
    text?.is === 'unknown' ||
    (text?.is === 'cancelled' && voidedWhy === null) ||
    // It goes again by itself, perhaps in a week: the worker knows from the first time on.
    (text?.is === 'waiting' && failedBefore)
  if (isLost && !openedAt) return { trouble: 'no-text' }
  return expiredAt ? { trouble: 'expired' } : {}
}

function newest<Row>(rows: Row[], at: (row: Row) => string): Row | undefined {
  return rows.toSorted((a, b) => at(a).localeCompare(at(b))).at(-1)
}
