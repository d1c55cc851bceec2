import type { Closable, Shutee } from '#app/domain/access/narrowable'
import { useWords } from '../words'
import { FamilyHead, type FamilyHeadProps, NotPublished } from './family-head'
import { JustShut, type JustShutProps } from './just-shut'
import { ShutConfirm, type ShutConfirmProps } from './shut-confirm'
import { ShutSearch, type ShutSearchProps } from './shut-search'
import type { DeskForm } from './ticket-form'
import { shortWhen } from './when'

export type ShutPageProps = FamilyHeadProps &
  Pick<JustShutProps, 'recent'> & {
    typed: string
    /** What can be shut and holds what was typed; nothing while no plan is published. */
    found?: ShutSearchProps['found']
    /** What was chosen. */
    thing?: Closable
    viewers: Shutee[]
    /** What exactly goes, to be confirmed. */
    asked?: ShutConfirmProps['asked']
    shut: { what: string; to: string; at: string }[]
    told: { name: string; knows: string }[]
    missing?: 'self'
    /** What was shut could not be opened again any more. */
    late: boolean
    form: DeskForm
  }

/** What, to whom, and what goes from their view: three looks at one address, each step a link. */
export function ShutPage(props: ShutPageProps) {
  const { family, typed, found, thing, viewers, asked, recent, missing, late, form } = props
  const { t } = useWords('desk-shut')
  const says = missing ?? (late ? 'late' : undefined)
  return (
    <>
      <FamilyHead family={family} on="shut" />
      <JustShut family={family.id} recent={recent} />
      {says && (
        <p className="told" role="alert">
          {t(says)}
        </p>
      )}
      {!found && <NotPublished family={family.id} />}
      {asked && <ShutConfirm family={family.id} asked={asked} form={form} />}
      {!asked && thing && <ToWhom family={family.id} thing={thing} viewers={viewers} />}
      {found && !asked && !thing && <ShutSearch family={family.id} typed={typed} found={found} />}
      {found && !asked && <Done {...props} />}
    </>
  )
}

function ToWhom({ family, thing, viewers }: { family: string; thing: Closable; viewers: Shutee[] }) {
  const { t } = useWords('desk-shut')
  const people = useWords('desk-people').t
  return (
    <>
      <h2>{t('to')}</h2>
      <blockquote className="said">{thing.words}</blockquote>
      <ul className="names">
        {viewers
          .filter(({ id }) => id !== thing.id)
          .map(({ id, name, side }) => (
            <li key={id}>
              <a
                className="button quiet"
                href={`/desk/families/${family}/shut?${new URLSearchParams({ item: thing.id, to: id })}`}
              >
                {side ? t('side', { name }) : name}
              </a>
            </li>
          ))}
      </ul>
      <p className="soft">{t('lookFirst')}</p>
      <p className="notes">
        {viewers
          .filter(({ id, side }) => !side && id !== thing.id)
          .map(({ id, name }) => (
            <a key={id} className="press" href={`/desk/families/${family}/as/${id}`}>
              {people('seeAs', { name })}
            </a>
          ))}
      </p>
      <p>
        <a className="press" href={`/desk/families/${family}/shut`}>
          {t('other')}
        </a>
      </p>
    </>
  )
}

function Done({ shut, told }: ShutPageProps) {
  const { t, lang } = useWords('desk-shut')
  if (shut.length + told.length === 0) return null
  return (
    <section>
      <h2>{t('done')}</h2>
      {told.map(({ name, knows }) => (
        <div key={name} className="told">
          <p>{t('told', { name })}</p>
          <blockquote className="said">{knows}</blockquote>
        </div>
      ))}
      <ul className="lines">
        {shut.map(({ what, to, at }) => (
          <li key={what + to} className="line">
            <div className="at">{shortWhen(at, lang)}</div>
            <div className="what">
              <p>{what}</p>
              <p className="soft">{t('toWhom', { name: to })}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
