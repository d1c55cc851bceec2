import type { Text } from './outbox'

/** Where a text is, since when (ISO, UTC), and why, as a code. */
export type TextState = {
  is: 'waiting' | 'unknown' | 'sent' | 'delivered' | 'failed' | 'cancelled'
  since: string
  why?: string
  /** Of a waiting one: when it may go. */
  until?: string
}

/** Somebody expects it, as far as they know, and the worker has to know that they wait in vain. */
export const neverCame = ({ is, why }: TextState): boolean =>
  is === 'failed' ||
  is === 'unknown' ||
  (is === 'cancelled' && (why === 'no-safe-time' || why === 'too-late' || why === 'restored'))

/** From the dated columns of a text alone: what has happened outranks what is still to come. */
export function stateOf(text: Text): TextState {
  const { failedAt, deliveredAt, sentAt, unknownAt, cancelledAt, queuedAt, notBefore, reason } = text
  const why = reason === null ? {} : { why: reason }
  if (failedAt) return { is: 'failed', since: failedAt, ...why }
  if (deliveredAt) return { is: 'delivered', since: deliveredAt }
  if (sentAt) return { is: 'sent', since: sentAt }
  if (cancelledAt) return { is: 'cancelled', since: cancelledAt, ...why }
  if (unknownAt) return { is: 'unknown', since: unknownAt }
  return { is: 'waiting', since: queuedAt, ...(notBefore > queuedAt && { until: notBefore }), ...why }
}
