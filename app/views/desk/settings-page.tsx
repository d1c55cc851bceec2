import type { Helpline } from '#app/domain/council/helplines'
import type { WordsRefusal } from '#app/domain/council/plain-words'
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
  /** The list of plain words, a line each. */
  words: DeskForm<'words'>
  wordsRefused?: WordsRefusal
  refused: Partial<Record<string, NameRefusal | 'number-unclear' | 'words'>>
}

const HELPLINES: Helpline[] = ['abuse', 'children', 'men', 'deaf']

/** What an administrator may say of what people see: our name, whom else they may ring, and which words are plain. */
export function SettingsPage({ saved, example, form, helplines, words, wordsRefused, refused }: SettingsPageProps) {
  const { t } = useWords('desk-settings')
  const desk = useWords('desk').t
  const fault = (name: 'name' | Helpline) => {
    const why = refused[name]
    return why && why !== 'words' ? t(`refused.${why}`) : undefined
  }
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
      <PlainWords form={words} refused={wordsRefused} />
    </>
  )
}

function PlainWords({ form, refused }: { form: DeskForm<'words'>; refused?: WordsRefusal }) {
  const { t } = useWords('desk-settings')
  const fault = refused && t(`words.${refused.why}`, { line: refused.line })
  return (
    <TicketForm action="/desk/settings" form={form} faults={fault ? [fault] : []}>
      <input type="hidden" name="part" value="words" />
      <h2>{t('words.title')}</h2>
      <p className="soft">{t('words.what')}</p>
      <Field name="words" label={t('words.list')} value={form.typed.words} fault={fault} rows={14} />
      <button className="button" type="submit">
        {t('words.save')}
      </button>
    </TicketForm>
  )
}
