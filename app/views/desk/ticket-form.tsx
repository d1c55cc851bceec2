import type { ReactNode } from 'react'
import type { Notice } from '../form'
import { useWords } from '../words'
import { KeptPlace } from './kept-place'

/** A form as its page gets it: with its ticket, and what was typed when it came back. */
export type DeskForm<Field extends string = string> = {
  ticket: string
  typed: Partial<Record<Field, string>>
  notice?: Notice
}

type Props = {
  action: string
  form: DeskForm
  faults?: ReactNode[]
  upload?: true
  /** What is missing is said by a page, and keeps nothing from being saved. */
  noValidate?: true
  className?: string
  children: ReactNode
}

/** A form with a URL of its own and its ticket, and above it what there is to say when it came back. */
export function TicketForm({ action, form, faults = [], upload, className, noValidate, children }: Props) {
  const { t } = useWords('form')
  const common = useWords('common').t
  return (
    <form
      method="post"
      action={action}
      className={className}
      autoComplete="off"
      noValidate={noValidate}
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

type PressProps = {
  action: string
  ticket: string
  label: string
  /** The whole sentence, for those who do not see what stands beside it. */
  say: string
  className?: string
  /** Where the reader came from, to be led back there. */
  from?: 'log' | 'texts'
}

/** One press, one effect: a button that is a form of its own. */
export function PressForm({ action, ticket, label, say, className, from }: PressProps) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="ticket" value={ticket} />
      {from ? <input type="hidden" name="from" value={from} /> : <KeptPlace />}
      <button type="submit" className={className} aria-label={say}>
        {label}
      </button>
    </form>
  )
}
