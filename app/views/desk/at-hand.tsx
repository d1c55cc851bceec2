import type { PersonLine } from '#app/domain/desk/people-for-staff'
import { Face } from '../face'
import { PHONE_PAGES, type PhonePage } from '../phone-page'
import { useWords } from '../words'
import { type FamilyTab, familyTabs } from './family-head'
import { ApartMark } from './small-marks'

export type AtHandProps = {
  family: { id: string; name: string; reference: string }
  /** Whoever has a view of their own. */
  people: Pick<PersonLine, 'id' | 'name' | 'initials' | 'status' | 'apart'>[]
  /** Whose phone is looked at, and which page of it. */
  person?: { id: string; name: string }
  page: PhonePage
}

/** Beside the list: one family, its people, and the phone of one of them as it is at this moment. */
export function AtHand({ family, people, person, page }: AtHandProps) {
  const { t } = useWords('desk-families')
  const desk = useWords('desk').t
  const url = `/desk/families/${family.id}`
  const at = (more: Record<string, string>) => `/desk?${new URLSearchParams({ family: family.id, ...more })}`
  return (
    <aside className="at-hand" aria-label={family.name}>
      <div className="head">
        <h2>
          <a className="plain" href={`${url}/plan`}>
            {family.name}
          </a>{' '}
          <small className="reference">{family.reference}</small>
        </h2>
        <a className="press" href="/desk" aria-label={desk('beside.close', { name: family.name })}>
          {desk('beside.away')}
        </a>
      </div>
      <nav className="viewers" aria-label={t('tabs')}>
        {familyTabs.map((tab: FamilyTab) => (
          <a key={tab} className="press" href={`${url}/${tab}`}>
            {t(tab)}
          </a>
        ))}
        <a className="press" href={`/desk?in=${family.id}`}>
          {desk('beside.only')}
        </a>
      </nav>
      <ul className="heads">
        {[...people.filter(({ apart }) => !apart.length), ...people.filter(({ apart }) => apart.length)].map((one) => (
          <Head key={one.id} of={one} href={at({ person: one.id })} isOpen={one.id === person?.id} />
        ))}
      </ul>
      {person && (
        <>
          <nav className="viewers" aria-label={desk('beside.phone', { name: person.name })}>
            {PHONE_PAGES.map((one) => (
              <a
                key={one}
                className="press"
                href={at({ person: person.id, page: one })}
                aria-current={one === page ? 'true' : undefined}
              >
                {desk(`beside.pages.${one}`)}
              </a>
            ))}
          </nav>
          <iframe
            className="phone"
            title={desk('beside.phone', { name: person.name })}
            src={`${url}/phone/${person.id}?page=${page}`}
            sandbox=""
          />
        </>
      )}
    </aside>
  )
}

type HeadProps = { of: AtHandProps['people'][number]; href: string; isOpen: boolean }

/** A face, named once it is chosen; whoever stands apart comes last, and says so at once. */
function Head({ of: { name, initials, status, apart }, href, isOpen }: HeadProps) {
  const states = useWords('desk-people').t
  const state = states(`state.${status.state}`)
  return (
    <li>
      <a href={href} title={`${name}: ${state}`} aria-current={isOpen ? 'true' : undefined}>
        <Face of={{ name, initials }} />
        <span className={isOpen ? undefined : 'in-words'}>{name}</span>
      </a>
      <ApartMark of={apart} name={name} />
    </li>
  )
}
