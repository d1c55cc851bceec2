import type { NameRefusal, Names } from '#app/domain/council/sender'
import { Field } from '../fields'
import { useWords } from '../words'
import { type DeskForm, TicketForm } from './ticket-form'

export type SettingsPageProps = {
  saved: boolean
  /** A text as it would go now, with dots for the link. */
  example: string
  form: DeskForm<keyof Names>
  refused: Partial<Record<string, NameRefusal>>
}

/** What an administrator may say of the wording: two names, and nothing else. */
export function SettingsPage({ saved, example, form, refused }: SettingsPageProps) {
  const { t } = useWords('desk-settings')
  const fault = (name: keyof Names) => refused[name] && t(`refused.${refused[name]}`)
  return (
    <>
      <h1>{t('title')}</h1>
      {saved && (
        <p className="told" role="status">
          {t('saved')}
        </p>
      )}
      <TicketForm
        action="/desk/settings"
        form={form}
        faults={(['senderName', 'serviceName'] as const).flatMap((name) => fault(name) ?? [])}
      >
        <h2>{t('names')}</h2>
        <Field
          name="senderName"
          label={t('sender')}
          hint={t('senderHint')}
          value={form.typed.senderName}
          fault={fault('senderName')}
          maxLength={40}
          required
        />
        <Field
          name="serviceName"
          label={t('service')}
          hint={t('serviceHint')}
          value={form.typed.serviceName}
          fault={fault('serviceName')}
          maxLength={80}
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
    </>
  )
}
