import { createContext, useContext } from 'react'
import { useWords } from './words'

/** At the desk's own plan: where something is shut and where it is written, and what can be (public ids). Nowhere else. */
export const KeepFromContext = createContext<{ url: string; edit: string; items: string[] } | null>(null)

/** The quiet ways from a thing of the plan to writing in it and to shutting it to somebody. */
export function KeepFrom({ item, words }: { item?: string; words?: string }) {
  const desk = useContext(KeepFromContext)
  if (!desk || !item) return null
  return desk.items.includes(item) ? (
    <KeepFromLink id={item} href={`${desk.url}?item=${item}`} edit={`${desk.edit}?item=${item}`} words={words} />
  ) : (
    <span id={item} />
  )
}

/** Where other pages of the desk lead to, too. */
function KeepFromLink({ id, href, edit, words }: { id: string; href: string; edit: string; words?: string }) {
  const { t } = useWords('desk-shut')
  return (
    <>
      {' '}
      <span className="keep" id={id}>
        <a href={edit} aria-label={words && t('changeWhat', { what: words })}>
          {t('change')}
        </a>
        <a href={href} aria-label={words && t('keepWhat', { what: words })}>
          {t('keep')}
        </a>
      </span>
    </>
  )
}
