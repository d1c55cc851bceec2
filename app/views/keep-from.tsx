import { createContext, useContext } from 'react'
import { useWords } from './words'

/** At the desk's own plan: where something is shut, and what can be (public ids). Nowhere else. */
export const KeepFromContext = createContext<{ url: string; items: string[] } | null>(null)

/** The quiet way from a thing of the plan to shutting it to somebody. */
export function KeepFrom({ item, words }: { item?: string; words?: string }) {
  const desk = useContext(KeepFromContext)
  if (!desk || !item) return null
  return desk.items.includes(item) ? (
    <KeepFromLink id={item} href={`${desk.url}?item=${item}`} words={words} />
  ) : (
    <span id={item} />
  )
}

/** Where other pages of the desk lead to, too. */
function KeepFromLink({ id, href, words }: { id: string; href: string; words?: string }) {
  const { t } = useWords('desk-shut')
  return (
    <>
      {' '}
      <a className="keep" id={id} href={href} aria-label={words && t('keepWhat', { what: words })}>
        {t('keep')}
      </a>
    </>
  )
}
