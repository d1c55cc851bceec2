import { useWords } from '../words'

/** What somebody gets: their pages, and the text that would go to them next. */
export const PREVIEW_PAGES = ['plan', 'home', 'now', 'mine', 'people', 'story', 'log', 'paper', 'text'] as const
export type PreviewPageName = (typeof PREVIEW_PAGES)[number]

/** The page asked for, or all of the plan. */
export const previewPage = (asked: string | null): PreviewPageName =>
  PREVIEW_PAGES.find((page) => page === asked) ?? 'plan'

type Props = { url: string; name: string; on: PreviewPageName; of?: 'draft' }

export function PreviewTabs({ url, name, on, of }: Props) {
  const { t } = useWords('desk-families')
  return (
    <nav className="tabs" aria-label={t('preview.pages', { name })}>
      {PREVIEW_PAGES.map((page) => (
        <a
          key={page}
          className="tab"
          href={asked(url, { page: page === 'plan' ? undefined : page, of })}
          aria-current={page === on ? 'page' : undefined}
        >
          {t(`preview.page.${page}`)}
        </a>
      ))}
    </nav>
  )
}

/** An address with what is asked for, as far as it is. */
export function asked(url: string, what: Record<string, string | undefined>): string {
  const given = Object.entries(what).filter((one): one is [string, string] => one[1] !== undefined)
  return given.length > 0 ? `${url}?${new URLSearchParams(given)}` : url
}
