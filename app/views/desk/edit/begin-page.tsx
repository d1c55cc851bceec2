import { useWords } from '../../words'
import { FamilyHead, type FamilyHeadProps } from '../family-head'
import { type DeskForm, TicketForm } from '../ticket-form'

/** What it means to change a plan, and the press that begins. */
export function BeginPage({ family, form }: FamilyHeadProps & { form: DeskForm }) {
  const { t } = useWords('desk-edit')
  return (
    <>
      <FamilyHead family={family} on="plan" />
      <h2>{t('begin.title')}</h2>
      <p>{t('begin.about')}</p>
      <TicketForm action={`/desk/families/${family.id}/plan/edit`} form={form}>
        <button type="submit" className="button">
          {t('begin.press')}
        </button>
      </TicketForm>
    </>
  )
}
