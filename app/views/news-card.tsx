import type { News } from '#app/domain/said/news'
import { day } from './dates'
import { Face } from './face'
import { Quote } from './wording'
import { useWords } from './words'

/** Someone read what the reader wrote, or wrote back. */
export function NewsCard({ of: { by, on, about, reply, withheld } }: { of: News }) {
  const { t, lang } = useWords('home')
  return (
    <section className="card rows">
      <div className="told-by">
        {by && <Face of={by} />}
        <div>
          <h2>
            {t(withheld ? 'withheld' : reply ? 'replied' : 'seen', {
              name: by?.name ?? t('council'),
              ring: withheld?.ring.name,
            })}
          </h2>
          {reply && (
            <p>
              <Quote words={reply} />
            </p>
          )}
          {about && (
            <small className="by">
              {t('youWrote')} <Quote words={about} />
            </small>
          )}
          <small className="by">{day(on, lang)}</small>
        </div>
      </div>
    </section>
  )
}
