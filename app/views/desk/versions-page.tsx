import type { VersionLine } from '#app/domain/desk/versions-for-staff'
import { Chip } from '../chip'
import { useWords } from '../words'
import { BeingWritten, type Writing } from './being-written'
import { FamilyHead, type FamilyHeadProps } from './family-head'
import { PlanPages } from './plan-pages'
import { shortWhen } from './when'

export type VersionsPageProps = FamilyHeadProps & {
  versions: VersionLine[]
  /** Which of them the reader may make the draft again. */
  mayRestore: number[]
  /** One is being written: none is made the draft again before it is finished. */
  writing?: Writing
}

/** Every version, newest first: who made it, whose hands it went through, and what changed with it. */
export function VersionsPage({ family, versions, mayRestore, writing }: VersionsPageProps) {
  const { t } = useWords('desk-versions')
  const shown = versions.find(({ publishedAt }) => publishedAt)
  return (
    <>
      <FamilyHead family={family} on="plan" />
      <PlanPages family={family.id} on="versions" />
      <h2>{t('title')}</h2>
      <p className="soft">{t('lead')}</p>
      {writing && <BeingWritten family={family.id} of={writing} waits />}
      {versions.length > 1 && <Choose family={family.id} versions={versions} />}
      <ol className="lines">
        {versions.map((one, i) => (
          <Row
            key={one.number}
            of={one}
            url={`/desk/families/${family.id}/versions`}
            before={versions[i + 1]?.number}
            state={one === shown ? 'shown' : one.publishedAt ? undefined : i === 0 ? 'draft' : 'putAside'}
            mayRestore={mayRestore.includes(one.number)}
          />
        ))}
      </ol>
    </>
  )
}

type RowProps = {
  of: VersionLine
  url: string
  before?: number
  state?: 'shown' | 'draft' | 'putAside'
  mayRestore: boolean
}

function Row({ of, url, before, state, mayRestore }: RowProps) {
  const { t, lang } = useWords('desk-versions')
  const { number, madeAt } = of
  return (
    <li className="line">
      <div className="at">
        <time>{shortWhen(madeAt, lang)}</time>
      </div>
      <div className="what">
        <p>
          <b>{t('number', { number })}</b>{' '}
          {state && <Chip is={state === 'shown' ? 'yes' : state === 'draft' ? 'ask' : undefined}>{t(state)}</Chip>}
        </p>
        <Hands of={of} />
      </div>
      <div className="act">
        {before !== undefined && (
          <a className="press" href={`${url}/${before}/${number}`} aria-label={t('withBeforeOf', { number })}>
            {t('withBefore')}
          </a>
        )}
        {mayRestore && (
          <a className="press" href={`${url}/${number}/restore`} aria-label={t('restoreOf', { number })}>
            {t('restore')}
          </a>
        )}
      </div>
    </li>
  )
}

const SAID = { asked: 'asked', endorsed: 'endorsed', 'second-checked': 'checked', 'sent-back': 'sentBack' } as const

/** Each hand it went through, with its time; of one that came in published those who stand behind it. */
function Hands({ of: { by, acts, publishedAt, endorsedBy, checkedBy } }: { of: VersionLine }) {
  const { t, lang } = useWords('desk-versions')
  return (
    <p className="notes">
      <span>{t('made', { name: by })}</span>
      {acts.map((act) => (
        <span key={act.kind + act.at}>
          {t(SAID[act.kind], { name: act.by })} {shortWhen(act.at, lang)}
        </span>
      ))}
      {acts.length === 0 && endorsedBy && <span>{t('endorsed', { name: endorsedBy })}</span>}
      {acts.length === 0 && checkedBy && <span>{t('checked', { name: checkedBy })}</span>}
      {publishedAt && (
        <span>
          {t('published')} {shortWhen(publishedAt, lang)}
        </span>
      )}
    </p>
  )
}

/** Any two: a form that only asks. */
function Choose({ family, versions }: { family: string; versions: VersionLine[] }) {
  const { t, lang } = useWords('desk-versions')
  const options = versions.map(({ number, madeAt }) => (
    <option key={number} value={number}>
      {t('number', { number })}, {shortWhen(madeAt, lang)}
    </option>
  ))
  return (
    <form method="get" action={`/desk/families/${family}/versions`} className="two">
      <label>
        {t('older')}{' '}
        <select name="a" defaultValue={versions.at(-1)?.number}>
          {options}
        </select>
      </label>{' '}
      <label>
        {t('newer')}{' '}
        <select name="b" defaultValue={versions[0]?.number}>
          {options}
        </select>
      </label>{' '}
      <button className="button" type="submit">
        {t('go')}
      </button>
    </form>
  )
}
