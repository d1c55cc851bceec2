import type { SeenChildContact, SeenPerson, SeenSafetyObject } from '#app/domain/access/plan-as-seen'
import { Call } from '../call'
import { Face } from '../face'
import { KeepFrom } from '../keep-from'
import { Words } from '../wording'
import { useWords } from '../words'
import { type Holder, Open } from './part'

/** A thing a child puts somewhere, so that someone notices without a word. */
export function SafetyObjects({ of, In = Open }: { of: SeenSafetyObject[]; In?: Holder }) {
  const { t } = useWords('plan')
  if (of.length === 0) return null
  return (
    <In heading={t('safetyObject')}>
      {of.map(({ id, child, object, place, means, checkedBy, howOften }) => (
        <dl key={id} className="card facts">
          <dt>{t('objectOf', { child: child.name })}</dt>
          <dd>
            <b>
              <Words of={object} />
            </b>
            <KeepFrom item={id} />
          </dd>
          <dt>{t('objectWhere')}</dt>
          <dd>
            <Words of={place} />
          </dd>
          <dt>{t('objectMeans')}</dt>
          <dd>
            <Words of={means} />
          </dd>
          <dt>{t('objectWho')}</dt>
          <dd>
            {checkedBy.name}
            {howOften && (
              <small className="by">
                <Words of={howOften} />
              </small>
            )}
          </dd>
        </dl>
      ))}
    </In>
  )
}

type Contacts = {
  of: SeenChildContact[]
  heading: (child: string) => string
  In?: Holder
  /** For a child, where nobody they chose can be rung from here: who can be asked to, if none of the list can. */
  ask?: SeenPerson
}

/** Whom a child turns to, first to last, and how. */
export function ChildContacts({ of, heading, In = Open, ask }: Contacts) {
  const { t } = useWords('plan')
  return of.map(({ id, child, order, how }) => {
    const near = order.filter(({ kind }) => kind !== 'professional')
    const asked = ask && !near.some(({ phone }) => phone) ? (order.find(({ phone }) => phone) ?? ask) : undefined
    return (
      <In key={id} heading={heading(child.name)}>
        <div className="card">
          <p>
            <Words of={how} />
            <KeepFrom item={id} />
          </p>
          {asked && (
            <>
              <p>{t('askToRing', { name: asked.name })}</p>
              {asked.phone && !order.includes(asked) && <Call phone={asked.phone} name={asked.name} />}
            </>
          )}
          <ul className="rows mt-3">
            {order.map((person) => (
              <li key={person.id}>
                <Face of={person} />
                <div>
                  <b>{person.you ? t('youCapital') : person.name}</b>
                  {person.addressAs && !person.name.includes(person.addressAs) && (
                    <span className="soft"> · {person.addressAs}</span>
                  )}
                  {person.phone ? (
                    <div>
                      <Call phone={person.phone} name={person.name} />
                    </div>
                  ) : (
                    !person.you && <small className="by">{t('noNumber')}</small>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </div>
      </In>
    )
  })
}
