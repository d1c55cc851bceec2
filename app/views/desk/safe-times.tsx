import { Field } from '../fields'
import { useWords } from '../words'

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

/** On which days, and from when to when, a person may be texted; nothing chosen is any time in the day. */
export function SafeTimes({
  name,
  typed,
  fault,
}: {
  name: string
  typed: Partial<Record<'days' | 'from' | 'to', string>>
  fault?: string
}) {
  const { t } = useWords('desk-people')
  const days = typed.days?.split(',') ?? []
  return (
    <fieldset className="field" aria-describedby="days-hint">
      <legend>{t('inviting.safe')}</legend>
      <small id="days-hint">{t('inviting.safeHint', { name })}</small>
      {fault && <span className="wrong">{fault}</span>}
      <div className="days">
        {DAYS.map((day, i) => (
          <label key={day} className="choice">
            <input
              type="checkbox"
              id={i === 0 ? 'days' : undefined}
              name="days"
              value={day}
              defaultChecked={days.includes(day)}
            />
            <span>{t(`days.${day}`)}</span>
          </label>
        ))}
      </div>
      <div className="days">
        <Field name="from" type="time" label={t('inviting.from')} value={typed.from} />
        <Field name="to" type="time" label={t('inviting.to')} value={typed.to} />
      </div>
    </fieldset>
  )
}
