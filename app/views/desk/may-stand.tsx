import type { DecidedLine } from '#app/domain/record/findings-for-staff'
import { together } from '../lists'
import { useWords } from '../words'
import { apart } from './apart'
import { shortWhen } from './when'

/** What was decided, by whom and why, each with the press that takes it back. */
export function MayStand({ family, of, ticket }: { family: string; of: DecidedLine[]; ticket: string }) {
  const { t, lang } = useWords('desk-check')
  if (of.length === 0) return null
  return (
    <section>
      <h2>{t('decided')}</h2>
      <p className="soft">{t('decidedAbout')}</p>
      <ul className="lines">
        {of.map(({ id, found, names, by, at, reason }) => {
          const words = { found: apart(found, lang), names: together(names, lang) }
          return (
            <li key={id} className="line">
              <div className="at">{shortWhen(at, lang)}</div>
              <div className="what">
                <p>
                  <b>{t('mayRead', words)}</b>
                </p>
                <p className="soft">{t('who', { name: by })}</p>
                <blockquote className="reply" dir="auto">
                  {reason}
                </blockquote>
              </div>
              <form className="act" method="post" action={`/desk/families/${family}/findings/take-back`}>
                <input type="hidden" name="ticket" value={ticket} />
                <input type="hidden" name="decided" value={id} />
                <button type="submit" className="press" aria-label={t('takeBackWhat', words)}>
                  {t('takeBack')}
                </button>
              </form>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
