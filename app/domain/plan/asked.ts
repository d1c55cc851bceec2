import type { Commitment } from './case-file'

/** What an answer is tied to: what is asked and when, in the plan's English. When either changes, the person is asked again. */
export function askedIn({ text, when, dueBy }: Pick<Commitment, 'text' | 'when' | 'dueBy'>): string {
  return [text, when, ...(dueBy ? [dueBy] : [])].join('\n')
}
