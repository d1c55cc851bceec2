import { Field } from '../fields'
import type { Notice, Typed } from '../form'
import { useWords } from '../words'
import { EntryForm } from './entry-form'

export type StartPageProps = {
  /** Where somebody already signed in here goes on. */
  on?: string
  typed?: Typed
  notice?: Notice
  faults?: { phone?: 'not-a-number' }
}

/** The first page: give a number, get a text. */
export function StartPage({ on, typed, notice, faults }: StartPageProps) {
  const { t } = useWords('start')
  const fault = faults?.phone && t(faults.phone)
  return (
    <>
      {on && (
        <section className="card mine">
          <p>{t('signedIn')}</p>
          <a className="btn" href={on}>
            {t('goOn')}
          </a>
        </section>
      )}
      <h1>{t('title')}</h1>
      <p>{t('what')}</p>
      <EntryForm action="/number" notice={notice}>
        <Field
          name="phone"
          type="tel"
          autoComplete="tel"
          label={t('phone')}
          hint={t('phoneHint')}
          value={typed?.phone}
          fault={fault}
        />
        <button className="btn" type="submit">
          {t('send')}
        </button>
      </EntryForm>
      <a className="btn quiet" href="/code">
        {t('haveCode')}
      </a>
      <a className="btn quiet" href="/card">
        {t('haveCard')}
      </a>
      <p className="mt-6 soft">{t('paper')}</p>
    </>
  )
}
