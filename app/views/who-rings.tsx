import type { Someone } from '#app/domain/access/plan-as-seen'
import { Face } from './face'
import type { Typed } from './form'
import { useWords } from './words'

export type Ringer = Pick<Someone, 'id' | 'name' | 'fullName' | 'initials' | 'addressAs'> & {
  may?: boolean
  isToRing?: boolean
}

/** Who may have this person's number: each by name, and nobody ticked whom they have not ticked themselves. */
export function WhoRings({ people, worker, typed }: { people: Ringer[]; worker: string; typed?: Typed }) {
  const { t } = useWords('welcome')
  if (people.length === 0) return null
  return (
    <fieldset className="field">
      <legend>{t('ring.ask')}</legend>
      <small className="by">{t('ring.what', { worker })}</small>
      {people.map(({ may = false, ...one }) => (
        <label key={one.id} className="choice">
          <input type="checkbox" name={one.id} value="yes" defaultChecked={typed ? typed[one.id] === 'yes' : may} />
          <Face of={one} />
          <span>
            {one.name}
            <WhoTheyAre of={one} />
            {one.isToRing && <small>{t('ring.why', { name: one.name })}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** Beside the name, who that is: "Kelly, Mum"; and where the name says it alone, "Nan, Sheila Marsh". */
function WhoTheyAre({ of: { name, fullName, addressAs } }: { of: Ringer }) {
  const more = addressAs && !name.includes(addressAs) ? addressAs : name === addressAs ? fullName : undefined
  return more ? <small>{more}</small> : null
}
