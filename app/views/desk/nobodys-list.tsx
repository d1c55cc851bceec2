import type { ReactNode } from 'react'
import type { NobodysFamily } from '#app/domain/council/nobodys'
import { Chip } from '../chip'
import { Select } from '../fields'
import { useWords } from '../words'
import { type DeskForm, TicketForm } from './ticket-form'

export type NobodysProps = { nobodys: (NobodysFamily & { takes: boolean })[] }

/** Families that need somebody, by their reference alone. */
function Lines({ of, press }: { of: NobodysProps['nobodys']; press?: (one: NobodysFamily) => ReactNode }) {
  const { t } = useWords('desk-staff')
  return (
    <ul className="lines">
      {of.map((one) => (
        <li key={one.id} className="line grave">
          <div className="at">{one.reference}</div>
          <div className="what">
            <b>{t('nobodys.one')}</b> {one.restricted && <Chip is="ask">{t('team.restricted')}</Chip>}
            {press && !one.takes && <p className="soft">{t('nobodys.notYours')}</p>}
          </div>
          {press && one.takes && press(one)}
        </li>
      ))}
    </ul>
  )
}

/** On the page of who leads a team: each with the press that takes it. */
export function NobodysOfTeam({ nobodys, form }: NobodysProps & { form: DeskForm }) {
  const { t } = useWords('desk-staff')
  if (nobodys.length === 0) return null
  return (
    <section>
      <h2>{t('nobodys.title')}</h2>
      <p className="soft">{t('nobodys.whatTeam')}</p>
      <Lines
        of={nobodys}
        press={({ id, reference }) => (
          <form className="act" method="post" action="/desk/team">
            <input type="hidden" name="ticket" value={form.ticket} />
            <input type="hidden" name="part" value="take" />
            <input type="hidden" name="family" value={id} />
            <button type="submit" className="press" aria-label={t('nobodys.takeSay', { reference })}>
              {t('nobodys.take')}
            </button>
          </form>
        )}
      />
    </section>
  )
}

type OfCouncilProps = NobodysProps & {
  managers: { id: string; name: string }[]
  form: DeskForm
  faults: string[]
}

/** On the administrator's page: which manager takes one. Nothing of the family is shown, nor opens to who gives it. */
export function NobodysOfCouncil({ nobodys, managers, form, faults }: OfCouncilProps) {
  const { t } = useWords('desk-staff')
  if (nobodys.length === 0) return null
  return (
    <section>
      <h2>{t('nobodys.title')}</h2>
      <p className="soft">{t('nobodys.whatCouncil')}</p>
      <Lines of={nobodys} />
      <TicketForm action="/desk/staff" form={form} faults={faults}>
        <input type="hidden" name="part" value="nobodys" />
        <Select name="family" label={t('glass.reference')} value={form.typed.family}>
          {nobodys.map(({ id, reference }) => (
            <option key={id} value={id}>
              {reference}
            </option>
          ))}
        </Select>
        <Select name="manager" label={t('nobodys.manager')} value={form.typed.manager}>
          <option value="">{t('choose')}</option>
          {managers.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <button className="button" type="submit">
          {t('nobodys.give')}
        </button>
      </TicketForm>
    </section>
  )
}
