import type { FamilyOfTeam } from '#app/domain/council/families-of-team'
import { Chip } from '../chip'
import { day } from '../dates'
import { useWords } from '../words'
import { NobodysOfTeam, type NobodysProps } from './nobodys-list'
import type { DeskForm } from './ticket-form'
import { shortWhen } from './when'

type Notice = {
  id: string
  family: { id: string; name: string }
  name: string
  reason: string
  at: string
  until: string
}
export type TeamPageProps = NobodysProps & { families: FamilyOfTeam[]; notices: Notice[]; form: DeskForm }

/** A manager's families with who has each: what was opened in an emergency first, then what has nobody. */
export function TeamPage({ families, notices, nobodys, form }: TeamPageProps) {
  const { t, lang } = useWords('desk-staff')
  return (
    <>
      <div className="head">
        <h1>{t('team.title')}</h1>
        <a className="button" href="/desk/away">
          {t('team.setAway')}
        </a>
      </div>
      {notices.length > 0 && (
        <section>
          <h2>{t('team.opened')}</h2>
          <ul className="lines">
            {notices.map(({ id, family, name, reason, at, until }) => (
              <li key={id} className="line grave">
                <span className="at">{shortWhen(at, lang)}</span>
                <div className="what">
                  <b>{t('team.openedBy', { name, family: family.name })}</b>
                  <p>
                    <bdi>{reason}</bdi>
                  </p>
                  <p className="soft">{t('team.until', { when: shortWhen(until, lang) })}</p>
                </div>
                <div className="act">
                  <NoticeRead id={id} form={form} say={t('team.readSay', { name, family: family.name })} />
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      <NobodysOfTeam nobodys={nobodys} form={form} />
      {families.length === 0 && <p>{t('team.none')}</p>}
      <ul className="lines families">
        {families.map((one) => (
          <li key={one.id} className={needs(one) ? 'line grave' : 'line'}>
            <div className="at">{one.reference}</div>
            <div className="what">
              <a href={`/desk/families/${one.id}/plan`}>
                <b>{one.name}</b>
              </a>{' '}
              {needs(one) && <Chip is="ask">{t('team.nobody')}</Chip>}{' '}
              {one.restricted && <Chip is="ask">{t('team.restricted')}</Chip>}
              <p className="notes">
                {one.worker && (
                  <span>{t(one.worker.left ? 'team.hasLeft' : 'team.worker', { name: one.worker.name })}</span>
                )}
                {one.away && <span>{t('team.away', { day: day(one.away, lang) })}</span>}
                {one.cover && <span>{t('team.cover', { name: one.cover })}</span>}
                {one.away && !one.cover && <span>{t('team.noCover')}</span>}
              </p>
            </div>
            <nav className="act" aria-label={one.name}>
              <a className="press" href={`/desk/families/${one.id}/move`}>
                {t('team.move')}
              </a>
              {one.worker && !one.worker.left && (
                <a className="press" href={`/desk/away?who=${one.worker.id}`}>
                  {t('team.coverIt')}
                </a>
              )}
              <a className="press" href={`/desk/families/${one.id}/handover`}>
                {t('handover.short')}
              </a>
              <a className="press" href={`/desk/families/${one.id}/restrict`}>
                {t('team.restrict')}
              </a>
            </nav>
          </li>
        ))}
      </ul>
    </>
  )
}

const needs = ({ worker }: FamilyOfTeam) => !worker || worker.left

function NoticeRead({ id, form, say }: { id: string; form: DeskForm; say: string }) {
  const { t } = useWords('desk-staff')
  return (
    <form method="post" action="/desk/team">
      <input type="hidden" name="ticket" value={form.ticket} />
      <input type="hidden" name="notice" value={id} />
      <button type="submit" className="press" aria-label={say}>
        {t('team.read')}
      </button>
    </form>
  )
}
