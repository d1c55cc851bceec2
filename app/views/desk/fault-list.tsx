import { useWords } from '../words'

export type PlacedFault = { path: string; place?: string; message: string }

/** What is wrong with a family's file, each with its place. In plain English, as an operator reads them. */
export function FaultList({ heading, of, more = 0 }: { heading: string; of: PlacedFault[]; more?: number }) {
  const { t } = useWords('desk-families')
  return (
    <div className="told" role="alert">
      <p>
        <b>{heading}</b>
      </p>
      <ul className="faults" lang="en" dir="ltr">
        {of.map(({ path, place, message }) => (
          <li key={path + message}>
            {place && <b>{`${place}: `}</b>}
            {message} <code>{path}</code>
          </li>
        ))}
      </ul>
      {more > 0 && <p>{t('new.more', { count: more })}</p>}
    </div>
  )
}
