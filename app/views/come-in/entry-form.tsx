import type { ReactNode } from 'react'
import { type Faults, FormError } from '../fields'
import type { Notice } from '../form'
import { useWords } from '../words'

type Props = {
  action: string
  /** Where there is a session; who is nobody yet has none. */
  ticket?: string
  notice?: Notice
  /** What is wrong, as a sentence for each field. */
  faults?: Faults
  children: ReactNode
}

/** A form on the way in: whoever fills it in is not a member yet, and it asks one thing. */
export function EntryForm({ action, ticket, notice, faults = {}, children }: Props) {
  const { t } = useWords('form')
  return (
    <form method="post" action={action} autoComplete="off">
      {ticket && <input type="hidden" name="ticket" value={ticket} />}
      {notice && (
        <p className="card warm" role="alert">
          {t(`why.${notice}`)}
        </p>
      )}
      <FormError faults={faults} />
      {children}
    </form>
  )
}
