import type { ReactNode } from 'react'
import { useWords } from './words'

/** What is wrong with what was typed, by field name. */
export type Faults = Record<string, string>

/** Above a form that came back: what to put right, each a link to its field. Put `Error: ` before the page's title too. */
export function FormError({ faults }: { faults: Faults }) {
  const { t } = useWords('common')
  const found = Object.entries(faults)
  if (found.length === 0) return null
  return (
    <div className="card warm" role="alert">
      <h2 className="mt-0">{t('checkThis')}</h2>
      <ul>
        {found.map(([name, message]) => (
          <li key={name}>
            <a href={`#${name}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

type Labelled = {
  name: string
  label: ReactNode
  hint?: ReactNode
  fault?: string
}

type FieldProps = Labelled & {
  /** What was typed before, given back. */
  value?: string
  /** More than one line. */
  rows?: number
  type?: 'text' | 'tel' | 'date' | 'time' | 'datetime-local' | 'password'
  inputMode?: 'numeric' | 'tel'
  autoComplete?: string
  /** What must be taken as it is typed is put right by no keyboard. */
  autoCapitalize?: 'none'
  autoCorrect?: 'off'
  spellCheck?: false
  maxLength?: number
  required?: boolean
}

/** One labelled box to write in, with what helps and what is wrong said beside it and tied to it. */
export function Field({ name, label, hint, fault, value, rows, type = 'text', ...rest }: FieldProps) {
  const common = { id: name, name, defaultValue: value, 'aria-describedby': describedBy(name, hint, fault), ...rest }
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <Hints name={name} hint={hint} fault={fault} />
      {rows ? (
        <textarea dir="auto" rows={rows} aria-invalid={fault ? true : undefined} {...common} />
      ) : (
        <input type={type} aria-invalid={fault ? true : undefined} {...common} />
      )}
    </div>
  )
}

/** One of a list, with the same said beside it. `children` are its options. */
export function Select({ name, label, hint, fault, value = '', children }: Labelled & SelectProps) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <Hints name={name} hint={hint} fault={fault} />
      <select
        id={name}
        name={name}
        defaultValue={value}
        aria-describedby={describedBy(name, hint, fault)}
        aria-invalid={fault ? true : undefined}
      >
        {children}
      </select>
    </div>
  )
}
type SelectProps = { value?: string; children: ReactNode }

type ChoicesProps = Labelled & {
  /** Where one question's choices stand in two groups, of the second. */
  id?: string
  options: { value: string; label: ReactNode; hint?: ReactNode }[]
  value?: string
  required?: boolean
  /** Short ones stand two in a row where there is room. */
  short?: true
}

/** One choice of several, each a whole card to press. The first one carries the field's id, for the link in `FormError`. */
export function Choices({ name, id = name, label, hint, fault, options, value, required, short }: ChoicesProps) {
  return (
    <fieldset className="field" aria-describedby={describedBy(id, hint, fault)}>
      <legend>{label}</legend>
      <Hints name={id} hint={hint} fault={fault} />
      <div className={short && 'pairs'}>
        {options.map((option, i) => (
          <label key={option.value} className={'choice'}>
            <input
              type="radio"
              id={i === 0 ? id : undefined}
              name={name}
              value={option.value}
              defaultChecked={option.value === value}
              required={required}
            />
            <span>
              {option.label}
              {option.hint && <small>{option.hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function Hints({ name, hint, fault }: Pick<Labelled, 'name' | 'hint' | 'fault'>) {
  return (
    <>
      {hint && (
        <small className="by" id={`${name}-hint`}>
          {hint}
        </small>
      )}
      {fault && (
        <span className="wrong" id={`${name}-fault`}>
          {fault}
        </span>
      )}
    </>
  )
}

function describedBy(name: string, hint: ReactNode, fault?: string): string | undefined {
  return [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ') || undefined
}
