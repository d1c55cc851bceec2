import type { ReactNode } from 'react'
import type { Notice } from '../form'
import { useWords } from '../words'

/** A form as its page gets it: with its ticket, and what was typed when it came back. */
export type DeskForm<Field extends string = string> = {
  ticket: string
  typed: Partial<Record<Field, string>>
  notice?: Notice
}

type Props = { action: string; form: DeskForm; faults?: ReactNode[]; upload?: true; className?: string; children: ReactNode }

/** A form with a URL of its own and its ticket, and above it what there is to say when it came back. */
export function TicketForm({ action, form, faults = [], upload, className, children }: Props) {
  const { t } = useWords('form')
  const common = useWords('common').t
  return (
    <form
      method="post"
      action={action}
      className={className}
      autoComplete="off"
      encType={upload && 'multipart/form-data'}
    >
      <input type="hidden" name="ticket" value={form.ticket} />
      {form.notice && (
        <p className="told" role="alert">
          {t(`why.${form.notice}`)}
        </p>
      )}
      {faults.length > 0 && (
        <div className="told" role="alert">
          <p>
            <b>{common('checkThis')}</b>
          </p>
          <ul>
            {faults.map((fault, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a page drawn once, on the server
              <li key={i}>{fault}</li>
            ))}
          </ul>
        </div>
      )}
      {children}
    </form>
  )
}

/** One press, one effect: a button that is a form of its own. */
export function PressForm({ action, ticket, label, say, className }: { action: string; ticket: string; label: string; say: string; className?: string }) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="ticket" value={ticket} />
      <button type="submit" className={className} aria-label={say}>
        {label}
      </button>
    </form>
  )
}
