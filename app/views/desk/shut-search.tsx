import type { Closable } from '#app/domain/access/narrowable'
import { useWords } from '../words'

export type ShutSearchProps = { family: string; typed: string; found: { things: Closable[]; more: boolean } }

/** A box to find what is to be shut; the people stand there before anything is typed. */
export function ShutSearch({ family, typed, found: { things, more } }: ShutSearchProps) {
  const { t } = useWords('desk-shut')
  const url = `/desk/families/${family}/shut`
  const kinds = [...new Set(things.map(({ kind }) => kind))]
  return (
    <>
      <h2>{t('title')}</h2>
      <p className="soft">{t('about')}</p>
      <form method="get" action={url} className="find">
        <label htmlFor="find">{t('find')}</label>
        <input id="find" name="q" type="search" defaultValue={typed} autoComplete="off" />
        <button className="button" type="submit">
          {t('look')}
        </button>
      </form>
      {things.length === 0 && <p>{t('none', { typed })}</p>}
      {kinds.map((kind) => (
        <section key={kind}>
          <h3>{t(`kinds.${kind}`)}</h3>
          <ul className="lines">
            {things
              .filter((thing) => thing.kind === kind)
              .map(({ id, words }) => (
                <li key={id} className="found">
                  <a className="press" href={`${url}?${new URLSearchParams({ item: id })}`}>
                    {words}
                  </a>
                </li>
              ))}
          </ul>
        </section>
      ))}
      {more && <p className="soft">{t('more')}</p>}
    </>
  )
}
