import type { SeenMeeting, Wording } from '#app/domain/access/plan-as-seen'
import { day, fromTo } from '../dates'
import { together } from '../lists'
import { Words, WordsList } from '../wording'
import { useWords } from '../words'
import { AboutMeeting } from './about-meeting'
import { type Holder, Open } from './part'

/** The steps from now to when the plan is not needed any more. */
export function Phases({ of, In = Open }: { of: Wording[]; In?: Holder }) {
  const { t } = useWords('plan')
  if (of.length === 0) return null
  return (
    <In heading={t('phases')} hint={of.length}>
      <div className="card">
        <WordsList of={of} className="dots" />
      </div>
    </In>
  )
}

/** When people meet. The calendar entry says nothing but the service's name. */
export function Meetings({ of, planUrl, In = Open }: { of: SeenMeeting[]; planUrl: string; In?: Holder }) {
  const { t, lang } = useWords('plan')
  const [next] = of
  if (!next) return null
  return (
    <In id="dates" heading={t('dates')} hint={day(next.at, lang)}>
      {of.map(({ id, at, ends, place, who, ...more }) => (
        <section key={id} className="card">
          <h3>{fromTo({ at, ends }, lang)}</h3>
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
          <AboutMeeting of={more} />
          <p className="go">
            <a href={`${planUrl}/dates/${id}.ics`}>{t('calendar')}</a>
          </p>
        </section>
      ))}
    </In>
  )
}
