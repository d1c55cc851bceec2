import { Field } from '../fields'
import { useWords } from '../words'

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
/** So many can be written at once, without a script that adds one. */
const ROWS = 3

/** What stands behind the names of a window's fields: nothing for the first, "-2" for the second. */
export const behind = (at: number): string => (at === 0 ? '' : `-${at + 1}`)

type Typed = Partial<Record<string, string>>

/** On which days, and from when to when, a person may be texted; nothing chosen is any time in the day. */
export function SafeTimes({ name, typed, fault }: { name: string; typed: Typed; fault?: string }) {
  const { t } = useWords('desk-people')
  const filled = Object.entries(typed).flatMap(([field, value]) => {
    const number = /^(?:days|from|to)(?:-(\d+))?$/.exec(field)
    return number && value ? Number(number[1] ?? 1) : []
  })
  const open = Math.max(1, ...filled)
  const more = Array.from({ length: Math.max(ROWS - open, 1) }, (_, i) => open + i)
  return (
    <fieldset className="field" aria-describedby="days-hint">
      <legend>{t('inviting.safe')}</legend>
      <small id="days-hint">{t('inviting.safeHint', { name })}</small>
      {fault && <span className="wrong">{fault}</span>}
      {Array.from({ length: open }, (_, at) => (
        <SafeWindow key={behind(at)} at={at} typed={typed} />
      ))}
      <details>
        <summary>{t('inviting.moreSafe')}</summary>
        {more.map((at) => (
          <SafeWindow key={behind(at)} at={at} typed={typed} />
        ))}
      </details>
    </fieldset>
  )
}

function SafeWindow({ at, typed }: { at: number; typed: Typed }) {
  const { t } = useWords('desk-people')
  const number = behind(at)
  const days = typed[`days${number}`]?.split(',') ?? []
  return (
    <fieldset className="times-row" aria-label={t('inviting.safeNumber', { number: at + 1 })}>
      <div className="days">
        {DAYS.map((day, i) => (
          <label key={day} className="choice">
            <input
              type="checkbox"
              id={i === 0 ? `days${number}` : undefined}
              name={`days${number}`}
              value={day}
              defaultChecked={days.includes(day)}
            />
            <span>{t(`days.${day}`)}</span>
          </label>
        ))}
      </div>
      <div className="days">
        <Field name={`from${number}`} type="time" label={t('inviting.from')} value={typed[`from${number}`]} />
        <Field name={`to${number}`} type="time" label={t('inviting.to')} value={typed[`to${number}`]} />
        <label className="choice">
          <input
            type="checkbox"
            name={`night${number}`}
            value="yes"
            defaultChecked={typed[`night${number}`] === 'yes'}
          />
          <span>{t('inviting.night')}</span>
        </label>
      </div>
    </fieldset>
  )
}
