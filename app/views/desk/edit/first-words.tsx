import type { FirstFault } from '#app/domain/record/writing/new-family'
import { languages } from '#locales/languages'
import { useWords } from '../../words'
import { type DeskForm, TicketForm } from '../ticket-form'

/** What is asked before a family is written about: no more than it takes to find it again. */
export function FirstWordsForm({ form, faults = [] }: { form: DeskForm; faults?: FirstFault[] }) {
  const { t } = useWords('desk-edit')
  const typed: Partial<Record<string, string>> = form.typed
  const line = (name: 'reference' | 'familyName' | 'firstName' | 'born', label: string, type = 'text') => (
    <div className="field">
      <label htmlFor={`first-${name}`}>{label}</label>
      <input id={`first-${name}`} name={name} type={type} dir="auto" maxLength={200} defaultValue={typed[name]} />
    </div>
  )
  return (
    <>
      <h2>{t('first.title')}</h2>
      <p className="soft">{t('first.about')}</p>
      <TicketForm
        action="/desk/families/write"
        form={form}
        className="first-words"
        faults={faults.map((fault) => t(`first.wrong.${fault}`))}
      >
        {line('reference', t('first.reference'))}
        {line('familyName', t('first.familyName'))}
        <div className="field">
          <label htmlFor="first-status">{t('first.status')}</label>
          <select id="first-status" name="status" defaultValue={typed.status ?? 'CIN'}>
            {(['EH', 'CIN', 'CP', 'CLA'] as const).map((status) => (
              <option key={status} value={status}>
                {t(`option.status.${status}`)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="first-language">{t('first.language')}</label>
          <select id="first-language" name="language" defaultValue={typed.language ?? 'en'}>
            {Object.entries(languages).map(([tag, name]) => (
              <option key={tag} value={tag}>
                {name}
              </option>
            ))}
          </select>
        </div>
        {line('firstName', t('first.child'))}
        {line('born', t('first.born'), 'month')}
        <button type="submit" className="button">
          {t('first.send')}
        </button>
      </TicketForm>
    </>
  )
}
