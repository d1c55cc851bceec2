import type { Colleague } from '#app/domain/council/colleagues'
import { useWords } from '../words'
import { FamilyHead, type FamilyHeadProps } from './family-head'
import { type DeskForm, TicketForm } from './ticket-form'

type Props = FamilyHeadProps & {
  me: string
  all: Colleague[]
  named: string[]
  working: string[]
  form: DeskForm
  refused?: 'nobody'
}

/** Only these open a family. */
export function RestrictPage({ me, family, all, named, working, form, refused }: Props) {
  const { t } = useWords('desk-staff')
  const url = `/desk/families/${family.id}/restrict`
  return (
    <>
      <FamilyHead family={family} alone />
      <h2>{t('restrict.title')}</h2>
      <p>{t('restrict.what')}</p>
      <TicketForm action={url} form={form} faults={refused ? [t('refused.unworked')] : []}>
        <fieldset className="field">
          <legend>{t('restrict.who')}</legend>
          {all.map(({ id, name, team }) => (
            <label key={id} className={'choice'}>
              {working.includes(id) && <input type="hidden" name={`name-${id}`} value="on" />}
              <input
                type="checkbox"
                name={`name-${id}`}
                disabled={working.includes(id)}
                defaultChecked={[me, ...named, ...working].includes(id) || `name-${id}` in form.typed}
              />
              <span>
                {name}
                {working.includes(id) && <small>{t('restrict.works')}</small>}
                {team && <small>{team}</small>}
              </span>
            </label>
          ))}
        </fieldset>
        <button className="button" type="submit">
          {t('restrict.save')}
        </button>
      </TicketForm>
      {named.length > 0 && (
        <TicketForm action={url} form={{ ticket: form.ticket, typed: {} }}>
          <input type="hidden" name="part" value="lift" />
          <p>{t('restrict.liftWhat')}</p>
          <button className="press" type="submit">
            {t('restrict.lift')}
          </button>
        </TicketForm>
      )}
    </>
  )
}
