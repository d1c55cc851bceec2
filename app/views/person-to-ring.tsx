import type { SeenPerson } from '#app/domain/access/plan-as-seen'
import { Call } from './call'
import { Face } from './face'

/** One person in a list, with their line when the reader may ring them. */
export function PersonToRing({ of }: { of: SeenPerson }) {
  return (
    <li>
      <Face of={of} />
      <div>
        <b>{of.name}</b>
        {of.addressAs && !of.name.includes(of.addressAs) && <span className="soft"> · {of.addressAs}</span>}
        {of.availability && <small className="by">{of.availability}</small>}
        {of.phone && (
          <div>
            <Call phone={of.phone} name={of.name} />
          </div>
        )}
      </div>
    </li>
  )
}
