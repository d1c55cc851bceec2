import type { Helpline } from '#app/domain/council/helplines'
import type { NameRefusal } from '#app/domain/council/sender'
import { Field } from '../fields'
import { useWords } from '../words'
import { type DeskForm, TicketForm } from './ticket-form'

export type SettingsPageProps = {
  saved: boolean
  /** A text as it would go now, with dots for the link. */
  example: string
  form: DeskForm<'name'>
  helplines: DeskForm<Helpline>
  refused: Partial<Record<string, NameRefusal | 'number-unclear'>>
}

const HELPLINES: Helpline[] = ['abuse', 'children', 'men', 'deaf']

/** What an administrator may say of what people see: our name, and whom else they may ring. */
export function SettingsPage({ saved, example, form, helplines, refused }: SettingsPageProps) {
  const { t } = useWords('desk-settings')
  const desk = useWords('desk').t
  const fault = (name: 'name' | Helpline) => refused[name] && t(`refused.${refused[name]}`)
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="soft">{desk('administrator')}</p>
      {saved && (
        <p className="told" role="status">
          {t('saved')}
        </p>
      )}
      <TicketForm action="/desk/settings" form={form} faults={[fault('name') ?? []].flat()}>
        <h2>{t('names')}</h2>
        <Field
          name="name"
          label={t('name')}
          hint={t('nameHint')}
          value={form.typed.name}
          fault={fault('name')}
          maxLength={40}
          required
        />
        <p className="soft">{t('example')}</p>
        <p className="body" dir="ltr" lang="en">
          {example}
        </p>
        <button className="button" type="submit">
          {t('save')}
        </button>
      </TicketForm>
      <TicketForm action="/desk/settings" form={helplines} faults={HELPLINES.flatMap((one) => fault(one) ?? [])}>
        <input type="hidden" name="part" value="helplines" />
        <h2>{t('helplines.title')}</h2>
        <p className="soft">{t('helplines.what')}</p>
        {HELPLINES.map((one) => (
          <Field
            key={one}
            name={one}
            type="tel"
            label={t(`helplines.${one}`)}
            value={helplines.typed[one]}
            fault={fault(one)}
            maxLength={30}
          />
        ))}
        <button className="button" type="submit">
          {t('helplines.save')}
        </button>
      </TicketForm>
    </>
  )
}
