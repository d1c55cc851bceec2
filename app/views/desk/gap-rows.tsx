import type { ReactNode } from 'react'
import type { Due } from '#app/domain/desk/dues'
import type { Gap, Silence } from '#app/domain/desk/gaps'
import type { ToTell } from '#app/domain/desk/to-tell'
import { Chip } from '../chip'
import { Words } from '../wording'
import { useWords } from '../words'
import { Moment } from './moment'
import { SafeColumn } from './safe-column'
import { ApartMark } from './small-marks'
import { shortWhen } from './when'

/** A task of the plan that nobody has, and who said that they cannot. */
export function GapRow({ of: { family, task, who } }: { of: Gap }) {
  const { t } = useWords('desk')
  const plan = useWords('plan').t
  const words = <Words of={{ text: task, language: 'en' }} />
  return (
    <Line
      family={family}
      page="answers"
      at={who && <Moment at={who.on} />}
      name={who?.name ?? t('gaps.nobody')}
      who={who}
    >
      {who && <Chip is="ask">{plan(`answer.${who.choice}`)}</Chip>} {words}
    </Line>
  )
}

/** Somebody with a task from whom nothing has come for long. */
export function SilenceRow({ of: { family, person, days } }: { of: Silence }) {
  const { t } = useWords('desk')
  return (
    <Line family={family} page="people" name={person.name} who={person}>
      {t('silences.days', { count: days })}
    </Line>
  )
}

/** A plan to be looked at again, or an order that comes to its end. */
export function DueRow({ of: { family, order, on, passed } }: { of: Due }) {
  const { t, lang } = useWords('desk')
  const when = { day: shortWhen(on, lang) }
  const names = new Intl.ListFormat(lang).format(order?.against ?? [])
  const words = order
    ? t(passed ? 'dues.orderPassed' : 'dues.orderDue', { ...when, names })
    : t(passed ? 'dues.passed' : 'dues.due', when)
  const look = (
    <a className="press" href={`/desk/families/${family.id}/plan`} aria-label={t('dues.lookAt', { name: family.name })}>
      {t('dues.look')}
    </a>
  )
  return (
    <Line family={family} page="plan" name={order?.kind ?? t('dues.review')} act={look}>
      {passed ? <Chip is="ask">{words}</Chip> : words}
    </Line>
  )
}

/** So many of the things that changed stand in the line; the rest on the page. */
const IN_A_LINE = 2

/** Somebody without a sign-in, and what they are to be told. */
export function ToTellRow({ of: { family, person, changes, gone } }: { of: ToTell }) {
  const { t } = useWords('desk-tell')
  const kinds = useWords('changes').t
  const all = [
    ...changes.map(({ id, kind, rule, called, parts }) => ({
      id,
      kind: rule ? t('rule', { number: rule }) : kinds(`kind.${kind}`),
      words: called ?? parts[0]?.now,
    })),
    ...gone.map(({ id, kind, parts }) => ({
      id,
      kind: `${kinds(`kind.${kind}`)} (${t('gone')})`,
      words: parts.words ?? parts.kind,
    })),
  ]
  const more = all.length - IN_A_LINE
  const tell = (
    <a
      className="press"
      href={`/desk/families/${family.id}/people/${person.id}/told`}
      aria-label={t('tellOf', { name: person.name })}
    >
      {t('tell', { name: person.name })}
    </a>
  )
  return (
    <Line family={family} page="people" name={person.name} who={person} act={tell}>
      {all.slice(0, IN_A_LINE).map(({ id, kind, words }) => (
        <span key={id} className="change">
          {kind}: {words?.is === 'words' && <Words of={words.words} />}{' '}
        </span>
      ))}
      {more > 0 && t('more', { count: more })}
    </Line>
  )
}

type LineProps = {
  family: { id: string; name: string }
  page: 'answers' | 'people' | 'plan'
  at?: ReactNode
  name: string
  who?: Pick<Silence['person'], 'phone' | 'safe' | 'apart'>
  act?: ReactNode
  children: ReactNode
}

/** One thing to do about a family, with whom to ring. */
export function Line({ family, page, at, name, who = {}, act, children }: LineProps) {
  const { t } = useWords('desk')
  const common = useWords('common').t
  const { phone, safe, apart } = who
  return (
    <li className="line" tabIndex={-1}>
      <div className="at">{at}</div>
      <div className="what">
        <p>
          <b>{name}</b>
          {' · '}
          <a className="plain open" href={`/desk/families/${family.id}/${page}`}>
            {family.name}
          </a>{' '}
          {children}
        </p>
      </div>
      <SafeColumn safe={safe} />
      <div className="act">
        <ApartMark of={apart} name={name} />
        {act}
        {phone && safe?.is !== false && (
          <a className="press" href={`tel:${phone}`} aria-label={common('ring', { name })}>
            {t('ring')}
          </a>
        )}
      </div>
    </li>
  )
}
