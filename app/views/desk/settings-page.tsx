import type { CouncilChange } from '#app/domain/council/council-history'
import type { Helpline } from '#app/domain/council/helplines'
import type { WordsRefusal } from '#app/domain/council/plain-words'
import type { NameRefusal } from '#app/domain/council/sender'
import type { CouncilField } from '#app/domain/council/set-council'
import { Field } from '../fields'
import { useWords } from '../words'
import { type DeskForm, TicketForm } from './ticket-form'
import { shortWhen } from './when'

export type SettingsPageProps = {
  saved: boolean
  /** A text as it would go now, with dots for the link. */
  example: string
  form: DeskForm<'name'>
  helplines: DeskForm<Helpline>
  /** The list of plain words, a line each. */
  words: DeskForm<'words'>
  wordsRefused?: WordsRefusal
  council: DeskForm<CouncilField>
  history: CouncilChange[]
  refused: Partial<Record<string, NameRefusal | 'number-unclear' | 'words' | 'missing' | 'unclear'>>
}

/** In this order; those that take more than one line, with how many. */
const COUNCIL: [field: CouncilField, rows?: number][] = [
  ['name'],
  ['open'],
  ['duty'],
  ['emergencyDuty'],
  ['exit'],
  ['holidays', 5],
  ['many'],
  ['night'],
]

const HELPLINES: Helpline[] = ['abuse', 'children', 'men', 'deaf']

/** What an administrator may say of what people see: who we are, our name, whom else they may ring, which words are plain. */
export function SettingsPage(props: SettingsPageProps) {
  const { saved, example, form, helplines, council, history, words, wordsRefused, refused } = props
  const { t, lang } = useWords('desk-settings')
  const desk = useWords('desk').t
  const fault = (name: 'name' | Helpline | CouncilField) => {
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
      <TicketForm action="/desk/settings" form={council} faults={COUNCIL.flatMap(([one]) => fault(one) ?? [])}>
        <input type="hidden" name="part" value="council" />
        <h2>{t('council.title')}</h2>
        <p className="soft">{t('council.what')}</p>
        {COUNCIL.map(([one, rows]) => (
          <Field
            key={one}
            name={one}
            rows={rows}
            label={t(`council.${one}`)}
            hint={one === 'open' || one === 'holidays' || one === 'exit' ? t(`council.hint.${one}`) : undefined}
            value={council.typed[one]}
            fault={fault(one)}
          />
        ))}
        <button className="button" type="submit">
          {t('council.save')}
        </button>
      </TicketForm>
      {history.length > 0 && (
        <section>
          <h2>{t('history.title')}</h2>
          <ul>
            {history.map(({ at, by, what, was, becomes }) => (
              <li key={`${at} ${what}`} className="line">
                <span className="at">{shortWhen(at, lang)}</span>
                <div>
                  <p>
                    {t(`history.of.${what}`)}: <bdi>{becomes || t('history.none')}</bdi>
                  </p>
                  <p className="soft">
                    {by ?? t('history.operator')} · {t('history.before')} <bdi>{was || t('history.none')}</bdi>
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
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
