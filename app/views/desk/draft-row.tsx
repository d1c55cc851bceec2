import type { DraftLine } from '#app/domain/desk/drafts-for-staff'
import { Quote } from '../wording'
import { useWords } from '../words'
import { Moment } from './moment'

export type DraftRowLine = Omit<DraftLine, 'familyId'>

/** A plan that waits for the reader: to be endorsed, looked at as each person, or asked for. */
export function DraftRow({ of: { family, turn, since, askedBy, sentBack } }: { of: DraftRowLine }) {
  const { t } = useWords('desk-publish')
  const url = `/desk/families/${family.id}/${turn === 'second-check' ? 'check' : 'plan'}`
  return (
    <li className="line" tabIndex={-1}>
      <div className="at">
        <Moment at={since} />
      </div>
      <div className="what">
        <p>
          <a href={url}>
            <b>{family.name}</b>
          </a>
        </p>
        <p>
          {sentBack ? (
            <>
              {t('desk.sentBack', { name: sentBack.by })} <Quote words={sentBack.words} />
            </>
          ) : turn === 'ask' ? (
            t(askedBy ? 'desk.again' : 'desk.notAsked')
          ) : (
            t('desk.asks', { name: askedBy })
          )}
        </p>
      </div>
      <div className="act">
        <a className="press" href={url} aria-label={t('desk.readWhat', { family: family.name })}>
          {t('desk.read')}
        </a>
      </div>
    </li>
  )
}
