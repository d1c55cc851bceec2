import { day } from '../dates'
import { useWords } from '../words'
import { VersionsCrumb } from './compare-page'
import { type DeskForm, TicketForm } from './ticket-form'

export type RestorePageProps = {
  family: { id: string; name: string }
  number: number
  /** The draft that is on its way, and whose place it would take. */
  draft?: { by: string; on: string }
  form: DeskForm
}

/** Says what comes of it, before it does. */
export function RestorePage({ family, number, draft, form }: RestorePageProps) {
  const { t, lang } = useWords('desk-versions')
  return (
    <>
      <VersionsCrumb of={family} />
      <h1>{t('restoring.title', { number })}</h1>
      <p>{t('restoring.about', { number })}</p>
      {draft && <p className="told">{t('restoring.aside', { name: draft.by, day: day(draft.on, lang) })}</p>}
      <TicketForm action={`/desk/families/${family.id}/versions/${number}/restore`} form={form}>
        <button className="button" type="submit">
          {t('restoring.send')}
        </button>
      </TicketForm>
    </>
  )
}
