import type { AwayRefused } from '#app/domain/council/cover'
import { day } from '../dates'
import { Field, Select } from '../fields'
import { useWords } from '../words'
import { type DeskForm, TicketForm } from './ticket-form'

type Named = { id: string; name: string; team?: string }
export type AwayPageProps = {
  me: string
  /** Whom the reader may set away; themself among them. */
  who: Named[]
  all: Named[]
  absences: { id: string; staffId: string; name: string; cover: string; from: string; until: string }[]
  saved: boolean
  form: DeskForm<'who' | 'cover' | 'from' | 'last' | 'part'>
  faults: Partial<Record<string, AwayRefused>>
}

/** "I am away from … to …, … covers": for oneself, and for a manager of whoever has their families. */
export function AwayPage({ me, who, all, absences, saved, form, faults }: AwayPageProps) {
  const { t, lang } = useWords('desk-staff')
  const fault = (field: string) => {
    const why = faults[field]
    return why && t(`refused.${why}`)
  }
  return (
    <>
      <h1>{t(who.length > 1 ? 'away.titleTeam' : 'away.title')}</h1>
      <p className="soft">{t('away.what')}</p>
      {saved && (
        <p className="told" role="status">
          {t('away.saved')} <a href="/desk/families">{t('away.readFirst')}</a>
        </p>
      )}
      {absences.length > 0 && (
        <ul className="lines">
          {absences.map(({ id, staffId, name, cover, from, until }) => (
            <li key={id} className="line">
              <div className="what">
                <b>{name}</b>
                <p>{t('away.line', { from: day(from, lang), until: day(until, lang), cover })}</p>
              </div>
              <TicketForm action="/desk/away" form={{ ticket: form.ticket, typed: {} }} className="act">
                <input type="hidden" name="part" value="back" />
                <input type="hidden" name="who" value={staffId} />
                <button type="submit" className="press" aria-label={t('away.backSay', { name })}>
                  {t('away.back')}
                </button>
              </TicketForm>
            </li>
          ))}
        </ul>
      )}
      <TicketForm action="/desk/away" form={form} faults={['who', 'from', 'cover'].flatMap((one) => fault(one) ?? [])}>
        {who.length > 1 ? (
          <Select name="who" label={t('away.who')} value={form.typed.who} fault={fault('who')}>
            <People of={who} />
          </Select>
        ) : (
          <input type="hidden" name="who" value={me} />
        )}
        <Field name="from" type="date" label={t('away.from')} value={form.typed.from} fault={fault('from')} required />
        <Field name="last" type="date" label={t('away.last')} value={form.typed.last} required />
        <Select name="cover" label={t('away.cover')} value={form.typed.cover} fault={fault('cover')}>
          <option value="">{t('choose')}</option>
          <People of={all.filter(({ id }) => who.length > 1 || id !== me)} />
        </Select>
        <button className="button" type="submit">
          {t('away.save')}
        </button>
      </TicketForm>
    </>
  )
}

/** Options, each with their team. */
export function People({ of }: { of: Named[] }) {
  return of.map(({ id, name, team }) => (
    <option key={id} value={id}>
      {team ? `${name} (${team})` : name}
    </option>
  ))
}
