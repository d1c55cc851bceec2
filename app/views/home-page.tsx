import type { ChangedPart } from '#app/domain/access/changes'
import type { MyDay } from '#app/domain/access/my-day'
import type { PlanAsSeenBy, SeenCommitment, SeenPerson } from '#app/domain/access/plan-as-seen'
import type { StoryAsked } from '#app/domain/access/stories-asked'
import type { News } from '#app/domain/said/news'
import type { Today } from '#app/domain/said/today'
import type { Reads } from '#app/domain/said/who-reads'
import { AwayCard, whoAnswers } from './away-card'
import { CallAsked } from './check-ins/call-asked'
import { RingMe } from './check-ins/ring-me'
import { day, dayAndTime } from './dates'
import { DueToday } from './due-today'
import { Face } from './face'
import type { FormState } from './form'
import { StillSo } from './mine/still-so'
import { Doing, MyOther } from './my-today'
import { NewsCard } from './news-card'
import { PersonToRing } from './person-to-ring'
import { Tiles } from './plan/tiles'
import { Words } from './wording'
import { useWords } from './words'

export type HomePageProps = {
  plan: PlanAsSeenBy
  /** Those that wait for the reader's yes. */
  stories: StoryAsked[]
  today: Today
  news: News[]
  /** How much of their plan changed since they last read what did, and what of it in tasks they had answered. */
  changed: { count: number; asked: Record<string, ChangedPart[]> }
  date: string
  reads: Reads
  ring: FormState
  /** What the reader said today of what is due, and the call they asked for. */
  own: MyDay
  /** Of what is due, by its id, what was pressed so short a while ago that it can be changed. */
  changeable: string[]
  tickets: { due: string; cancel: string }
  kept?: boolean
}

/** Where everyone lands: what is today, what is new, whom to ring, when people meet next. */
export function HomePage({
  plan,
  stories,
  today,
  news,
  changed,
  date,
  reads,
  ring,
  own,
  changeable,
  tickets,
  kept,
}: HomePageProps) {
  const { t, lang } = useWords('home')
  const url = `/p/${plan.id}`
  const again = plan.commitments.filter(({ mine, answer }) => mine && answer?.stale)
  const waiting = today.waiting - again.length
  return (
    <>
      <h1>{t('hello', { name: plan.viewer.name })}</h1>
      <p className="soft mb-4">{day(date, lang)}</p>
      <AwayCard plan={plan} onCall={reads.onCall} />
      {kept && (
        <section className="card warm">
          <p>{t('kept')}</p>
          <a className="btn" href="/me/kept">
            {t('keptLook')}
          </a>
        </section>
      )}
      {changed.count > 0 && (
        <section className="card warm">
          <h2>{t('changed', { count: changed.count })}</h2>
          <a className="btn" href={`${url}/changes`}>
            {t('seeWhat')}
          </a>
        </section>
      )}
      {stories.map(({ id, child }) => (
        <section key={id} className="card warm">
          <h2>{t('story', { child: child?.name, context: child && 'of' })}</h2>
          <a className="btn" href={`${url}/approve/${id}`}>
            {t('lookAtStory')}
          </a>
        </section>
      ))}
      {again.map((one) => (
        <StillSo key={one.id} of={one} parts={changed.asked[one.id]} plan={plan.id} />
      ))}
      {waiting > 0 && (
        <section className="card warm">
          <h2>{t('waiting', { count: waiting })}</h2>
          <a className="btn" href={`${url}/mine`}>
            {t('answer')}
          </a>
        </section>
      )}
      <DueToday {...{ url, reads, changeable }} of={today.mine} said={own.said} ticket={tickets.due} />
      {own.call && (
        <CallAsked
          plan={plan.id}
          entry={own.call}
          worker={reads.worker.name}
          form={{ ticket: tickets.cancel, typed: {} }}
        />
      )}
      {news.map((one) => (
        <NewsCard key={one.id + one.on} of={one} />
      ))}
      <a className="btn" href={`${url}/log/new`}>
        {t('tell')}
      </a>
      {(!own.call || (own.call.call && own.call.call.how !== 'no-answer')) && (
        <RingMe plan={plan.id} reads={reads} state={ring} />
      )}
      <Tiles plan={plan} />
      <MyOther of={today.mineOtherwise} alone={today.mine.length === 0} />
      <OthersToday of={today.others} />
      <WhoToRing plan={plan} reads={reads} />
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

/** The people round the family whom this reader may ring, a young person's in their own order, and the social worker last. */
export function whomToRing(plan: PlanAsSeenBy): (SeenPerson & { phone: string })[] {
  const near = plan.people.filter(({ kind }) => kind !== 'professional')
  const contacts = plan.childContacts.flatMap(({ order }) => order)
  const all = [...(plan.viewer.sight === 'young' ? contacts : near), whoAnswers(plan)]
  const ring = all.filter((person): person is SeenPerson & { phone: string } => !!person.phone)
  return ring.filter(({ id }, i) => ring.findIndex((other) => other.id === id) === i)
}

/** The worker's line is silent when nobody reads: then it is the duty team's. */
function WhoToRing({ plan, reads }: Pick<HomePageProps, 'plan' | 'reads'>) {
  const { t } = useWords('home')
  const people = whomToRing(plan)
  if (people.length === 0) return null
  return (
    <section>
      <h2>{t('whoToRing')}</h2>
      <ul className="card rows">
        {people.map((person) => (
          <PersonToRing
            key={person.id}
            of={person}
            instead={person.id === whoAnswers(plan).id && !reads.open ? reads.onCall : undefined}
          />
        ))}
      </ul>
    </section>
  )
}
