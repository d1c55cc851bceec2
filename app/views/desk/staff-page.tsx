import type { StaffLine, TeamLine } from '#app/domain/council/teams'
import { Chip } from '../chip'
import { day } from '../dates'
import { Field, Select } from '../fields'
import { useWords } from '../words'
import { NobodysOfCouncil, type NobodysProps } from './nobodys-list'
import { type DeskForm, TicketForm } from './ticket-form'

type Fault = 'staff' | 'name' | 'lead' | 'nobody'
export type StaffPageProps = NobodysProps & {
  all: StaffLine[]
  teams: TeamLine[]
  saved: boolean
  form: DeskForm
  faults: Partial<Record<string, Fault>>
}

/** Who works here and in which team, who leads it, who is away or has left: an administrator's, without any family. */
export function StaffPage({ all, teams, nobodys, saved, form, faults }: StaffPageProps) {
  const { t, lang } = useWords('desk-staff')
  const desk = useWords('desk').t
  const called = (id?: string) => teams.find((team) => team.id === id)?.name
  const nameOf = (id?: string) => all.find((one) => one.id === id)
  const why = Object.values(faults)[0]
  const back = (part: string) => ({
    form: (form.typed.part ?? 'add') === part ? form : { ticket: form.ticket, typed: {} as DeskForm['typed'] },
    faults: why && (form.typed.part ?? 'add') === part ? [t(`refused.${why}`)] : [],
  })
  const managers = all.filter(({ role, leftAt }) => role === 'manager' && !leftAt)
  const adding = back('add')
  return (
    <>
      <h1>{t('staff.title')}</h1>
      <p className="soft">{desk('administrator')}</p>
      {saved && (
        <p className="told" role="status">
          {t('saved')}
        </p>
      )}
      <NobodysOfCouncil nobodys={nobodys} managers={managers} {...back('nobodys')} />
      <ul className="lines">
        {all.map(({ id, name, role, teamId, leftAt, awayUntil }) => (
          <li key={id} className="line">
            <div className="at">{id}</div>
            <div className="what">
              <b>{name}</b> {leftAt && <Chip is="ask">{t('staff.left', { day: day(leftAt, lang) })}</Chip>}
              <p className="notes">
                <span>{desk(`role.${role}`)}</span>
                <span>{called(teamId) ?? t('staff.noTeam')}</span>
                {awayUntil && <span>{t('team.away', { day: day(awayUntil, lang) })}</span>}
              </p>
            </div>
            {!leftAt && (
              <a className="press act" href={`/desk/staff/${id}`} aria-label={t('staff.changeSay', { name })}>
                {t('staff.change')}
              </a>
            )}
          </li>
        ))}
      </ul>
      <TicketForm action="/desk/staff" {...adding}>
        <h2>{t('staff.add')}</h2>
        <Field name="name" label={t('staff.name')} value={adding.form.typed.name} maxLength={100} required />
        <Field
          name="id"
          label={t('staff.id')}
          hint={t('staff.idHint')}
          value={adding.form.typed.id}
          maxLength={40}
          required
        />
        <RoleAndTeam teams={teams} typed={adding.form.typed} />
        <Field name="phone" type="tel" label={t('staff.phone')} value={adding.form.typed.phone} maxLength={30} />
        <button className="button" type="submit">
          {t('staff.save')}
        </button>
      </TicketForm>
      <h2>{t('teams.title')}</h2>
      <ul className="lines">
        {teams.map(({ id, name, leadId, people }) => {
          const lead = nameOf(leadId)
          return (
            <li key={id} className={lead && !lead.leftAt ? 'line' : 'line grave'}>
              <div className="what">
                <b>{name}</b>
                <p className="notes">
                  <span>{lead && !lead.leftAt ? t('teams.lead', { name: lead.name }) : t('teams.noLead')}</span>
                  <span>{t('teams.people', { number: people })}</span>
                </p>
              </div>
            </li>
          )
        })}
      </ul>
      <TicketForm action="/desk/staff" {...back('lead')}>
        <input type="hidden" name="part" value="lead" />
        <h3>{t('teams.setLead')}</h3>
        <p className="soft">{t('teams.leadWhat')}</p>
        <Select name="of" label={t('staff.team')}>
          {teams.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <Select name="lead" label={t('teams.who')}>
          {managers.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <button className="button" type="submit">
          {t('teams.setLead')}
        </button>
      </TicketForm>
      <TicketForm action="/desk/staff" {...back('team')}>
        <input type="hidden" name="part" value="team" />
        <h3>{t('teams.add')}</h3>
        <Field name="team" label={t('teams.name')} value={back('team').form.typed.team} maxLength={60} required />
        <button className="button" type="submit">
          {t('teams.add')}
        </button>
      </TicketForm>
    </>
  )
}

/** The two questions that adding and changing somebody share. */
export function RoleAndTeam({ teams, typed }: { teams: TeamLine[]; typed: DeskForm['typed'] }) {
  const { t } = useWords('desk-staff')
  const desk = useWords('desk').t
  return (
    <>
      <Select name="role" label={t('staff.role')} value={typed.role ?? 'worker'}>
        {(['worker', 'manager', 'administrator'] as const).map((role) => (
          <option key={role} value={role}>
            {desk(`role.${role}`)}
          </option>
        ))}
      </Select>
      <Select name="inTeam" label={t('staff.team')} value={typed.inTeam}>
        <option value="">{t('staff.noTeam')}</option>
        {teams.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </>
  )
}
