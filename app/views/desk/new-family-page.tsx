import { useWords } from '../words'
import { type DeskForm, TicketForm } from './ticket-form'

export type NewFamilyProps = {
  form: DeskForm<'pasted'>
  /** What is wrong with the sending itself. */
  refused?: 'empty' | 'both'
  /** What is wrong with the file: the command line says the same. */
  faults?: { path: string; message: string }[]
  /** It is in, and somebody else's. */
  notYours?: string
}

/** A family's file, chosen or pasted. Every fault with its place; nothing is saved while there is one. */
export function NewFamilyPage({ form, refused, faults = [], notYours }: NewFamilyProps) {
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
      {faults.length > 0 && <Faults of={faults} />}
      <TicketForm action="/desk/families/new" form={form} upload faults={refused ? [t(`new.${refused}`)] : []}>
        <div className="field">
          <label htmlFor="file">{t('new.file')}</label>
          <input type="file" id="file" name="file" accept="application/json,.json" />
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
function Faults({ of }: { of: { path: string; message: string }[] }) {
  const { t } = useWords('desk-families')
  return (
    <div className="told" role="alert">
      <p>
        <b>{t('new.faults', { count: of.length })}</b>
      </p>
      <ul className="faults" lang="en" dir="ltr">
        {of.map(({ path, message }) => (
          <li key={path + message}>
            <code>{path}</code> {message}
          </li>
        ))}
      </ul>
    </div>
  )
}
