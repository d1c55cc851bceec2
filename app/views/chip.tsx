import type { ReactNode } from 'react'

/** A word or two about the state of something. `yes` is settled, `ask` wants care; colour never says it alone. */
export function Chip({ is, children }: { is?: 'yes' | 'ask'; children: ReactNode }) {
  return <span className={is ? `chip ${is}` : 'chip'}>{children}</span>
}
