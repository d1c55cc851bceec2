import { useWords } from '../words'
import { FirstWordsForm } from './edit/first-words'
import { FaultList, type PlacedFault } from './fault-list'
import { type DeskForm, TicketForm } from './ticket-form'

export type NewFamilyProps = {
  form: DeskForm<'pasted'>
  /** The form of a family that is written here. */
  first?: DeskForm
  /** Nothing was chosen, nor pasted. */
  isEmpty?: boolean
  /** What is wrong with the file: the command line says the same. */
  faults?: PlacedFault[]
  /** So many faults more than are listed. */
  more?: number
  /** It is no family's file at all. */
  noFile?: boolean
  /** A file was sent: no browser lets a page choose it again. */
  chosen?: boolean
  /** It is in, and somebody else's. */
  notYours?: string
}

/** A family's file, chosen or pasted. Every fault with its place; nothing is saved while there is one. */
export function NewFamilyPage({
  form,
  first,
  isEmpty,
  faults = [],
  more = 0,
  noFile,
  chosen,
  notYours,
}: NewFamilyProps) {
  const { t } = useWords('desk-families')
  const desk = useWords('desk').t
  return (
    <>
      <p className="crumb">
        <a className="press" href="/desk/families">
          {desk('families')}
        </a>
      </p>
      <h1>{t('new.title')}</h1>
      {notYours && (
        <p className="told" role="status">
          {t('new.notYours', { reference: notYours })}
        </p>
      )}
      {first && <FirstWordsForm form={first} />}
      <h2>{useWords('desk-edit').t('first.orFile')}</h2>
      <p className="soft">{t('new.about')}</p>
      <FamilyFileForm
        action="/desk/families/new"
        send={t('new.send')}
        {...{ form, isEmpty, faults, more, noFile, chosen }}
      />
    </>
  )
}

type FileFormProps = Omit<NewFamilyProps, 'notYours' | 'first'> & { action: string; send: string }

/** Where a file is chosen or pasted, and above it what is wrong with the one that came back. */
export function FamilyFileForm({ action, send, form, isEmpty, faults = [], more = 0, noFile, chosen }: FileFormProps) {
  const { t } = useWords('desk-families')
  const list = faults.length > 0 && (
    <FaultList heading={t('new.faults', { count: faults.length + more })} of={faults} more={more} />
  )
  return (
    <>
      {noFile ? (
        <div className="told" role="alert">
          <p>
            <b>{t('new.noFile')}</b> {t('new.noFileHow')}
          </p>
          <details>
            <summary>{t('new.whatWasFound')}</summary>
            {list}
          </details>
        </div>
      ) : (
        list
      )}
      <TicketForm action={action} form={form} upload faults={isEmpty ? [t('new.empty')] : []}>
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
          {send}
        </button>
      </TicketForm>
    </>
  )
}
