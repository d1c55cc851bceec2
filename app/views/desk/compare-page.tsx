import type { Compared } from '#app/domain/desk/versions-for-staff'
import type { Difference, Mark } from '#app/domain/plan/differences'
import { Chip } from '../chip'
import { useWords } from '../words'
import { shortWhen } from './when'

export type ComparePageProps = { family: { id: string; name: string }; compared: Compared }

/** Two versions, thing by thing, with what went struck out and what came underlined. */
export function ComparePage({ family, compared }: ComparePageProps) {
  const { t, lang } = useWords('desk-versions')
  const { older, newer, differences, reordered } = compared
  const numbers = { older: older.number, newer: newer.number }
  return (
    <>
      <VersionsCrumb of={family} />
      <h1>{t('between', numbers)}</h1>
      <p className="notes">
        {[older, newer].map(({ number, madeAt, by }) => (
          <span key={number}>
            {t('number', { number })}: {t('made', { name: by })} {shortWhen(madeAt, lang)}
          </span>
        ))}
      </p>
      <p>
        {differences.length > 0 ? t('count', { count: differences.length }) : !reordered && t('same')}{' '}
        {reordered && t('reordered')}
      </p>
      <ul className="lines">
        {differences.map((one) => (
          <DifferenceRow key={one.kind + one.id} of={one} />
        ))}
      </ul>
      <p className="soft">{t('contact')}</p>
    </>
  )
}

export function VersionsCrumb({ of }: { of: { id: string; name: string } }) {
  const { t } = useWords('desk-versions')
  return (
    <p className="crumb">
      <a className="press" href={`/desk/families/${of.id}/versions`}>
        {of.name}: {t('title')}
      </a>
    </p>
  )
}

const IS = { new: 'isNew', gone: 'isGone', changed: 'isChanged' } as const

/** One thing that differs: what went is struck out, what came is underlined. */
export function DifferenceRow({ of: { kind, is, called, fields } }: { of: Difference }) {
  const { t } = useWords('desk-versions')
  const words = fields.find(({ field }) => field === 'text')
  return (
    <li className="line compared">
      <div className="at">{t(`kind.${kind}`)}</div>
      <div className="what">
        <p>
          <Chip is={is === 'changed' ? undefined : 'ask'}>{t(IS[is])}</Chip>{' '}
          {words ? <Marked of={words.marks} /> : <b dir="auto">{called}</b>}
        </p>
        {fields
          .filter((one) => one !== words)
          .map(({ field, language, marks }) => (
            <p key={field + language}>
              <small>
                {t(`field.${field}`)}
                {language && ` (${language})`}:
              </small>{' '}
              <Marked of={marks} language={language} />
            </p>
          ))}
      </div>
    </li>
  )
}

function Marked({ of, language }: { of: Mark[]; language?: string }) {
  return (
    <span dir="auto" lang={language ?? 'en'}>
      {of.map(({ is, text }, i) => {
        const Tag = is === 'out' ? 'del' : is === 'in' ? 'ins' : 'span'
        // biome-ignore lint/suspicious/noArrayIndexKey: a page drawn once, on the server
        return <Tag key={i}>{text}</Tag>
      })}
    </span>
  )
}
