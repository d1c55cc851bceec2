import type { ReactNode } from 'react'
import type { Gap, Silence } from '#app/domain/desk/gaps'
import { Chip } from '../chip'
import { Words } from '../wording'
import { useWords } from '../words'
import { shortWhen } from './when'

/** A task of the plan that nobody has, and who said that they cannot. */
export function GapRow({ of: { family, task, who } }: { of: Gap }) {
  const { t, lang } = useWords('desk')
  const plan = useWords('plan').t
  const words = <Words of={{ text: task, language: 'en' }} />
  return (
    <Line
      family={family}
      page="answers"
      at={who && shortWhen(who.on, lang)}
      name={who?.name ?? t('gaps.nobody')}
      phone={who?.phone}
    >
      {who && <Chip is="ask">{plan(`answer.${who.choice}`)}</Chip>} {words}
    </Line>
  )
}

/** Somebody with a task from whom nothing has come for long. */
export function SilenceRow({ of: { family, person, days } }: { of: Silence }) {
  const { t } = useWords('desk')
  return (
    <Line family={family} page="people" name={person.name} phone={person.phone}>
      {t('silences.days', { count: days })}
    </Line>
  )
}

type LineProps = {
  family: { id: string; name: string }
  page: 'answers' | 'people'
  at?: string
  name: string
  phone?: string
  children: ReactNode
}

function Line({ family, page, at, name, phone, children }: LineProps) {
  const { t } = useWords('desk')
  const common = useWords('common').t
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
      <div className="act">
        {phone && (
          <a className="press" href={`tel:${phone}`} aria-label={common('ring', { name })}>
            {t('ring')}
          </a>
        )}
      </div>
    </li>
  )
}
