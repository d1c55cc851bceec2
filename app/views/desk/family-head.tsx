import { Chip } from '../chip'
import { useWords } from '../words'

export type FamilyHeadProps = {
  /** `manages`: the reader is its manager, and sees who looked at what. */
  family: { id: string; name: string; reference: string; published: boolean; manages?: boolean }
}

export const familyTabs = ['plan', 'people', 'answers', 'log', 'texts', 'shut'] as const
export type FamilyTab = (typeof familyTabs)[number] | 'trail'

/** Which family this is, and its other pages; `alone`: they are not the reader's. */
export function FamilyHead({ family, on, alone }: FamilyHeadProps & { on?: FamilyTab; alone?: boolean }) {
  const { t } = useWords('desk-families')
  return (
    <>
      <h1>
        {family.name} <small className="reference">{family.reference}</small>{' '}
        {!family.published && <Chip is="ask">{t('draft')}</Chip>}
      </h1>
      {!alone && (
        <nav className="tabs" aria-label={t('tabs')}>
          {[...familyTabs, ...(family.manages ? (['trail'] as const) : [])].map((page) => (
            <a
              key={page}
              className="tab"
              href={`/desk/families/${family.id}/${page}`}
              aria-current={page === on ? 'page' : undefined}
            >
              {t(page)}
            </a>
          ))}
        </nav>
      )}
    </>
  )
}

/** Nothing of this family can be read or sent yet, and what has to happen first. */
export function NotPublished({ family }: { family: string }) {
  const { t } = useWords('desk-families')
  const publish = useWords('desk-publish').t
  return (
    <div className="told">
      <p>
        <b>{t('draftPlan.title')}</b>
      </p>
      <p>{t('draftPlan.what')}</p>
      <p>
        <a className="press" href={`/desk/families/${family}/plan`}>
          {publish('seeWay')}
        </a>
      </p>
    </div>
  )
}
