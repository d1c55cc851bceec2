import type { SeenCommitment, SeenEntry } from '#app/domain/access/plan-as-seen'
import type { Reads } from '#app/domain/said/who-reads'
import { timeOfDay } from './dates'
import { Doing } from './my-today'
import { useWords } from './words'

export type DueProps = {
  of: SeenCommitment[]
  url: string
  reads: Reads
  /** What was said of each today, by its id. */
  said: Record<string, SeenEntry>
  /** What of it may still be changed. */
  changeable: string[]
  ticket: string
}

const HOW = ['done', 'partly', 'cannot'] as const

/** What falls on today: one press says how it went, and then it says what was said, and asks no more. */
export function DueToday({ of, url, reads, said, changeable, ticket }: DueProps) {
  const { t } = useWords('home')
  if (of.length === 0) return null
  return (
    <section className="card mine">
      <h2>{t('mineToday')}</h2>
      <small className="by">{t('due.reads', { worker: reads.worker.name })}</small>
      <ul className="rows mt-2">
        {of.map((one) => (
          <li key={one.id} id={`due-${one.id}`}>
            <div>
              <Doing of={one} />
              {said[one.id] && <SaidOfIt of={said[one.id]} one={one} url={url} reads={reads} />}
              {!said[one.id] && <HowItWent one={one.id} url={url} ticket={ticket} />}
              {changeable.includes(one.id) && (
                <details>
                  <summary>{t('due.change')}</summary>
                  <HowItWent one={one.id} url={url} ticket={ticket} instead={said[one.id]} />
                </details>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

type PressProps = { one: string; url: string; ticket: string; instead?: SeenEntry }

/** Three buttons, each all there is to do; `instead` of what was pressed by mistake, the other two. */
function HowItWent({ one, url, ticket, instead }: PressProps) {
  const { t } = useWords('home')
  return (
    <form method="post" action={`${url}/log/new`} className="answers">
      <input type="hidden" name="ticket" value={ticket} />
      <input type="hidden" name="about" value={one} />
      <input type="hidden" name="when" value="now" />
      <input type="hidden" name="from" value="home" />
      {instead && <input type="hidden" name="corrects" value={instead.id} />}
      {HOW.filter((how) => how !== instead?.result).map((how) => (
        <button
          key={how}
          className={how === 'done' && !instead ? 'btn' : 'btn quiet'}
          name="result"
          value={how}
          type="submit"
        >
          {t(`due.${how}`)}
        </button>
      ))}
    </form>
  )
}

type SaidProps = { of?: SeenEntry; one: SeenCommitment; url: string; reads: Reads }

function SaidOfIt({ of, one, url, reads }: SaidProps) {
  const { t, lang } = useWords('home')
  const log = useWords('log').t
  if (!of) return null
  const { result, loggedAt, seenOn, seenBy } = of
  const worker = reads.worker.name
  const pressed = HOW.find((how) => how === result)
  return (
    <p className="saved" role="status">
      <b>
        {t('due.saved', {
          how: pressed ? t(`due.${pressed}`) : log(`result.${result}`),
          time: timeOfDay(loggedAt, lang),
        })}
      </b>{' '}
      {seenOn ? t('due.read', { name: seenBy?.name ?? t('council') }) : t('due.unread', { worker })}
      <br />
      <a href={`${url}/log/new?about=${one.id}&result=${result}`}>{t('due.words')}</a>
    </p>
  )
}
