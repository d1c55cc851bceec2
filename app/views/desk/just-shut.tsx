import type { RecentlyShut } from '#app/domain/access/undo-narrow'
import { useWords } from '../words'

export type JustShutProps = { family: string; recent: (RecentlyShut & { ticket: string })[] }

/** What this reader shut a moment ago, and the way back while there is one. */
export function JustShut({ family, recent }: JustShutProps) {
  const { t } = useWords('desk-shut')
  return recent.map(({ at, to, name, what, others, ticket }) => (
    <form key={at + to} className="undo" method="post" action={`/desk/families/${family}/shut/undo`}>
      <input type="hidden" name="ticket" value={ticket} />
      <input type="hidden" name="at" value={at} />
      <input type="hidden" name="to" value={to} />
      <span>
        {t('just.was', { name, what })} {others > 0 && t('just.others', { count: others })}
      </span>
      <button type="submit" className="press" aria-label={t('just.undoWhat', { name, what })}>
        {t('just.undo')}
      </button>
      <small className="soft">{t('just.forHow')}</small>
    </form>
  ))
}
