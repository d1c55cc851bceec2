import type { ReactNode } from 'react'
import type { Notice } from '../form'
import { useWords } from '../words'

type Props = {
  action: string
  /** Where there is a session; who is nobody yet has none. */
  ticket?: string
  notice?: Notice
  children: ReactNode
}

/** A form on the way in: whoever fills it in is not a member yet, and it asks one thing. What is wrong stands there. */
export function EntryForm({ action, ticket, notice, children }: Props) {
  const { t } = useWords('form')
  return (
    <form method="post" action={action} autoComplete="off">
      {ticket && <input type="hidden" name="ticket" value={ticket} />}
      {notice && (
        <p className="card warm" role="alert">
          {t(`why.${notice}`)}
        </p>
      )}
      {children}
    </form>
  )
}
