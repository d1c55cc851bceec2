import type { FindingLine } from '#app/domain/record/findings-for-staff'
import type { OverruleRefused } from '#app/domain/record/overrule'
import { Field } from '../fields'
import { together } from '../lists'
import { useWords } from '../words'
import { FindingRow } from './finding-row'
import { type DeskForm, TicketForm } from './ticket-form'

type Props = {
  family: { id: string; name: string }
  /** The draft that is read. */
  draft: string
  line: FindingLine
  form: DeskForm<'words'>
  refused?: OverruleRefused
}

/** What was found, once more, and why it may stand. */
export function OverrulePage({ family, draft, line, form, refused }: Props) {
  const { t, lang } = useWords('desk-check')
  const url = `/desk/families/${family.id}/findings`
  return (
    <>
      <p className="crumb">
        <a className="press" href={url}>
          {t('title')}
        </a>
      </p>
      <h1>{t('overruling.title')}</h1>
      <ul className="lines">
        <FindingRow family={family.id} of={line} mayEdit={false} mayOverrule={false} />
      </ul>
      <p>{t('overruling.about', { names: together(line.names, lang) })}</p>
      <p>{t('overruling.sure')}</p>
      <TicketForm
        action={`${url}/overrule?${new URLSearchParams({ which: line.which })}`}
        form={form}
        faults={refused && refused !== 'moved' ? [t(`overruling.${refused}`)] : []}
      >
        <input type="hidden" name="draft" value={draft} />
        <input type="hidden" name="which" value={line.which} />
        <Field
          name="words"
          rows={4}
          required
          label={t('overruling.reason')}
          hint={t('overruling.hint')}
          value={form.typed.words}
        />
        <button className="button" type="submit">
          {t('overruling.send')}
        </button>
      </TicketForm>
    </>
  )
}
