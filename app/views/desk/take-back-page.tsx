import { Field } from '../fields'
import { useWords } from '../words'
import { BeingWritten, HandsAnew, type Writing } from './being-written'
import { FaultList, type PlacedFault } from './fault-list'
import { languageName } from './language-name'
import { type DeskForm, TicketForm } from './ticket-form'

type Props = {
  family: { id: string; name: string }
  language: string
  url: string
  /** Who asked for the version whose place it would take. */
  asked?: string
  /** The plan is open in the editor. */
  writing?: Writing
  form: DeskForm<'translator' | 'checker'>
  refused?: 'empty' | 'large' | 'nothing' | 'not-yours' | 'changed' | 'being-written' | 'no-translator' | 'faults'
  faults?: PlacedFault[]
  more?: number
}

/** A file of translations that came back: where it is chosen, who made it, and who has checked it. */
export function TakeBackPage({ family, language, url, form, asked, writing, refused, faults = [], more = 0 }: Props) {
  const { t, lang } = useWords('desk-languages')
  return (
    <>
      <p className="crumb">
        <a className="press" href={url}>
          {family.name}: {languageName(language, lang)}
        </a>
      </p>
      <h1>{t('takeBack')}</h1>
      {writing ? <BeingWritten family={family.id} of={writing} waits /> : <HandsAnew asked={asked} />}
      {faults.length > 0 && (
        <FaultList heading={t('faults', { count: faults.length + more })} of={faults} more={more} />
      )}
      <TicketForm
        action={`${url}/back`}
        form={form}
        upload
        faults={refused && refused !== 'faults' ? [t(`why.${refused}`)] : []}
      >
        <div className="field">
          <label htmlFor="file">{t('file')}</label>
          <small className="by" id="file-hint">
            {t('fileHint')}
          </small>
          <input type="file" id="file" name="file" accept=".xlf,.xliff,.csv,text/csv" aria-describedby="file-hint" />
        </div>
        <Field name="translator" label={t('translator')} value={form.typed.translator} maxLength={80} required />
        <Field
          name="checker"
          label={t('checkedBy')}
          hint={t('checkedByHint')}
          value={form.typed.checker}
          maxLength={80}
        />
        <p className="soft">{t('intoDraft')}</p>
        <button className="button" type="submit">
          {t('send')}
        </button>
      </TicketForm>
    </>
  )
}
