import { useWords } from '../words'

const PAGES = ['plan', 'words', 'languages', 'versions'] as const

/** The pages about a family's plan, beside the plan itself. */
export function PlanPages({ family, on }: { family: string; on: (typeof PAGES)[number] }) {
  const { t } = useWords('desk-words')
  return (
    <nav className="viewers" aria-label={t('pages.label')}>
      {PAGES.map((page) => (
        <a
          key={page}
          className="press"
          href={`/desk/families/${family}/${page}`}
          aria-current={page === on ? 'page' : undefined}
        >
          {t(`pages.${page}`)}
        </a>
      ))}
    </nav>
  )
}
