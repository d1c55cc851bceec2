import type { GoneLine } from '#app/domain/record/writing/page'
import { useWords } from '../../words'
import { shortWhen } from '../when'

/** What was taken out can be put back; words that came for it since are shown first. */
export function Gone({ of }: { of: GoneLine[] }) {
  const { t, lang } = useWords('desk-edit')
  if (of.length === 0) return null
  const waits = of.some(({ beside }) => beside.length > 0)
  return (
    <details className="gone" open={waits}>
      <summary>{t('gone.title', { count: of.length })}</summary>
      <ul className="lines">
        {of.map(({ id, words, by, on, beside }) => (
          <li key={id} className="line">
            <div className="at">{shortWhen(on, lang)}</div>
            <div className="what">
              <p dir="auto">{words || t('gone.empty')}</p>
              <p className="soft">{t('gone.by', { name: by })}</p>
              {beside.map((one) => (
                <blockquote key={one.id} className="said">
                  <p className="soft">{t('gone.wrote', { name: one.by, when: shortWhen(one.at, lang) })}</p>
                  <p dir="auto">{one.words}</p>
                </blockquote>
              ))}
            </div>
            <div className="act">
              <button type="submit" name="do" value={`restore|${id}`} className="press">
                {t('gone.restore')}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </details>
  )
}
