import type { ReactNode } from 'react'
import { type Faults, FormError } from './fields'
import { useWords } from './words'

/** What was typed, by field. */
export type Typed = Record<string, string>

/** Why a form came back whole. `not-sent`: the person was signed out while typing. Sentences of `locales/…/form.json`. */
export type Notice = 'not-sent' | 'busy' | 'unwritable' | 'failed' | 'other-words' | 'old-page'

/** What may be wrong with one field. Sentences of `locales/…/form.json`. */
export type FormFault =
  | 'words-long'
  | 'choice-missing'
  | 'but-missing'
  | 'when-missing'
  | 'when-unclear'
  | 'when-future'
  | 'value-missing'
  | 'about-gone'
  | 'nothing-said'
  | 'words-missing'
  | 'words-changed'

/** A form as its page gets it: blank, or as it came back. */
export type FormState = {
  /** Makes a second press of the same button harmless. */
  ticket: string
  /** Nothing anybody typed is ever lost: it is in its fields again. */
  typed: Typed
  /** The kept form this is: once it is sent, that is let go. */
  kept?: string
  notice?: Notice
  faults?: Record<string, FormFault>
}

/** A form that posts to its own URL, with its ticket. Put `CameBack` at the top of its page. */
export function PersonForm({ action, state, children }: { action: string; state: FormState; children: ReactNode }) {
  return (
    <form method="post" action={action} autoComplete="off">
      <input type="hidden" name="ticket" value={state.ticket} />
      {state.kept && <input type="hidden" name="kept" value={state.kept} />}
      {children}
    </form>
  )
}

/** The first thing on a page whose form came back: nothing was sent yet, and why. */
export function CameBack({ form }: { form: FormState }) {
  const { t } = useWords('form')
  const faults = useFaults(form)
  return (
    <>
      {form.notice && (
        <p className="card warm" role="alert">
          {t(`why.${form.notice}`)}
        </p>
      )}
      <FormError faults={faults} />
    </>
  )
}

/** The sentence for each field that is not right. */
export function useFaults({ faults = {} }: FormState): Faults {
  const { t } = useWords('form')
  return Object.fromEntries(Object.entries(faults).map(([field, fault]) => [field, t(`why.${fault}`)]))
}
