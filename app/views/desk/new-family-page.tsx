import { useWords } from '../words'
import { type DeskForm, TicketForm } from './ticket-form'

type PlacedFault = { path: string; place?: string; message: string }

export type NewFamilyProps = {
  form: DeskForm<'pasted'>
  /** Nothing was chosen, nor pasted. */
  isEmpty?: boolean
  /** What is wrong with the file: the command line says the same. */
  faults?: PlacedFault[]
  /** So many faults more than are listed. */
  more?: number
  /** A file was sent: no browser lets a page choose it again. */
  chosen?: boolean
  /** It is in, and somebody else's. */
  notYours?: string
}

/** A family's file, chosen or pasted. Every fault with its place; nothing is saved while there is one. */
export function NewFamilyPage({ form, isEmpty, faults = [], more = 0, chosen, notYours }: NewFamilyProps) {
  const { t } = useWords('desk-families')
  return (
    <>
      <h1>{t('new.title')}</h1>
      {notYours && (
        <p className="told" role="status">
          {t('new.notYours', { reference: notYours })}
        </p>
      )}
      <p className="soft">{t('new.about')}</p>
      {faults.length > 0 && <Faults of={faults} more={more} />}
      <TicketForm action="/desk/families/new" form={form} upload faults={isEmpty ? [t('new.empty')] : []}>
        <div className="field">
          <label htmlFor="file">{t('new.file')}</label>
          <input type="file" id="file" name="file" accept="application/json,.json" />
          {chosen && <small>{t('new.chooseAgain')}</small>}
        </div>
        <div className="field">
          <label htmlFor="pasted">{t('new.paste')}</label>
          <textarea id="pasted" name="pasted" rows={14} dir="ltr" spellCheck={false} defaultValue={form.typed.pasted} />
        </div>
        <button className="button" type="submit">
          {t('new.send')}
        </button>
      </TicketForm>
    </>
  )
}

/** In plain English, as an operator reads them. */
function Faults({ of, more }: { of: PlacedFault[]; more: number }) {
  const { t } = useWords('desk-families')
  return (
    <div className="told" role="alert">
      <p>
        <b>{t('new.faults', { count: of.length + more })}</b>
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
