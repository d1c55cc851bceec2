import type { SeenCommitment } from '#app/domain/access/plan-as-seen'
import { NotChecked } from './not-checked'
import { When } from './plan/commitments'
import { Facts } from './plan/facts'
import { Words } from './wording'
import { useWords } from './words'

/** The rest of the reader's own part: what falls on no one day, or on another. */
export function MyOther({ of, alone }: { of: SeenCommitment[]; alone: boolean }) {
  const { t } = useWords('home')
  if (of.length === 0) return null
  return (
    <section className={alone ? 'card mine' : 'card'}>
      <h2>{t(alone ? 'mine' : 'mineAlso')}</h2>
      <ul className="rows mt-2">
        {of.map((one) => (
          <li key={one.id}>
            <div>
              <Doing of={one} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What is to be done, and when. */
export function Doing({ of }: { of: SeenCommitment }) {
  return (
    <>
      <Words of={of.words} />
      <small className="by">
        <When of={of.when} />
      </small>
      <NotChecked of={[of.words, of.when]} />
      <Facts of={of} />
    </>
  )
}
