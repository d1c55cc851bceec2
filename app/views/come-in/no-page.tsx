import { Field } from '../fields'
import type { Notice, Typed } from '../form'
import { useWords } from '../words'
import { EntryForm } from './entry-form'

export type NoPageProps = {
  ticket: string
  worker: string
  typed?: Typed
  notice?: Notice
  faults?: { words?: 'words-long' }
}

/** Saying no, with a few words if the person likes. */
export function NoPage({ ticket, worker, typed, notice, faults }: NoPageProps) {
  const { t } = useWords('welcome')
  const form = useWords('form').t
  const fault = faults?.words && form(`why.${faults.words}`)
  return (
    <>
      <h1>{t('no.title')}</h1>
      <p>{t('no.what', { worker })}</p>
      <EntryForm action="/welcome/no" ticket={ticket} notice={notice}>
        <Field
          name="words"
          rows={3}
          label={t('no.words', { worker })}
          hint={form('empty')}
          value={typed?.words}
          fault={fault}
        />
        <button className="btn" type="submit">
          {t('no.button')}
        </button>
      </EntryForm>
      <a className="btn quiet" href="/welcome">
        {t('no.back')}
      </a>
    </>
  )
}

/** After it. Nobody is signed in, so it names nobody. */
export function ByePage() {
  const { t } = useWords('welcome')
  return (
    <>
      <h1>{t('bye.title')}</h1>
      <p>{t('bye.what')}</p>
      <p>{t('bye.back')}</p>
      <p className="mt-6">{t('bye.danger')}</p>
    </>
  )
}
