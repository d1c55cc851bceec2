import { createContext, useContext } from 'react'
import { useWords } from './words'

/** At the desk's own plan: where something is shut, and what can be (public ids). Nowhere else. */
export const KeepFromContext = createContext<{ url: string; items: string[] } | null>(null)

/** The quiet way from a thing of the plan to shutting it to somebody. */
export function KeepFrom({ item, words }: { item?: string; words?: string }) {
  const desk = useContext(KeepFromContext)
  return desk && item && desk.items.includes(item) ? (
    <KeepFromLink href={`${desk.url}?item=${item}`} words={words} />
  ) : null
}

function KeepFromLink({ href, words }: { href: string; words?: string }) {
  const { t } = useWords('desk-shut')
  return (
    <>
      {' '}
      <a className="keep" href={href} aria-label={words && t('keepWhat', { what: words })}>
        {t('keep')}
      </a>
    </>
  )
}
