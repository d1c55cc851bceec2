import type { StaffLine, TeamLine } from '#app/domain/council/teams'
import { useWords } from '../words'
import { RoleAndTeam } from './staff-page'
import { type DeskForm, TicketForm } from './ticket-form'

type Props = {
  of: StaffLine
  teams: TeamLine[]
  isMe: boolean
  form: DeskForm
  faults: Partial<Record<string, 'staff' | 'self'>>
}

/** One member of staff: another role or team, or that they leave. */
export function MemberPage({ of, teams, isMe, form, faults }: Props) {
  const { t } = useWords('desk-staff')
  const url = `/desk/staff/${of.id}`
  const why = faults.role ?? faults.leave
  const typed = { role: of.role, inTeam: of.teamId ?? '', ...form.typed }
  return (
    <>
      <h1>{of.name}</h1>
      <p>
        <a href="/desk/staff">{t('staff.title')}</a>
      </p>
      <TicketForm action={url} form={form} faults={why ? [t(`refused.${why}`)] : []}>
        <RoleAndTeam teams={teams} typed={typed} />
        <p className="soft">{t('staff.roleWhat')}</p>
        <button className="button" type="submit">
          {t('save')}
        </button>
      </TicketForm>
      {!isMe && (
        <TicketForm action={url} form={{ ticket: form.ticket, typed: {} }}>
          <input type="hidden" name="part" value="leave" />
          <h2>{t('staff.leave')}</h2>
          <p>{t('staff.leaveWhat', { name: of.name })}</p>
          <button className="press" type="submit">
            {t('staff.leavePress', { name: of.name })}
          </button>
        </TicketForm>
      )}
    </>
  )
}
