import type { PersonLine } from '#app/domain/desk/people-for-staff'
import type { WhyNot } from '#app/domain/people/refusals'
import { Field } from '../fields'
import { useWords } from '../words'
import { FamilyCrumb } from './family-crumb'
import { type DeskForm, TicketForm } from './ticket-form'

/** The sentences of a card, in the language of whoever it is for. */
export type CardSays = {
  language: string
  dir: 'ltr' | 'rtl'
  address: string
  go: string
  press: string
  type: string
  word: string
  keep: string
}
export type CardToMakeProps = {
  family: { id: string; name: string }
  person: PersonLine
  /** The card just made, for as long as it is shown. */
  card: { codes: string[]; says: CardSays; sender: string } | null
  form: DeskForm<'word'>
  refused: WhyNot[]
}

/** A card to make, and, when it has just been made, to print. Nothing on it tells what it opens. */
export function CardToMakePage({ family, person, card, form, refused }: CardToMakeProps) {
  const { t } = useWords('desk-people')
  const { id, name, hasWord, status } = person
  return (
    <>
      <div className="screen">
        <FamilyCrumb of={family} />
        <h1>{t('carding.title', { name })}</h1>
        {card ? (
          <p>
            <b>{t('carding.print')}</b> {t('carding.printWhat', { name })}
          </p>
        ) : (
          <>
            <p>{t('carding.about')}</p>
            {status.state !== 'joined' && <p>{t('carding.invites', { name })}</p>}
            <p>{t('carding.old', { name })}</p>
          </>
        )}
      </div>
      {card && <PaperCard {...card} />}
      {!card && (
        <TicketForm
          action={`/desk/families/${family.id}/people/${id}/card`}
          form={form}
          faults={refused.map((why) => t(`refused.${why}`))}
        >
          {!hasWord && (
            <Field
              name="word"
              label={t('inviting.word')}
              hint={t('inviting.wordHint', { name })}
              value={form.typed.word}
              fault={refused.map((why) => t(`refused.${why}`))[0]}
              required
            />
          )}
          <button className="button" type="submit">
            {t('carding.make')}
          </button>
        </TicketForm>
      )}
    </>
  )
}

function PaperCard({ codes, says, sender }: NonNullable<CardToMakeProps['card']>) {
  const { language, dir, address, go, press, type, word, keep } = says
  return (
    <section className="paper-card" lang={language} dir={dir}>
      <h2>{sender}</h2>
      <ol>
        <li>
          {go} <bdi dir="ltr">{address}</bdi>
        </li>
        <li>{press}</li>
        <li>{type}</li>
        <li>{word}</li>
      </ol>
      <ul className="codes" dir="ltr">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <p>{keep}</p>
    </section>
  )
}
