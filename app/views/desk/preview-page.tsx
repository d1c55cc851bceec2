import type { NextText } from '#app/domain/desk/next-text'
import { useWords } from '../words'
import { AllTheyRead, type AllTheyReadProps } from './all-they-read'
import { NextTextCard } from './next-text'
import { asked, type PreviewPageName, PreviewTabs } from './preview-tabs'

export type PreviewProps = {
  family: { id: string; name: string; published: boolean }
  person: { id: string; name: string }
  page: PreviewPageName
  /** Absent when they have no view. */
  reads?: AllTheyReadProps['reads']
  text?: NextText
  hasView: boolean
  /** They have none, and this is what they would see in a circle. */
  outside: boolean
  /** It is the draft that is looked at; `hasBoth`: the other plan can be looked at as well. */
  ofDraft: boolean
  hasBoth: boolean
  /** Whether it is shown in the language they read. */
  inTheirs: boolean
  /** The reader makes the second check. */
  checking: boolean
}

/** What one person gets, made by what serves them: a page each, or all they can read one after the other. */
export function PreviewPage({ reads, text, ...of }: PreviewProps) {
  const { t } = useWords('desk-families')
  const { family, person, page, hasView, ofDraft } = of
  const { name } = person
  const url = `/desk/families/${family.id}`
  const draft = ofDraft && family.published ? 'draft' : undefined
  const title = t('preview.frame', { page: t(`preview.page.${page}`), name })
  return (
    <>
      <PreviewHead {...of} />
      <PreviewTabs url={`${url}/as/${person.id}`} name={name} on={page} of={draft} />
      {page === 'text' && text && <NextTextCard of={text} name={name} />}
      {page === 'plan' && reads && (
        <AllTheyRead name={name} pictures={`/desk/families/${family.id}/pictures`} reads={reads} />
      )}
      {page !== 'plan' && page !== 'text' && hasView && (
        <iframe
          className="phone alone"
          title={title}
          src={asked(`${url}/phone/${person.id}`, { page, of: draft })}
          sandbox=""
        />
      )}
    </>
  )
}

/** Whose eyes these are, what is looked at, and the way back. */
function PreviewHead({ family, person, page, hasView, outside, ofDraft, hasBoth, inTheirs, checking }: PreviewProps) {
  const { t } = useWords('desk-families')
  const publish = useWords('desk-publish').t
  const { name } = person
  const url = `/desk/families/${family.id}/as/${person.id}`
  const [at, of] = [page === 'plan' ? undefined : page, ofDraft && family.published ? 'draft' : undefined]
  return (
    <div className="told" role="note">
      <p>
        <b>{t(!hasView ? 'preview.nothing' : outside ? 'preview.outside' : 'preview.banner', { name })}</b>
      </p>
      {ofDraft && hasView && !outside && <p>{t('preview.draft', { name })}</p>}
      <p className="soft">{t('preview.unwritten', { name })}</p>
      <p className="notes">
        {hasView && page === 'plan' && <span>{t('preview.links')}</span>}
        {hasView && page === 'plan' && (
          <a className="press" href={asked(url, { in: inTheirs ? 'mine' : undefined, of })}>
            {inTheirs ? t('preview.inYours') : t('preview.inTheirs', { name })}
          </a>
        )}
        {hasBoth && (
          <a className="press" href={asked(url, { page: at, of: ofDraft ? undefined : 'draft' })}>
            {t(ofDraft ? 'preview.seePublished' : 'preview.seeDraft')}
          </a>
        )}
        <a className="press" href={`/desk/families/${family.id}/${checking ? 'check' : 'plan'}`}>
          {checking ? publish('checking.title') : t('preview.back')}
        </a>
      </p>
    </div>
  )
}
