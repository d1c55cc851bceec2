import type { PersonLine } from '#app/domain/desk/people-for-staff'
import type { WhyNot } from '#app/domain/people/refusals'
import { PhoneNumber } from '../call'
import { Field } from '../fields'
import { useWords } from '../words'
import { FamilyCrumb } from './family-crumb'
import { languageName } from './language-name'
import { NoWordsIn } from './no-words-in'
import { SafeTimes } from './safe-times'
import { type DeskForm, TicketForm } from './ticket-form'

type ReachField = 'phone' | 'language' | 'mayText' | 'days' | 'from' | 'to' | 'unsafePhones'
export type ReachPageProps = {
  family: { id: string; name: string }
  person: PersonLine
  /** Numbers the plan itself says must never be texted. */
  fixedUnsafe: string[]
  languages: string[]
  form: DeskForm<ReachField>
  refused: WhyNot[]
}

const fieldOf: Partial<Record<WhyNot, ReachField>> = {
  'not-a-number': 'phone',
  'unsafe-number': 'phone',
  'number-of-someone-else': 'phone',
  language: 'language',
  'safe-no-day': 'days',
  'safe-half': 'days',
  'safe-unclear': 'days',
  'safe-order': 'days',
  'safe-times': 'days',
  'unsafe-not-numbers': 'unsafePhones',
}

/** How somebody is reached: whether, where and when they may be texted, and where never. */
export function ReachPage({ family, person, fixedUnsafe, languages, form, refused }: ReachPageProps) {
  const { t, lang } = useWords('desk-people')
  const { id, name } = person
  const { typed } = form
  const fault = (field: ReachField) =>
    refused
      .filter((why) => fieldOf[why] === field)
      .map((why) => t(`refused.${why}`))
      .join(' ') || undefined
  return (
    <>
      <FamilyCrumb of={family} />
      <h1>{t('reaching.title', { name })}</h1>
      <TicketForm
        action={`/desk/families/${family.id}/people/${id}/reach`}
        form={form}
        faults={refused.map((why) => t(`refused.${why}`))}
      >
        <Field
          name="phone"
          type="tel"
          label={t('number')}
          hint={`${t('reaching.numberHint', { name })} ${t('reaching.numberEmpty')}`}
          value={typed.phone}
          fault={fault('phone')}
        />
        <fieldset className="field">
          <legend>{t('reaching.may', { name })}</legend>
          {(['yes', 'no'] as const).map((answer) => (
            <label key={answer} className="choice">
              <input type="radio" name="mayText" value={answer} defaultChecked={typed.mayText === answer} />
              <span>{t(`reaching.${answer}`, { name })}</span>
            </label>
          ))}
        </fieldset>
        <SafeTimes name={name} typed={typed} fault={fault('days')} />
        <div className="field">
          <label htmlFor="language">{t('reaching.language')}</label>
          <select id="language" name="language" defaultValue={typed.language}>
            {languages.map((tag) => (
              <option key={tag} value={tag}>
                {languageName(tag, lang)}
              </option>
            ))}
          </select>
          <NoWordsIn language={person.language} />
        </div>
        <Field
          name="unsafePhones"
          rows={3}
          label={t('reaching.never')}
          hint={t('reaching.neverHint')}
          value={typed.unsafePhones}
          fault={fault('unsafePhones')}
        />
        {fixedUnsafe.length > 0 && (
          <p className="soft">
            {t('reaching.neverFixed', { numbers: '' })}
            {fixedUnsafe.map((phone) => (
              <span key={phone}>
                <PhoneNumber phone={phone} />{' '}
              </span>
            ))}
          </p>
        )}
        <button className="button" type="submit">
          {t('reaching.save')}
        </button>
      </TicketForm>
    </>
  )
}
