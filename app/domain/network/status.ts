import type { Id } from '#app/domain/plan/case-file'
import type { invitations, memberships, texts } from '#db/schema'

type Invitation = typeof invitations.$inferSelect
type Membership = typeof memberships.$inferSelect
type Text = typeof texts.$inferSelect

/** How far a person has come, since when (ISO, UTC), and what is in the way if anything is. */
export type Status = {
  state: 'not-invited' | 'invited' | 'sent' | 'opened' | 'told' | 'joined' | 'declined' | 'revoked' | 'left'
  since?: string
  /** `wrong-words`: five tries, the link is void. `not-for-me`: whoever has the phone said so. `no-text`: it could not be sent. */
  trouble?: 'expired' | 'wrong-words' | 'not-for-me' | 'no-text'
  /** When a waiting text may go, and why not before. */
  waitsUntil?: string
  waitsFor?: 'quiet-hours' | 'safe-times'
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
  const invitation = newest(
    theirs(rows.invitations).filter((row) => row.voidedWhy !== 'newer'),
    (row) => row.invitedAt,
  )
  if (membership?.endedAt && (!invitation || invitation.id === membership.invitationId)) {
    return { state: membership.endedWhy ?? 'revoked', since: membership.endedAt }
  }
  if (!invitation) return { state: 'not-invited' }
  const text = rows.texts.find((text) => text.invitationId === invitation.id)
  return { ...progress(invitation, text), ...trouble(invitation, text) }
}

function progress(invitation: Invitation, text: Text | undefined): Status {
  const { voidedWhy, voidedAt, declinedAt, toldAt, openedAt, invitedAt } = invitation
  if (voidedAt && voidedWhy === 'revoked') return { state: 'revoked', since: voidedAt }
  if (declinedAt) return { state: 'declined', since: declinedAt }
  if (toldAt) return { state: 'told', since: toldAt }
  if (openedAt) return { state: 'opened', since: openedAt }
  if (text?.sentAt) return { state: 'sent', since: text.sentAt }
  const waits = text?.reason === 'quiet-hours' || text?.reason === 'safe-times' ? text.reason : undefined
  return { state: 'invited', since: invitedAt, ...(waits && { waitsUntil: text?.notBefore, waitsFor: waits }) }
}

function trouble({ voidedWhy, expiredAt }: Invitation, text: Text | undefined): Pick<Status, 'trouble'> {
  if (voidedWhy === 'wrong-words' || voidedWhy === 'not-for-me') return { trouble: voidedWhy }
  if (text?.failedAt || (text?.cancelledAt && voidedWhy === null)) return { trouble: 'no-text' }
  return expiredAt ? { trouble: 'expired' } : {}
}

function newest<Row>(rows: Row[], at: (row: Row) => string): Row | undefined {
  return rows.toSorted((a, b) => at(a).localeCompare(at(b))).at(-1)
}
