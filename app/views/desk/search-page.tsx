import type { DeskEntry } from '#app/domain/desk/desk'
import type { Found } from '#app/domain/desk/search'
import { useWords } from '../words'
import { EntryRow, entryLine } from './entry-row'
import { FoundIn, LookedFor } from './found-words'
import { PlaceContext } from './kept-place'
import { List } from './list'

/** `found`: null when too little was typed; undefined when nothing was. */
export type SearchPageProps = {
  typed: string
  found?: (Omit<Found, 'said'> & { said: (DeskEntry & { seenTicket?: string })[] }) | null
}

/** All that holds what was typed: families, people, what was said, the plan. */
export function SearchPage({ typed, found }: SearchPageProps) {
  const { t } = useWords('desk')
  const none = found && found.families.length + found.people.length + found.plan.length + found.said.length === 0
  return (
    <>
      <h1>{typed ? t('search.for', { typed }) : t('search.title')}</h1>
      {!typed && <p>{t('search.how')}</p>}
      {found === null && <p className="told">{t('search.short')}</p>}
      {none && <p>{t('search.none')}</p>}
      {found && (
        <LookedFor.Provider value={typed}>
          <PlaceContext.Provider value={`${new URLSearchParams({ q: typed })}`}>
            {found.near && <p className="soft">{t('search.near')}</p>}
            <List heading={t('families')}>
              {found.families.map(({ id, name, reference }) => (
                <Line key={id} at={reference} href={`/desk/families/${id}/plan`} what={name} />
              ))}
            </List>
            <List heading={t('search.people')}>
              {found.people.map(({ id, fullName, family }) => (
                <Line key={id} at={family.name} href={`/desk/families/${family.id}/people#${id}`} what={fullName} />
              ))}
            </List>
            <List heading={t('search.said')}>
              {found.said.map((entry) => (
                <EntryRow key={entry.id} of={entryLine(entry)} />
              ))}
            </List>
            <List heading={t('search.plan')}>
              {found.plan.map(({ family, words }) => (
                <Line key={family.id + words} at={family.name} href={`/desk/families/${family.id}/plan`} what={words} />
              ))}
            </List>
            {found.more && <p className="soft">{t('search.more')}</p>}
          </PlaceContext.Provider>
        </LookedFor.Provider>
      )}
    </>
  )
}

function Line({ at, href, what }: { at: string; href: string; what: string }) {
  return (
    <li className="line" tabIndex={-1}>
      <div className="at">{at}</div>
      <div className="what">
        <a className="open" href={href}>
          <FoundIn words={what} />
        </a>
      </div>
    </li>
  )
}
