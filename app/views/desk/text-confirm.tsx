import type { TextLine } from '#app/domain/desk/texts-for-staff'
import { useWords } from '../words'
import { FamilyCrumb } from './family-crumb'
import { type DeskForm, TicketForm } from './ticket-form'

type Props = { family: { id: string; name: string }; form: DeskForm }

/** A waiting text is called back before it goes. */
export function CancelTextPage({ family, text, form, gone }: Props & { text: TextLine; gone: boolean }) {
  const { t } = useWords('desk-texts')
  return (
    <>
      <FamilyCrumb of={family} />
      <h1>{t('cancelling.title', { name: text.person.name })}</h1>
      <p>{t('cancelling.about')}</p>
      <TicketForm action={`/desk/texts/${text.id}/cancel`} form={form} faults={gone ? [t('cancelling.gone')] : []}>
        <button className="button" type="submit">
          {t('cancelling.send')}
        </button>
      </TicketForm>
    </>
  )
}

/** For whoever opens the address of a "Seen" button. */
export function TextSeenPage({ family, action, form }: Props & { action: string }) {
  const { t } = useWords('desk-texts')
  return (
    <>
      <FamilyCrumb of={family} />
      <h1>{t('seeing.title')}</h1>
      <p>{t('seeing.about')}</p>
      <TicketForm action={action} form={form}>
        <button className="button" type="submit">
          {t('seen')}
        </button>
      </TicketForm>
    </>
  )
}
