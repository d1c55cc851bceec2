import { useWords } from '../words'

const PAGES = {
  plan: 'plan',
  edit: 'plan/edit',
  findings: 'findings',
  words: 'words',
  languages: 'languages',
  voices: 'plan/voices',
  versions: 'versions',
} as const

/** The pages about a family's plan, one row on all of them. */
export function PlanPages({ family, on }: { family: string; on: keyof typeof PAGES }) {
  const { t } = useWords('desk-words')
  return (
    <nav className="viewers" aria-label={t('pages.label')}>
      {(Object.keys(PAGES) as (keyof typeof PAGES)[]).map((page) => (
        <a
          key={page}
          className="press"
          href={`/desk/families/${family}/${PAGES[page]}`}
          aria-current={page === on ? 'page' : undefined}
        >
          {t(`pages.${page}`)}
        </a>
      ))}
    </nav>
  )
}
