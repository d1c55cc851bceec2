import type { Text } from '#app/domain/texts/outbox'

/** Safe times, and who must not be texted, may be those of another family with the same number: nothing is said of them. */
export function withoutOthers(text: Text): Text {
  if (text.reason === 'safe-times') return { ...text, reason: null, notBefore: text.queuedAt }
  const isOthers = text.reason === 'no-safe-time' || text.reason === 'no-texts'
  return isOthers ? { ...text, reason: 'too-late' } : text
}
