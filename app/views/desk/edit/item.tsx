import { type ReactNode, useContext } from 'react'
import type { ShownField, ShownItem, ShownList } from '#app/domain/plan/draft/shown'
import { together } from '../../lists'
import { useWords } from '../../words'
import { WritingContext } from './context'
import { Field } from './field'
import { type Group, groupsOf } from './groups'
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
  /** How a list of its own is drawn that stands among its details. */
  listOf?: (list: ShownList) => ReactNode
}

/** One thing as it is written: its fields, and behind a press who may see it and what is seldom needed. */
export function Item({ of, label, number, row, bare, listOf }: Props) {
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
            optional={isBlank}
          />
        ))}
      </div>
      {!bare && <Tools of={of} fixed={!row} hidden={isBlank} />}
      {!isBlank && <Follows of={of} />}
      {of.more ? <More of={of} listOf={listOf} /> : <Said of={of} />}
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
          {t(`tool.${seesWhat(of, fixed)}`)}
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

/** A sign and its sentence can both be shut: which of the two this is about has to be said. */
const seesWhat = ({ kind }: ShownItem, fixed?: boolean) => {
  if (kind === 'person' || kind === 'child') return 'about'
  if (kind === 'trigger' || kind === 'worry') return kind
  return fixed ? 'sentence' : 'who'
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

/** What is seldom needed; of a person in groups, each field with what it does. */
function More({ of, listOf }: Pick<Props, 'of' | 'listOf'>) {
  const labels = useLabels()
  const { viewers, family } = useContext(WritingContext)
  const { t } = useWords('desk-edit')
  const groups = groupsOf(of)
  const name = nameOf(of)
  return (
    <fieldset className="behind">
      <legend>{name ? t('moreOf', { name }) : t('more')}</legend>
      {groups
        ? groups.map((group) => <OneGroup key={group.name} of={group} item={of.id} name={name} listOf={listOf} />)
        : (of.more ?? []).map((field) => (
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

type InGroup = Pick<Props, 'listOf'> & { of: Group; item: string; name: string }

function OneGroup({ of, item, name, listOf }: InGroup) {
  const labels = useLabels()
  const { t } = useWords('desk-edit')
  return (
    <section className="about-group">
      <h4>{t(`group.${of.name}`)}</h4>
      <div className="in-group">
        {of.fields.map((field) => (
          <div key={field.key} className={`with-effect is-${field.as}`}>
            <Field item={item} of={field} label={labels.field('person', field.key)} />
            <Effect of={field} name={name || t('somebody')} />
          </div>
        ))}
      </div>
      {of.lists.map((list) => (
        <div key={list.key} className="within">
          <h4>{labels.key(list.key)}</h4>
          <p className="soft">{labels.about(list.key)}</p>
          {listOf?.(list)}
        </div>
      ))}
    </section>
  )
}

/** What a field does, in a sentence about this very person. */
function Effect({ of, name }: { of: ShownField; name: string }) {
  const { t, lang } = useWords('desk-edit')
  const labels = useLabels()
  const { names } = useContext(WritingContext)
  const everyone = [...names.people, ...names.children, ...names.sides]
  const chosen = of.key === 'hiddenFrom' && Array.isArray(of.value) ? of.value : []
  const who = chosen.flatMap((id) => everyone.find((one) => one.id === id)?.name ?? [])
  const words = who.length > 0 ? t('effectHidden', { who: together(who, lang), name }) : labels.effect(of.key, name)
  return words ? <p className="soft effect">{words}</p> : null
}

const nameOf = ({ kind, fields }: ShownItem) => {
  const { value } = fields.find(({ key }) => key === (kind === 'child' ? 'firstName' : 'name')) ?? {}
  return (kind === 'person' || kind === 'child') && typeof value === 'string' ? value : ''
}

/** What follows from what stands there, where nobody would guess it. */
function Follows({ of }: { of: ShownItem }) {
  const { t, lang } = useWords('desk-edit')
  const { names } = useContext(WritingContext)
  const field = (key: string) => of.fields.find((one) => one.key === key)?.value
  const against = of.kind === 'courtOrder' ? field('against') : undefined
  const who = names.people.filter(({ id }) => Array.isArray(against) && against.includes(id)).map(({ name }) => name)
  if (who.length > 0)
    return (
      <p className="follows" role="status">
        {t('orderEffect', { count: who.length, names: together(who, lang) })}
      </p>
    )
  const isOutside = of.kind === 'person' && field('circle') === '' && field('kind') !== 'professional'
  const name = nameOf(of)
  return isOutside && name ? <p className="follows no-circle">{t('noCircle', { name })}</p> : null
}
