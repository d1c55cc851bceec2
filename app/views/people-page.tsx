import type { PlanAsSeenBy, SeenPerson } from '#app/domain/access/plan-as-seen'
import { together } from './lists'
import { PeopleCircle } from './people-circle'
import { PersonToRing } from './person-to-ring'
import { useWords } from './words'

/** Everyone in the plan whom this reader may know of, the people round the family before those who work for it. */
export function PeoplePage({ plan }: { plan: PlanAsSeenBy }) {
  const { t, lang } = useWords('people')
  const all = plan.people.some(({ id }) => id === plan.worker.id) ? plan.people : [...plan.people, plan.worker]
  const people = all.filter(({ kind }) => kind !== 'professional')
  const drawn = people.filter(({ apart }) => !apart)
  // Whoever knows everything reads them under a heading of their own; to others it would tell what they do not know.
  const knowsAll = plan.viewer.sight === 'inner' && !plan.viewer.ownItems
  const [near, others] = knowsAll ? [drawn, people.filter(({ apart }) => apart)] : [people, []]
  const working = all.filter(({ kind }) => kind === 'professional')
  return (
    <>
      <h1>
        {t('title', {
          children: together(
            plan.children.map(({ name }) => name),
            lang,
          ),
        })}
      </h1>
      {/* Whoever sees their own items alone, or is under an order, is drawn round the children for nobody. */}
      {!plan.viewer.apart && (
        <PeopleCircle
          middle={plan.children}
          near={[plan.viewer, ...drawn].filter((one) => !plan.children.some(({ id }) => id === one.id))}
          around={working}
        />
      )}
      <List heading={t('near')} of={near} />
      <List heading={t('others')} of={others} />
      <List heading={t('working')} of={working} />
      <p className="soft mt-6">{t('about')}</p>
    </>
  )
}

function List({ heading, of }: { heading: string; of: SeenPerson[] }) {
  if (of.length === 0) return null
  return (
    <section>
      <h2>{heading}</h2>
      <ul className="card rows">
        {of.map((person) => (
          <PersonToRing key={person.id} of={person} />
        ))}
      </ul>
    </section>
  )
}
