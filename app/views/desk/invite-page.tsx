import type { PersonLine } from '#app/domain/network/people-for-staff'
import type { Refusal } from '#app/domain/network/refusals'
import { Field } from '../fields'
import { useWords } from '../words'
import { languageName } from './entry-row'
import { type DeskForm, TicketForm } from './ticket-form'

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type InviteField = 'phone' | 'language' | 'days' | 'from' | 'to' | 'word' | 'sendNow'

export type InvitePageProps = {
  family: { id: string; name: string }
  person: PersonLine
  /** The text in each language it can go in, with dots for the link. */
  texts: { language: string; body: string; letters: number; segments: number }[]
  form: DeskForm<InviteField>
  refused: Refusal[]
}

/** Which field a refusal is about; the rest stand above the form alone. */
const fieldOf: Partial<Record<Refusal, InviteField>> = {
  'not-a-number': 'phone',
  'unsafe-number': 'phone',
  'number-of-someone-else': 'phone',
  landline: 'phone',
  'prefix-not-allowed': 'phone',
  language: 'language',
  'safe-times': 'days',
  'word-missing': 'word',
  'word-too-short': 'word',
  'word-is-name': 'word',
  'word-is-number': 'word',
}

/** The exact text first, then number, safe times and the word: one page, one press. */
export function InvitePage({ family, person, texts, form, refused }: InvitePageProps) {
  const { t, lang } = useWords('desk-people')
  const { name } = person
  const fault = (field: InviteField) =>
    refused.filter((why) => fieldOf[why] === field).map((why) => t(`refused.${why}`))[0]
  const chosen = texts.find(({ language }) => language === form.typed.language) ?? texts[0]
  return (
    <>
      <p className="crumb">
        <a className="press" href={`/desk/families/${family.id}/people`}>
          {family.name}
        </a>
      </p>
      <h1>{t('inviting.title', { name })}</h1>
      {person.circle && <p className="soft">{t('inviting.circle', { name, circle: t(`circles.${person.circle}`) })}</p>}
      <TicketForm
        action={`/desk/families/${family.id}/people/${person.id}/invite`}
        form={form}
        faults={refused.map((why) => t(`refused.${why}`))}
      >
        <fieldset className="field">
          <legend>{t('inviting.text', { name })}</legend>
          <small>{t('inviting.dots')}</small>
          {texts.map(({ language, body, letters, segments }) => (
            <label key={language} className="choice text">
              <input type="radio" name="language" value={language} defaultChecked={language === chosen?.language} />
              <span>
                <b>{languageName(language, lang)}</b>{' '}
                <small>{t('inviting.segments', { count: segments, letters })}</small>
                <span className="body" dir="auto">
                  {body}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
        <Field
          name="phone"
          type="tel"
          label={t('number')}
          hint={t('inviting.numberHint', { name })}
          value={form.typed.phone}
          fault={fault('phone')}
          required
        />
        <SafeTimes name={name} typed={form.typed} fault={fault('days')} />
        <Field
          name="word"
          label={t('inviting.word')}
          hint={`${t('inviting.wordHint', { name })} ${person.hasWord ? t('inviting.wordKept') : ''}`}
          value={form.typed.word}
          fault={fault('word')}
          required={!person.hasWord}
        />
        <label className="choice">
          <input type="checkbox" name="sendNow" value="yes" defaultChecked={form.typed.sendNow === 'yes'} />
          <span>
            {t('inviting.now', { name })}
            <small>{t('inviting.nowHint')}</small>
          </span>
        </label>
        <button className="button" type="submit">
          {t('inviting.send')}
        </button>
      </TicketForm>
    </>
  )
}

function SafeTimes({ name, typed, fault }: { name: string; typed: DeskForm<InviteField>['typed']; fault?: string }) {
  const { t } = useWords('desk-people')
  const days = typed.days?.split(',') ?? []
  return (
    <fieldset className="field" aria-describedby="days-hint">
      <legend>{t('inviting.safe')}</legend>
      <small id="days-hint">{t('inviting.safeHint', { name })}</small>
      {fault && <span className="wrong">{fault}</span>}
      <div className="days">
        {DAYS.map((day, i) => (
          <label key={day} className="choice">
            <input
              type="checkbox"
              id={i === 0 ? 'days' : undefined}
              name="days"
              value={day}
              defaultChecked={days.includes(day)}
            />
            <span>{t(`days.${day}`)}</span>
          </label>
        ))}
      </div>
      <div className="days">
        <Field name="from" type="time" label={t('inviting.from')} value={typed.from} />
        <Field name="to" type="time" label={t('inviting.to')} value={typed.to} />
      </div>
    </fieldset>
  )
}
