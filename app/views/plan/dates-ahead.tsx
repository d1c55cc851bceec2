import type { SeenMeeting, Wording } from '#app/domain/access/plan-as-seen'
import { dayAndTime } from '../dates'
import { together } from '../lists'
import { Words, WordsList } from '../wording'
import { useWords } from '../words'

/** The steps from now to when the plan is not needed any more. */
export function Phases({ of }: { of: Wording[] }) {
  const { t } = useWords('plan')
  if (of.length === 0) return null
  return (
    <section>
      <h2>{t('phases')}</h2>
      <div className="card">
        <WordsList of={of} className="dots" />
      </div>
    </section>
  )
}

/** When people meet. The calendar entry says nothing but the service's name. */
export function Meetings({ of, planUrl }: { of: SeenMeeting[]; planUrl: string }) {
  const { t, lang } = useWords('plan')
  if (of.length === 0) return null
  return (
    <section id="dates">
      <h2>{t('dates')}</h2>
      {of.map(({ id, at, place, who }) => (
        <section key={id} className="card">
          <h3>{dayAndTime(at, lang)}</h3>
          {place && (
            <p>
              <Words of={place} />
            </p>
          )}
          {who.length > 0 && (
            <p className="soft">
              {t('whoComes', {
                names: together(
                  who.map((one) => (one.you ? t('you') : one.name)),
                  lang,
                ),
              })}
            </p>
          )}
          <p className="go">
            <a href={`${planUrl}/dates/${id}.ics`}>{t('calendar')}</a>
          </p>
        </section>
      ))}
    </section>
  )
}
