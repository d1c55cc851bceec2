import type { SeenPerson } from '#app/domain/access/plan-as-seen'
import { Call, CallDuty, type OnCall } from './call'
import { Face } from './face'

/** One person in a list, with their line when the reader may ring them; `instead`: who answers at this hour, since they do not. */
export function PersonToRing({ of, instead }: { of: SeenPerson; instead?: OnCall }) {
  return (
    <li>
      <Face of={of} />
      <div>
        <b>{of.name}</b>
        {of.addressAs && !of.name.includes(of.addressAs) && <span className="soft"> · {of.addressAs}</span>}
        {of.availability && <small className="by">{of.availability}</small>}
        {instead ? (
          <div>
            <CallDuty onCall={instead} />
          </div>
        ) : (
          of.phone && (
            <div>
              <Call phone={of.phone} name={of.name} />
            </div>
          )
        )}
        {of.otherPhones?.map(({ number, note }) => (
          <div key={number}>
            <Call phone={number} name={of.name} /> {note && <small>{note}</small>}
          </div>
        ))}
        {of.email && (
          <div className="go">
            <a href={`mailto:${of.email}`}>{of.email}</a>
          </div>
        )}
      </div>
    </li>
  )
}
