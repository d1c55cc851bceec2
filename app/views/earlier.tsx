import { useWords } from './words'

/** The way to what came before, when there is any: a page of its own, by a link. */
export function Earlier({ href }: { href?: string }) {
  const { t } = useWords('common')
  if (!href) return null
  return (
    <p className="go">
      <a href={href}>{t('earlier')}</a>
    </p>
  )
}
