import { Field } from '../fields'
import type { Notice, Typed } from '../form'
import { useWords } from '../words'
import { EntryForm } from './entry-form'

export type WhyNoCard = 'wrong' | 'too-many'
export type CardPageProps = { typed?: Typed; notice?: Notice; faults?: { number?: WhyNoCard } }

/** One number of a paper card, on any browser, without a text. */
export function CardPage({ typed, notice, faults }: CardPageProps) {
  const { t } = useWords('card')
  const start = useWords('start').t
  return (
    <>
      <h1>{t('title')}</h1>
      <p>{t('what')}</p>
      <EntryForm action="/card" notice={notice}>
        <Field
          name="number"
          inputMode="numeric"
          autoComplete="off"
          label={t('number')}
          hint={t('hint')}
          value={typed?.number}
          fault={faults?.number && t(faults.number)}
        />
        <button className="btn" type="submit">
          {start('goOn')}
        </button>
      </EntryForm>
      <p className="mt-6">
        {t('none')} {t('ask')}
      </p>
    </>
  )
}
