import type { Closable, Shutee } from '#app/domain/access/narrowable'
import { useWords } from '../words'
import { FamilyHead, type FamilyHeadProps, NotPublished } from './family-head'
import { type DeskForm, TicketForm } from './ticket-form'
import { shortWhen } from './when'

export type ShutPageProps = FamilyHeadProps & {
  narrowable: {
    things: Closable[]
    viewers: Shutee[]
    shut: { what: string; to: string; at: string }[]
    told: { name: string; knows: string }[]
  } | null
  /** What was chosen in the first step. */
  chosen: { item: string; to: string }
  missing?: 'missing' | 'self'
  /** The second step: what exactly goes, to be confirmed. */
  asked?: { thing: Closable; viewer: Shutee; with: string[]; unread: { words: string[]; more: boolean } }
  form: DeskForm
}

/** Two steps on one address: choose, then see exactly what goes. There is no way back but a new plan, and it says so. */
export function ShutPage({ family, narrowable, chosen, missing, asked, form }: ShutPageProps) {
  const { t } = useWords('desk-families')
  return (
    <>
      <FamilyHead family={family} on="shut" />
      {!narrowable && <NotPublished family={family.id} />}
      {narrowable && (
        <>
          <h2>{t('shutting.title')}</h2>
          {asked ? (
            <Confirm family={family.id} asked={asked} form={form} />
          ) : (
            <Choose family={family.id} of={narrowable} chosen={chosen} missing={missing} />
          )}
          <Done of={narrowable} />
        </>
      )}
    </>
  )
}

type ChooseProps = { family: string; of: NonNullable<ShutPageProps['narrowable']> } & Pick<
  ShutPageProps,
  'chosen' | 'missing'
>

function Choose({ family, of: { things, viewers }, chosen, missing }: ChooseProps) {
  const { t } = useWords('desk-families')
  const kinds = [...new Set(things.map(({ kind }) => kind))]
  return (
    <form method="get" action={`/desk/families/${family}/shut`}>
      <p className="soft">{t('shutting.about')}</p>
      {missing && (
        <p className="told" role="alert">
          {t(`shutting.${missing}`)}
        </p>
      )}
      <div className="field">
        <label htmlFor="item">{t('shutting.what')}</label>
        <select id="item" name="item" required defaultValue={chosen.item}>
          <option value="">{t('shutting.choose')}</option>
          {kinds.map((kind) => (
            <optgroup key={kind} label={t(`shutting.kinds.${kind}`)}>
              {things
                .filter((thing) => thing.kind === kind)
                .map(({ id, words }) => (
                  <option key={id} value={id}>
                    {words.length > 90 ? `${words.slice(0, 90)}…` : words}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="to">{t('shutting.to')}</label>
        <select id="to" name="to" required defaultValue={chosen.to}>
          <option value="">{t('shutting.choose')}</option>
          {viewers.map(({ id, name, side }) => (
            <option key={id} value={id}>
              {side ? t('shutting.side', { name }) : name}
            </option>
          ))}
        </select>
      </div>
      <button className="button" type="submit">
        {t('shutting.next')}
      </button>
    </form>
  )
}

function Confirm({
  family,
  asked,
  form,
}: {
  family: string
  asked: NonNullable<ShutPageProps['asked']>
  form: DeskForm
}) {
  const { t } = useWords('desk-families')
  const { thing, viewer } = asked
  // With what was chosen in the address, so that a press that comes back comes back to this step.
  const action = `/desk/families/${family}/shut?${new URLSearchParams({ item: thing.id, to: viewer.id })}`
  return (
    <>
      <h3>{t('shutting.confirm', { name: viewer.name })}</h3>
      <blockquote className="said">{thing.words}</blockquote>
      {asked.with.length > 0 && (
        <>
          <p>{t('shutting.with', { person: thing.words })}</p>
          <ul className="dots">
            {asked.with.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </>
      )}
      {asked.unread.words.length > 0 && (
        <>
          <p>{t('shutting.unread', { name: viewer.name })}</p>
          <ul className="dots">
            {asked.unread.words.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
          {asked.unread.more && <p>{t('shutting.andMore')}</p>}
        </>
      )}
      <p className="told">{t('shutting.noUndo')}</p>
      <TicketForm action={action} form={form}>
        <input type="hidden" name="item" value={thing.id} />
        <input type="hidden" name="to" value={viewer.id} />
        <button className="button grave" type="submit">
          {t('shutting.shutNow')}
        </button>
      </TicketForm>
    </>
  )
}

function Done({ of: { shut, told } }: { of: NonNullable<ShutPageProps['narrowable']> }) {
  const { t, lang } = useWords('desk-families')
  if (shut.length + told.length === 0) return null
  return (
    <section>
      <h2>{t('shutting.done')}</h2>
      {told.map(({ name, knows }) => (
        <div key={name} className="told">
          <p>{t('shutting.told', { name })}</p>
          <blockquote className="said">{knows}</blockquote>
        </div>
      ))}
      <ul className="lines">
        {shut.map(({ what, to, at }) => (
          <li key={what + to} className="line">
            <div className="at">{shortWhen(at, lang)}</div>
            <div className="what">
              <p>{what}</p>
              <p className="soft">{t('shutting.to-whom', { name: to })}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
