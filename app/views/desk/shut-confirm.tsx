import type { ReactNode } from 'react'
import type { Narrowing } from '#app/domain/access/narrow'
import { Words } from '../wording'
import { useWords } from '../words'
import { type DeskForm, TicketForm } from './ticket-form'

export type ShutConfirmProps = { family: string; asked: Narrowing; form: DeskForm }

/** What they read now and then, and beside it their plan as it would be; then one press. */
export function ShutConfirm({ family, asked, form }: ShutConfirmProps) {
  const { t } = useWords('desk-shut')
  const { thing, viewer, going, unread } = asked
  const url = `/desk/families/${family}`
  const { name } = viewer
  return (
    <>
      <h2>{t('confirm', { name })}</h2>
      <blockquote className="said">{thing.words}</blockquote>
      <div className={viewer.side ? undefined : 'beside'}>
        {!viewer.side && (
          <section>
            <h3>{t('after', { name })}</h3>
            <iframe
              className="phone"
              title={t('after', { name })}
              src={`${url}/phone/${viewer.id}?${new URLSearchParams({ page: 'plan', without: thing.id })}`}
              sandbox=""
            />
            <a className="press" href={`${url}/as/${viewer.id}`}>
              {t('now', { name })}
            </a>
          </section>
        )}
        <div>
          {going.map((one) => (
            <Goes key={one.name} of={one} />
          ))}
          {unread.words.length > 0 && (
            <>
              <h3>{t('unread', { name })}</h3>
              <Few of={unread.words} />
              {unread.more && <p>{t('andMore')}</p>}
            </>
          )}
          {/* With what was chosen in the address, so that a press that comes back comes back to this step. */}
          <TicketForm action={`${url}/shut?${new URLSearchParams({ item: thing.id, to: viewer.id })}`} form={form}>
            <input type="hidden" name="item" value={thing.id} />
            <input type="hidden" name="to" value={viewer.id} />
            <p className="soft">{t('undoHow')}</p>
            <button className="button grave" type="submit">
              {t('shutNow')}
            </button>
          </TicketForm>
          <p>
            <a className="press" href={`${url}/shut?${new URLSearchParams({ item: thing.id })}`}>
              {t('otherPerson')}
            </a>
          </p>
        </div>
      </div>
    </>
  )
}

function Goes({ of: { name, counts, goes, comes } }: { of: Narrowing['going'][number] }) {
  const { t } = useWords('desk-shut')
  const common = useWords('common').t
  const said = ({ kind, words }: (typeof goes)[number]) =>
    kind === 'number' && 'text' in words ? common('ring', { name: words.text }) : <Words key={kind} of={words} />
  if (counts.length === 0) return <p>{t('nothingGoes', { name })}</p>
  return (
    <section>
      <h3>{t('goes', { name })}</h3>
      <ul className="notes">
        {counts.map(({ kind, now, after }) => (
          <li key={kind}>{t('count', { kind: t(`kinds.${kind}`), now, after })}</li>
        ))}
      </ul>
      <Few of={goes.map(said)} />
      {comes.length > 0 && (
        <>
          <h3>{t('comes', { name })}</h3>
          <Few of={comes.map(said)} />
        </>
      )}
    </section>
  )
}

const SHOWN = 5

/** The first of a list; the rest behind one press. */
function Few({ of }: { of: ReactNode[] }) {
  const { t } = useWords('desk-shut')
  // biome-ignore lint/suspicious/noArrayIndexKey: a page drawn once, on the server
  const rows = of.map((one, i) => <li key={i}>{one}</li>)
  const rest = rows.slice(SHOWN)
  return (
    <>
      <ul className="dots">{rows.slice(0, SHOWN)}</ul>
      {rest.length > 0 && (
        <details>
          <summary>{t('rest', { count: rest.length })}</summary>
          <ul className="dots">{rest}</ul>
        </details>
      )}
    </>
  )
}
