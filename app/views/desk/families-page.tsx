import { Chip } from '../chip'
import { useWords } from '../words'

export type FamilyLine = {
  id: string
  name: string
  reference: string
  as: 'worker' | 'covering' | 'manager' | 'glass'
  published: boolean
  waiting: number
}

/** The families one member of staff works with today. */
export function FamiliesPage({ families, mayAdd }: { families: FamilyLine[]; mayAdd: boolean }) {
  const { t } = useWords('desk-families')
  const desk = useWords('desk').t
  const staffWords = useWords('desk-staff').t
  return (
    <>
      <div className="head">
        <h1>{t('title')}</h1>
        {mayAdd && (
          <a className="button" href="/desk/families/new">
            {t('add')}
          </a>
        )}
      </div>
      {families.length === 0 && mayAdd && <p>{t('none')}</p>}
      {!mayAdd && (
        <p>
          {desk('administrator')} <a href="/desk/settings">{desk('settings')}</a>
        </p>
      )}
      <ul className="lines families">
        {families.map(({ id, name, reference, as, published, waiting }) => (
          <li key={id} className="line" tabIndex={-1}>
            <div className="at">{reference}</div>
            <div className="what">
              <a href={`/desk/families/${id}/plan`}>
                <b>{name}</b>
              </a>{' '}
              {!published && <Chip is="ask">{t('draft')}</Chip>}
              <p className="notes">
                <span>
                  {t('you')}: {desk(`as.${as}`)}
                </span>
                {waiting > 0 && <span>{desk('summary.toRead', { count: waiting })}</span>}
              </p>
            </div>
            <nav className="act" aria-label={name}>
              <a className="press" href={`/desk/families/${id}/handover`}>
                {staffWords('handover.short')}
              </a>
              <a className="press" href={`/desk/families/${id}/people`}>
                {t('people')}
              </a>
              <a className="press" href={`/desk/families/${id}/answers`}>
                {t('answers')}
              </a>
              <a className="press" href={`/desk/families/${id}/log`}>
                {t('log')}
              </a>
            </nav>
          </li>
        ))}
      </ul>
    </>
  )
}
