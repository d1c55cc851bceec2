import { useWords } from '../words'

/** How much the check found beside what keeps the plan from being published, and where it stands. */
export function ThingsFound({ family, count }: { family: string; count: number }) {
  const { t } = useWords('desk-check')
  if (count === 0) return null
  return (
    <p className="told">
      {t('things', { count })}{' '}
      <a className="press" href={`/desk/families/${family}/findings`}>
        {t('see')}
      </a>
    </p>
  )
}
