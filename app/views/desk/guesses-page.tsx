import type { PersonLine } from '#app/domain/desk/people-for-staff'
import { useWords } from '../words'
import { FamilyCrumb } from './family-crumb'
import { type DeskForm, TicketForm } from './ticket-form'
import { sentenceWith } from './with-number'

type Props = { family: { id: string; name: string }; person: PersonLine; form: DeskForm }

/** The worker has spoken with somebody whose word was tried too often. */
export function GuessesPage({ family, person, form }: Props) {
  const { t } = useWords('desk-people')
  const { name, phone } = person
  return (
    <>
      <FamilyCrumb of={family} />
      <h1>{t('guesses.title', { name })}</h1>
      <p>
        {phone
          ? sentenceWith((phone) => t('guesses.about', { name, phone }), phone)
          : t('guesses.aboutNoNumber', { name })}
      </p>
      <p>{t('guesses.newWord', { name })}</p>
      <p>
        <a href={`/desk/families/${family.id}/people/${person.id}/card`}>{t('card')}</a>
      </p>
      <TicketForm action={`/desk/families/${family.id}/people/${person.id}/guesses`} form={form}>
        <button className="button" type="submit">
          {t('guesses.send', { name })}
        </button>
      </TicketForm>
    </>
  )
}
