import type { Guesses } from '#app/domain/desk/guesses-for-staff'
import { Chip } from '../chip'
import { useWords } from '../words'
import { Moment } from './moment'
import { SafeColumn } from './safe-column'
import { ApartMark } from './small-marks'

export type GuessesLine = Guesses & { seenTicket: string }

/** Somebody's word was wrong five times, or ten: perhaps it was them, perhaps somebody who holds their phone. */
export function GuessesRow({ of }: { of: GuessesLine }) {
  const { t } = useWords('desk-people')
  const texts = useWords('desk-texts').t
  const common = useWords('common').t
  const { family, person, count, at, isShut, seenTicket } = of
  const { name, phone, apart, safe } = person
  const url = `/desk/families/${family.id}/people/${person.id}/guesses`
  return (
    <li className="line" tabIndex={-1}>
      <div className="at">
        <Moment at={at} />
      </div>
      <div className="what">
        <p>
          <b>{name}</b>
          {' · '}
          <a className="plain" href={`/desk/families/${family.id}/people`}>
            {family.name}
          </a>{' '}
          <Chip is="ask">{t('guesses.wrong', { count })}</Chip>
        </p>
        <p>{t(isShut ? 'guesses.shut' : 'guesses.open', { name })}</p>
      </div>
      <SafeColumn safe={safe} />
      <div className="act">
        <ApartMark of={apart} name={name} />
        {isShut ? (
          <a className="press" href={url} aria-label={t('guesses.title', { name })}>
            {t('guesses.again')}
          </a>
        ) : (
          <form method="post" action={url}>
            <input type="hidden" name="ticket" value={seenTicket} />
            <input type="hidden" name="until" value={at} />
            <button type="submit" className="press seen" aria-label={t('guesses.seen', { name })}>
              {texts('seen')}
            </button>
          </form>
        )}
        {phone && safe?.is !== false && (
          <a className="press" href={`tel:${phone}`}>
            {common('ring', { name })}
          </a>
        )}
      </div>
    </li>
  )
}
