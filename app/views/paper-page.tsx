import type { PlanAsSeenBy, SeenPerson } from '#app/domain/access/plan-as-seen'
import { PhoneNumber } from './call'
import { Doing } from './my-today'
import { Words } from './wording'
import { useWords } from './words'

/**
 * A sheet for the fridge, on one page: whom to ring, in numbers to be read across a kitchen; what I do and when; the
 * children's rules in their words. Whoever comes in may read it: no worry, no warning sign, no council, no family name.
 */
export function PaperPage({ plan }: { plan: PlanAsSeenBy }) {
  const { t } = useWords('paper')
  const lines = [
    ...plan.people.filter((person): person is SeenPerson & { phone: string } => !!person.phone && isFamilys(person)),
    { id: '999', name: t('danger'), phone: '999' },
  ]
  const mine = plan.commitments.filter((commitment) => commitment.mine)
  const rules = plan.rules.flatMap((rule) => (rule.forChildren ? [{ id: rule.id, words: rule.forChildren }] : []))
  return (
    <>
      <div className="card mine screen">
        <p>{t('how')}</p>
        <p>{t('careful')}</p>
      </div>
      <h1>{t('ring')}</h1>
      <ul className="numbers">
        {lines.map(({ id, name, phone }) => (
          <li key={id}>
            <span>{name}</span> <b>{phone === '999' ? phone : <PhoneNumber phone={phone} />}</b>
          </li>
        ))}
      </ul>
      {mine.length > 0 && (
        <section>
          <h2>{t('mine')}</h2>
          <ul className="dots">
            {mine.map((one) => (
              <li key={one.id}>
                <Doing of={one} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {rules.length > 0 && (
        <section>
          <h2>{t('rules')}</h2>
          <ul className="dots large">
            {rules.map(({ id, words }) => (
              <li key={id}>
                <Words of={words} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** Whoever works for the council or a school would tell a visitor what this is. */
const isFamilys = ({ kind }: SeenPerson) => kind !== 'professional'
