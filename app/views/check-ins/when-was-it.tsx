import { Choices, Field } from '../fields'
import { type FormState, useFaults } from '../form'
import { useWords } from '../words'

const SOON = ['now', 'today', 'yesterday', 'other'] as const

/** When it happened: just now unless they say otherwise, so that most people never open this. */
export function WhenWasIt({ form }: { form: FormState }) {
  const { t } = useWords('check-in')
  const faults = useFaults(form)
  const { when = 'now', date, time } = form.typed
  return (
    <details open={when !== 'now' || !!date || !!faults.date}>
      <summary>{t('when.summary')}</summary>
      <Choices
        name="when"
        label={t('when.ask')}
        options={SOON.map((value) => ({ value, label: t(`when.${value}`) }))}
        value={when}
      />
      <Field name="date" type="date" label={t('when.date')} value={date} fault={faults.date} />
      <Field name="time" type="time" label={t('when.time')} value={time} />
    </details>
  )
}
