import type { GlassRefused } from '#app/domain/council/glass'
import { Field } from '../fields'
import { useWords } from '../words'
import { type DeskForm, TicketForm } from './ticket-form'

type Props = { hours: number; form: DeskForm<GlassRefused>; faults: Partial<Record<string, GlassRefused>> }

/** A family that is not on the reader's desk, opened for some hours: in an emergency, with a reason. */
export function GlassPage({ hours, form, faults }: Props) {
  const { t } = useWords('desk-staff')
  const fault = (field: GlassRefused) => faults[field] && t(`refused.${field}`)
  return (
    <>
      <h1>{t('glass.title')}</h1>
      <div className="told">
        <p>{t('glass.what', { hours })}</p>
      </div>
      <TicketForm action="/desk/glass" form={form} faults={[fault('reference') ?? [], fault('reason') ?? []].flat()}>
        <Field
          name="reference"
          label={t('glass.reference')}
          hint={t('glass.referenceHint')}
          value={form.typed.reference}
          fault={fault('reference')}
          maxLength={60}
          required
        />
        <Field
          name="reason"
          rows={4}
          label={t('glass.reason')}
          hint={t('glass.reasonHint')}
          value={form.typed.reason}
          fault={fault('reason')}
          maxLength={500}
          required
        />
        <button className="button" type="submit">
          {t('glass.open', { hours })}
        </button>
      </TicketForm>
    </>
  )
}
