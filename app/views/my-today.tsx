import type { SeenCommitment } from '#app/domain/access/plan-as-seen'
import type { Today } from '#app/domain/said/today'
import { When } from './plan/commitments'
import { Words } from './wording'
import { useWords } from './words'

/** The reader's own part: what falls on today, each with a way to say how it went, then the rest. */
export function MyToday({ today: { mine, mineOtherwise }, url }: { today: Today; url: string }) {
  const { t } = useWords('home')
  if (mine.length + mineOtherwise.length === 0) return null
  return (
    <>
      {mine.length > 0 && (
        <section className="card mine">
          <h2>{t('mineToday')}</h2>
          <ul className="rows mt-2">
            {mine.map((one) => (
              <li key={one.id}>
                <div>
                  <Doing of={one} />
                  <p className="go">
                    <a href={`${url}/log/new?about=${one.id}`}>{t('howDidItGo')}</a>
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {mineOtherwise.length > 0 && (
        <section className={mine.length > 0 ? 'card' : 'card mine'}>
          <h2>{t(mine.length > 0 ? 'mineAlso' : 'mine')}</h2>
          <ul className="rows mt-2">
            {mineOtherwise.map((one) => (
              <li key={one.id}>
                <div>
                  <Doing of={one} />
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
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
    </>
  )
}
