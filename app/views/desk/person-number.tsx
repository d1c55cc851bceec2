import type { PersonLine } from '#app/domain/desk/people-for-staff'
import type { WhyNot } from '#app/domain/people/refusals'
import { useWords } from '../words'
import { FamilyCrumb } from './family-crumb'
import { type DeskForm, TicketForm } from './ticket-form'
import { sentenceWith } from './with-number'

type Props = { family: { id: string; name: string }; person: PersonLine; form: DeskForm }

/** A text in the room: it shows that the number is right. */
export function TestTextPage({ family, person, says, form, refused }: Props & { says: string; refused: WhyNot[] }) {
  const { t } = useWords('desk-people')
  const { id, name, phone = '' } = person
  return (
    <>
      <FamilyCrumb of={family} />
      <h1>{t('testing.title', { name })}</h1>
      <p>{sentenceWith((phone) => t('testing.about', { name, phone }), phone)}</p>
      <p className="soft">{t('testing.says')}</p>
      <p className="body" dir="auto">
        {says}
      </p>
      <TicketForm
        action={`/desk/families/${family.id}/people/${id}/test`}
        form={form}
        faults={refused.map((why) => t(`refused.${why}`))}
      >
        <button className="button" type="submit">
          {t('testing.send', { name })}
        </button>
      </TicketForm>
    </>
  )
}

/** The worker has made sure, by voice, whose number it is. */
export function CheckedPage({ family, person, form }: Props) {
  const { t } = useWords('desk-people')
  const texts = useWords('desk-texts').t
  const { id, name, phone = '', stops } = person
  return (
    <>
      <FamilyCrumb of={family} />
      <h1>{t('checking.title')}</h1>
      {stops.map(({ why }) => (
        <p key={why}>{texts(`stopped.${why}`, { name })}</p>
      ))}
      <p>{sentenceWith((phone) => t('checking.about', { name, phone }), phone)}</p>
      <TicketForm action={`/desk/families/${family.id}/people/${id}/checked`} form={form}>
        <button className="button" type="submit">
          {t('checking.send')}
        </button>
      </TicketForm>
    </>
  )
}
