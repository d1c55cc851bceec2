import { Fragment } from 'react'
import type { PersonLine } from '#app/domain/desk/people-for-staff'
import { Chip } from '../chip'
import { useWords } from '../words'

/** Before somebody who stands apart is invited: their plan as their phone will show it. */
export function AllTheySee({ family, person: { id, name, apart } }: { family: string; person: PersonLine }) {
  const { t } = useWords('desk-people')
  const title = t('apart.all', { name })
  return (
    <section>
      <h2>{title}</h2>
      <p>
        {apart.map((why) => (
          <Fragment key={why}>
            <Chip is="ask">{t(`apart.why.${why}`)}</Chip>{' '}
          </Fragment>
        ))}
      </p>
      <p className="soft">{t('apart.allIs')}</p>
      <iframe className="phone" title={title} src={`/desk/families/${family}/phone/${id}?page=plan`} sandbox="" />
      <a className="press" href={`/desk/families/${family}/as/${id}`}>
        {t('apart.open', { name })}
      </a>
    </section>
  )
}
