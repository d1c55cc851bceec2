import type { PersonLine } from '#app/domain/desk/people-for-staff'
import type { WhyNot } from '#app/domain/people/refusals'
import { useWords } from '../words'
import { FamilyCrumb } from './family-crumb'
import { type DeskForm, TicketForm } from './ticket-form'
import { sentenceWith } from './with-number'

type Props = { family: { id: string; name: string }; person: PersonLine; form: DeskForm<'sendNow'> }

/** The same person, number and word, a new link. */
export function ResendPage({ family, person, form, refused }: Props & { refused: WhyNot[] }) {
  const { t } = useWords('desk-people')
  const { name, phone = '' } = person
  return (
    <>
      <FamilyCrumb of={family} />
      <h1>{t('resending.title', { name })}</h1>
      <p>{sentenceWith((phone) => t('resending.about', { name, phone }), phone)}</p>
      <TicketForm
        action={`/desk/families/${family.id}/people/${person.id}/resend`}
        form={form}
        faults={refused.map((why) => t(`refused.${why}`))}
      >
        <label className="choice">
          <input type="checkbox" name="sendNow" value="yes" defaultChecked={form.typed.sendNow === 'yes'} />
          <span>
            {t('inviting.now', { name })}
            <small>{t('inviting.nowHint')}</small>
          </span>
        </label>
        <button className="button" type="submit">
          {t('resending.send')}
        </button>
      </TicketForm>
    </>
  )
}

/** Says what ends, before it does. */
export function RevokePage({ family, person, form }: Props) {
  const { t } = useWords('desk-people')
  const { name } = person
  return (
    <>
      <FamilyCrumb of={family} />
      <h1>{t('revoking.title', { name })}</h1>
      <p>{t('revoking.ends')}</p>
      <ul className="dots">
        {(['pages', 'signIns', 'links', 'texts'] as const).map((what) => (
          <li key={what}>{t(`revoking.${what}`, { name })}</li>
        ))}
      </ul>
      <p className="soft">{t('revoking.stays', { name })}</p>
      <TicketForm action={`/desk/families/${family.id}/people/${person.id}/revoke`} form={form}>
        <button className="button grave" type="submit">
          {t('revoking.send')}
        </button>
      </TicketForm>
    </>
  )
}
