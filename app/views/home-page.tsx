import type { PlanAsSeenBy, SeenCommitment, SeenPerson } from '#app/domain/access/plan-as-seen'
import type { News, Today } from '#app/domain/plan/today'
import { Call } from './call'
import { day, dayAndTime } from './dates'
import { Face } from './face'
import { When } from './plan/commitments'
import { Quote, Words } from './wording'
import { useWords } from './words'

export type HomePageProps = { plan: PlanAsSeenBy; today: Today; date: string }

/** Where everyone lands: what is today, what is new, whom to ring, when people meet next. */
export function HomePage({ plan, today, date }: HomePageProps) {
  const { t, lang } = useWords('home')
  const url = `/p/${plan.id}`
  return (
    <>
      <h1>{t('hello', { name: plan.viewer.name })}</h1>
      <p className="soft mb-4">{day(date, lang)}</p>
      {today.waiting > 0 && (
        <section className="card warm">
          <h3>{t('waiting', { count: today.waiting })}</h3>
          <a className="btn" href={`${url}/mine`}>
            {t('answer')}
          </a>
        </section>
      )}
      <MyToday today={today} url={url} />
      {today.news.map((news) => (
        <NewsCard key={news.id + news.on} of={news} />
      ))}
      <a className="btn" href={`${url}/log/new`}>
        {t('tell')}
      </a>
      <a className="btn quiet" href={url}>
        {t('read')}
      </a>
      <OthersToday of={today.others} />
      <WhoToRing plan={plan} />
      {today.nextMeeting && (
        <section>
          <h2>{t('nextMeeting')}</h2>
          <p>
            <b>{dayAndTime(today.nextMeeting.at, lang)}</b>
          </p>
          {today.nextMeeting.place && (
            <p>
              <Words of={today.nextMeeting.place} />
            </p>
          )}
          <p className="go">
            <a href={`${url}/dates/${today.nextMeeting.id}.ics`}>{t('calendar')}</a>
          </p>
        </section>
      )}
    </>
  )
}

function MyToday({ today: { mine, mineOtherwise }, url }: { today: Today; url: string }) {
  const { t } = useWords('home')
  if (mine.length + mineOtherwise.length === 0) return null
  return (
    <>
      {mine.length > 0 && (
        <section className="card mine">
          <h3>{t('mineToday')}</h3>
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
          <h3>{t(mine.length > 0 ? 'mineAlso' : 'mine')}</h3>
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

function Doing({ of }: { of: SeenCommitment }) {
  return (
    <>
      <Words of={of.words} />
      <small className="by">
        <When of={of.when} />
      </small>
    </>
  )
}

function NewsCard({ of: { by, on, about, reply } }: { of: News }) {
  const { t, lang } = useWords('home')
  return (
    <section className="card rows">
      <div className="flex gap-4">
        <Face of={by} />
        <div>
          <h3>{t(reply ? 'replied' : 'seen', { name: by.name })}</h3>
          {reply && (
            <p>
              <Quote words={reply} />
            </p>
          )}
          {about && (
            <small className="by">
              {t('youWrote')} <Quote words={about} />
            </small>
          )}
          <small className="by">{day(on, lang)}</small>
        </div>
      </div>
    </section>
  )
}

function OthersToday({ of }: { of: SeenCommitment[] }) {
  const { t } = useWords('home')
  if (of.length === 0) return null
  return (
    <section>
      <h2>{t('othersToday')}</h2>
      <ul className="card rows">
        {of.map((one) => (
          <li key={one.id}>
            <Face of={one.who} />
            <div>
              <b>{one.who?.name}</b>
              <br />
              <Doing of={one} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The people round the family whom this reader may ring, and the social worker last. */
function WhoToRing({ plan }: { plan: PlanAsSeenBy }) {
  const { t } = useWords('home')
  const near = plan.people.filter((person) => person.phone && person.kind !== 'professional')
  const contacts = plan.childContacts.flatMap(({ order }) => order).filter((person) => person.phone)
  const ring = [...(plan.viewer.reach === 'young' ? contacts : near), ...(plan.worker.phone ? [plan.worker] : [])]
  const people = ring.filter(({ id }, i) => ring.findIndex((other) => other.id === id) === i)
  if (people.length === 0) return null
  return (
    <section>
      <h2>{t('whoToRing')}</h2>
      <ul className="card rows">
        {people.map((person) => (
          <PersonToRing key={person.id} of={person} />
        ))}
      </ul>
    </section>
  )
}

/** One person in a list, with their line when the reader may ring them. */
export function PersonToRing({ of }: { of: SeenPerson }) {
  return (
    <li>
      <Face of={of} />
      <div>
        <b>{of.name}</b>
        {of.addressAs && of.addressAs !== of.name && <span className="soft"> · {of.addressAs}</span>}
        {of.availability && <small className="by">{of.availability}</small>}
        {of.phone && (
          <div>
            <Call phone={of.phone} name={of.name} />
          </div>
        )}
      </div>
    </li>
  )
}
