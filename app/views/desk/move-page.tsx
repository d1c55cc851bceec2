import type { Colleague } from '#app/domain/council/colleagues'
import { Select } from '../fields'
import { useWords } from '../words'
import { People } from './away-page'
import { FamilyHead, type FamilyHeadProps } from './family-head'
import { type DeskForm, TicketForm } from './ticket-form'

type Props = FamilyHeadProps & { all: Colleague[]; form: DeskForm<'to'>; refused?: 'nobody' | 'not-named' }

/** Another worker for a family; of another team, it goes there. */
export function MovePage({ family, all, form, refused }: Props) {
  const { t } = useWords('desk-staff')
  const fault = refused && t(`refused.${refused}`)
  return (
    <>
      <FamilyHead family={family} alone />
      <h2>{t('move.title')}</h2>
      <p>{t('move.what')}</p>
      <TicketForm action={`/desk/families/${family.id}/move`} form={form} faults={fault ? [fault] : []}>
        <Select name="to" label={t('move.to')} value={form.typed.to} fault={fault}>
          <option value="">{t('choose')}</option>
          <People of={all} />
        </Select>
        <button className="button" type="submit">
          {t('move.save')}
        </button>
      </TicketForm>
    </>
  )
}
