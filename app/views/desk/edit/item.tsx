import { useContext } from 'react'
import type { ShownItem } from '#app/domain/plan/draft/shown'
import { useWords } from '../../words'
import { WritingContext } from './context'
import { Field } from './field'
import { useLabels } from './labels'

type Props = {
  of: ShownItem
  /** What it is called, where its one field stands for it. */
  label?: string
  number?: number
  /** It stands in a list. */
  row?: true
  /** Its heading has its tools. */
  bare?: true
}

/** One thing as it is written: its fields, and behind a press who may see it and what is seldom needed. */
export function Item({ of, label, number, row, bare }: Props) {
  const labels = useLabels()
  const { t } = useWords('desk-edit')
  const name = (key: string) => (label && key === 'text' ? label : labels.field(of.kind, key))
  const isBlank = of.moves?.blank
  return (
    <div className={`item of-${of.kind}`} id={row || bare ? undefined : `i-${of.id}`}>
      <div className="fields">
        {of.fields.map((field) => (
          <Field
            key={field.key}
            item={of.id}
            of={field}
            label={name(field.key)}
            number={number}
            quiet={!!label && !!row}
            hint={isBlank && field === of.fields[0] ? t('next') : undefined}
          />
        ))}
      </div>
      {!bare && <Tools of={of} fixed={!row} hidden={isBlank} />}
      {of.more ? <More of={of} /> : <Said of={of} />}
    </div>
  )
}

/** What is done with a thing as a whole. */
export function Tools({ of, fixed, hidden }: { of: ShownItem; fixed?: boolean; hidden?: boolean }) {
  const { t } = useWords('desk-edit')
  const { open } = useContext(WritingContext)
  const hasMore = of.more !== undefined || of.said.length > 0 || !NOTHING_BEHIND.has(of.kind)
  const press = (what: 'up' | 'down' | 'remove', sign: string) => (
    <button
      type="submit"
      name="do"
      value={`${what}|${of.id}`}
      className="tool"
      aria-label={t(`tool.${what}`)}
      title={t(`tool.${what}`)}
    >
      {sign}
    </button>
  )
  return (
    <span className="tools" hidden={hidden}>
      {hasMore && (
        <button
          type="submit"
          name="do"
          value={open === of.id ? 'close' : `open|${of.id}`}
          className="tool sees"
          aria-expanded={open === of.id}
        >
          {t(of.kind === 'person' || of.kind === 'child' ? 'tool.about' : 'tool.who')}
        </button>
      )}
      {of.kind === 'frame' && (
        <button type="submit" name="do" value={`picture|${of.id}`} className="tool sees">
          {t('tool.picture')}
        </button>
      )}
      {!fixed && press('up', '↑')}
      {!fixed && press('down', '↓')}
      {!fixed && press('remove', '✕')}
    </span>
  )
}

const NOTHING_BEHIND = new Set([
  'side',
  'courtOrder',
  'giveaway',
  'otherPhone',
  'formerName',
  'told',
  'file',
  'plan',
  'scale',
  'story',
  'childStory',
  'image',
])

/** In a line, what is said behind the press. */
function Said({ of }: { of: ShownItem }) {
  const labels = useLabels()
  const { names } = useContext(WritingContext)
  if (of.said.length === 0) return null
  const everyone = [...names.people, ...names.children, ...names.sides, ...names.rules]
  const nameOf = (key: string, value: string) =>
    everyone.find(({ id }) => id === value)?.name ?? labels.options(key).find(([one]) => one === value)?.[1] ?? value
  return (
    <p className="notes said-of">
      {of.said.map(({ key, value }) => (
        <span key={key}>
          {labels.field(of.kind, key)}
          {Array.isArray(value)
            ? `: ${value.map((one) => nameOf(key, one)).join(', ')}`
            : typeof value === 'string'
              ? `: ${nameOf(key, value)}`
              : ''}
        </span>
      ))}
    </p>
  )
}

function More({ of }: { of: ShownItem }) {
  const labels = useLabels()
  const { viewers, family } = useContext(WritingContext)
  const { t } = useWords('desk-edit')
  return (
    <fieldset className="behind">
      <legend>{t('more')}</legend>
      {(of.more ?? []).map((field) => (
        <Field key={field.key} item={of.id} of={field} label={labels.field(of.kind, field.key)} />
      ))}
      <p className="acts">
        <button type="submit" name="do" value="close" className="press">
          {t('close')}
        </button>
        {viewers.length > 0 && <span className="soft">{t('asPerson')}</span>}
        {viewers.map(({ id, name }) => (
          <a key={id} className="press" href={`/desk/families/${family}/plan/draft-as/${id}`}>
            {name}
          </a>
        ))}
      </p>
    </fieldset>
  )
}
