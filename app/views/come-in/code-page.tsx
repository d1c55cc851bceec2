import { Field } from '../fields'
import type { Notice, Typed } from '../form'
import { useWords } from '../words'
import { EntryForm } from './entry-form'

export type CodePageProps = { typed?: Typed; notice?: Notice; faults?: { code?: 'wrong' | 'too-many' } }

/** The six digits of a text, in a browser other than the one that asked for it. */
export function CodePage({ typed, notice, faults }: CodePageProps) {
  const { t } = useWords('code')
  const start = useWords('start').t
  const fault = faults?.code && t(faults.code)
  return (
    <>
      <h1>{t('title')}</h1>
      <p>{t('what')}</p>
      <EntryForm action="/code" notice={notice}>
        <Field name="phone" type="tel" autoComplete="tel" label={start('phone')} value={typed?.phone} />
        <Field
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          label={t('code')}
          hint={t('codeHint')}
          value={typed?.code}
          fault={fault}
        />
        <button className="btn" type="submit">
          {start('goOn')}
        </button>
      </EntryForm>
      <p className="mt-6">
        {t('none')} <a href="/">{t('ask')}</a>
      </p>
    </>
  )
}
