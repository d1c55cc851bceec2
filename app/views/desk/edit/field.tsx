import { useContext } from 'react'
import type { ShownField } from '#app/domain/plan/draft/shown'
import { languages } from '#locales/languages'
import { useWords } from '../../words'
import { Beside } from './beside'
import { WritingContext } from './context'
import { DayInWords } from './day-in-words'
import { useLabels } from './labels'
import { Needed } from './needed'
import { Pick } from './pick'

type Props = {
  item: string
  of: ShownField
  label: string
  number?: number
  /** The list’s heading says what it is: the label is only heard. */
  quiet?: boolean
  hint?: string
  /** The row it stands in is not begun. */
  optional?: boolean
}

const DAYS = ['date', 'month', 'moment']
const GROUPS = ['people', 'children', 'everyone', 'readers']
const LINED = ['lines', 'phones', 'times']
const CHOICES = {
  person: 1,
  child: 1,
  doer: 1,
  rule: 1,
  status: 1,
  kind: 1,
  circle: 1,
  planView: 1,
  level: 1,
  either: 1,
  language: 1,
  repeats: 1,
}
const TYPES: Record<string, string> = {
  date: 'date',
  month: 'month',
  moment: 'datetime-local',
  number: 'number',
  phone: 'tel',
}

/** One field with its label, and beneath it whatever waits beside it. */
export function Field({ item, of, label, number, quiet, hint, optional }: Props) {
  const { typed, family } = useContext(WritingContext)
  const { t } = useWords('desk-edit')
  const name = `${item}.${of.key}`
  const id = `f-${name}`
  const words = typed[name] ?? (typeof of.value === 'string' ? of.value : '')
  if (of.fixed)
    return (
      <p className="elsewhere">
        {label}: <b>{typeof of.value === 'string' ? of.value || '–' : of.value ? t('yes') : t('no')}</b>{' '}
        <a className="press" href={`/desk/families/${family}/people/${item}/reach`}>
          {t('reach')}
        </a>
      </p>
    )
  if (of.as === 'picture') return <Drawn file={words} family={family} label={label} />
  if (GROUPS.includes(of.as)) return <Pick name={name} of={of} label={label} needed={!!of.needed && !optional} />
  if (of.as === 'yes')
    return (
      <span className="one-yes">
        <input type="hidden" name="shown" value={name} />
        <label className="name-pick">
          <input id={id} type="checkbox" name={name} value="yes" defaultChecked={of.value === true} />
          <span>{label}</span>
        </label>
        <Beside of={of} />
      </span>
    )
  const needed = !!of.needed && !optional
  const heard = quiet ? `${label} ${number ?? ''}`.trim() : undefined
  return (
    <div className={`a-field as-${of.as}`}>
      {!quiet && (
        <label htmlFor={id}>
          {label} <Needed if={needed} />
        </label>
      )}
      {of.as in CHOICES ? (
        <Choice id={id} name={name} of={of} needed={needed} />
      ) : of.as === 'words' || LINED.includes(of.as) ? (
        <textarea
          {...{ id, name }}
          aria-label={heard}
          placeholder={hint}
          rows={rowsFor(words)}
          required={needed}
          dir="auto"
          maxLength={5000}
          defaultValue={words}
        />
      ) : (
        <input
          {...{ id, name }}
          aria-label={heard}
          placeholder={hint}
          type={TYPES[of.as] ?? 'text'}
          dir={of.as === 'line' ? 'auto' : undefined}
          required={needed}
          maxLength={of.as === 'line' ? 5000 : undefined}
          defaultValue={words}
        />
      )}
      {DAYS.includes(of.as) && <DayInWords id={id} of={words} />}
      <Beside of={of} />
    </div>
  )
}

/** A picture that is here. */
const KEPT = /^([0-9a-f]{64}\.jpg|symbol-\w+\.svg)$/

/** A picture as it stands; it is changed on a page of its own. One whose bytes were never brought in is only named. */
function Drawn({ file, family, label }: { file: string; family: string; label: string }) {
  if (!file) return null
  return KEPT.test(file) ? (
    <img className="stands" src={`/desk/families/${family}/pictures/${file}`} alt={label} />
  ) : (
    <p className="notes">
      {label}: {file}
    </p>
  )
}

/** Browsers that cannot let a field grow by itself get room for what is in it. */
const rowsFor = (words: string) =>
  Math.min(
    8,
    words.split('\n').reduce((rows, line) => rows + 1 + Math.floor(line.length / 75), 0),
  )

function Choice({ id, name, of, needed }: { id: string; name: string; of: ShownField; needed: boolean }) {
  const { names, typed } = useContext(WritingContext)
  const labels = useLabels()
  const { t } = useWords('desk-edit')
  const value = typed[name] ?? String(of.value)
  const short = (words: string) => (words.length > 60 ? `${words.slice(0, 58)}…` : words)
  const options: [string, string][] =
    of.as === 'person'
      ? names.people.map((one) => [one.id, one.name])
      : of.as === 'child'
        ? names.children.map((one) => [one.id, one.name])
        : of.as === 'rule'
          ? names.rules.map((one) => [one.id, short(one.name)])
          : of.as === 'doer'
            ? [...names.people.map((one): [string, string] => [one.id, one.name]), ...labels.options('doer')]
            : of.as === 'language'
              ? Object.entries(languages)
              : labels.options(of.as)
  const isKnown = value === '' || options.some(([one]) => one === value)
  return (
    <select id={id} name={name} defaultValue={value} required={needed}>
      <option value="">{t('choose')}</option>
      {!isKnown && <option value={value}>{of.as === 'repeats' || of.as === 'language' ? value : t('takenOut')}</option>}
      {options.map(([one, words]) => (
        <option key={one} value={one}>
          {words}
        </option>
      ))}
    </select>
  )
}
