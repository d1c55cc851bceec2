import type { PersonLine } from '#app/domain/desk/people-for-staff'
import type { WhyNot } from '#app/domain/people/refusals'
import { Field } from '../fields'
import { useWords } from '../words'
import { AllTheySee } from './all-they-see'
import { FamilyCrumb } from './family-crumb'
import { languageName } from './language-name'
import { money } from './money'
import { NoWordsIn } from './no-words-in'
import { SafeTimes } from './safe-times'
import { type DeskForm, TicketForm } from './ticket-form'

export type InviteField = 'phone' | 'language' | 'days' | 'from' | 'to' | 'word' | 'sendNow'

export type InvitePageProps = {
  family: { id: string; name: string }
  person: PersonLine
  /** What the text begins with, and what the worker tells them face to face. */
  sender: string
  /** The text in each language it can go in, with dots for the link. */
  texts: { language: string; body: string; letters: number; segments: number; pence: number }[]
  form: DeskForm<InviteField>
  refused: WhyNot[]
}

/** Which field a refusal is about; the rest stand above the form alone. */
const fieldOf: Partial<Record<WhyNot, InviteField>> = {
  'not-a-number': 'phone',
  'unsafe-number': 'phone',
  'number-stopped': 'phone',
  'number-of-someone-else': 'phone',
  landline: 'phone',
  'prefix-not-allowed': 'phone',
  language: 'language',
  'safe-no-day': 'days',
  'safe-half': 'days',
  'safe-unclear': 'days',
  'safe-order': 'days',
  'safe-times': 'days',
  'word-missing': 'word',
  'word-too-short': 'word',
  'word-is-name': 'word',
  'word-is-number': 'word',
}

/** The exact text first, then number, safe times and the word: one page, one press. */
export function InvitePage({ family, person, sender, texts, form, refused }: InvitePageProps) {
  const { t, lang } = useWords('desk-people')
  const { name } = person
  const fault = (field: InviteField) =>
    refused
      .filter((why) => fieldOf[why] === field)
      .map((why) => t(`refused.${why}`))
      .join(' ') || undefined
  const isShown = person.apart.length > 0 && person.hasView
  const chosen = texts.find(({ language }) => language === form.typed.language) ?? texts[0]
  return (
    <>
      <FamilyCrumb of={family} />
      <h1>{t('inviting.title', { name })}</h1>
      {person.circle && person.apart.length === 0 && (
        <p className="soft">{t('inviting.circle', { name, circle: t(`circles.${person.circle}`) })}</p>
      )}
      <div className={isShown ? 'beside' : undefined}>
        {isShown && <AllTheySee family={family.id} person={person} />}
        <TicketForm
          action={`/desk/families/${family.id}/people/${person.id}/invite`}
          form={form}
          faults={refused.map((why) => t(`refused.${why}`))}
        >
          <fieldset className="field">
            <legend>{t('inviting.text', { name })}</legend>
            <NoWordsIn language={person.language} />
            <small>
              {t('inviting.dots')} {t('inviting.tell', { name, sender })}
            </small>
            {texts.map(({ language, body, letters, segments, pence }) => (
              <label key={language} className="choice text">
                <input type="radio" name="language" value={language} defaultChecked={language === chosen?.language} />
                <span>
                  <b>{languageName(language, lang)}</b>{' '}
                  <small>{t('inviting.segments', { count: segments, letters, cost: money(pence, lang) })}</small>
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
      </div>
    </>
  )
}
