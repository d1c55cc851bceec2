import type { FindingKind } from '#app/domain/plan/checks/finding'
import { useWords } from '../words'

export type FoundKinds = { kind: Exclude<FindingKind, 'leak'>; count: number }[]

/** What the check found beside what keeps the plan from being published, by its kinds; `safe`: that there is nothing of that is said too. */
export function ThingsFound({ family, of = [], safe }: { family: string; of?: FoundKinds; safe?: boolean }) {
  const { t } = useWords('desk-check')
  const publish = useWords('desk-publish').t
  if (of.length === 0) return safe ? <p>{publish('asking.looked')}</p> : null
  return (
    <div className="told">
      <p>
        {safe && `${publish('asking.looked')} `}
        {t('things', { count: of.reduce((sum, { count }) => sum + count, 0) })}
      </p>
      <ul className="dots">
        {of.map(({ kind, count }) => (
          <li key={kind}>
            {t(`kind.${kind}`)}: {count}
          </li>
        ))}
      </ul>
      <p>
        <a className="press" href={`/desk/families/${family}/findings`}>
          {t('see')}
        </a>
      </p>
    </div>
  )
}
