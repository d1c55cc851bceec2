import type { SeenAgreement, SeenAnswer, SeenCommitment } from '#app/domain/access/plan-as-seen'
import type { StoryOnItsWay } from '#app/domain/access/stories-asked'
import { Chip } from '../chip'
import { Face } from '../face'
import { Agreements } from '../plan/agreements'
import { When } from '../plan/commitments'
import { Quote, Words } from '../wording'
import { useWords } from '../words'
import { FamilyHead, type FamilyHeadProps, NotPublished } from './family-head'
import { StoriesWay } from './stories-way'
import { shortWhen } from './when'

export type AnswersPageProps = FamilyHeadProps & {
  commitments: SeenCommitment[]
  agreements: SeenAgreement[]
  stories: StoryOnItsWay[]
  /** What was answered before, by commitment. */
  before: Record<string, SeenAnswer[]>
}

type Gap = 'nobody' | 'backup' | 'waiting' | 'but'
const GAPS: Gap[] = ['nobody', 'backup', 'waiting', 'but']

/** What is missing for this to be sure to happen. */
function gapsOf({ who, backup, answer }: SeenCommitment): Gap[] {
  const open = !who ? 'nobody' : !answer || answer.stale ? 'waiting' : answer.choice === 'yes' ? undefined : 'but'
  return [...(open ? [open as Gap] : []), ...(backup ? [] : ['backup' as const])]
}

/** The board: each thing to do, who does it, what they said in their own words, and the gaps first. */
export function AnswersPage({ family, commitments, agreements, stories, before }: AnswersPageProps) {
  const { t } = useWords('desk-families')
  const rows = commitments.map((item) => ({ item, gaps: gapsOf(item) }))
  const worst = (gaps: Gap[]) => Math.min(...gaps.map((gap) => (gap === 'backup' ? 3 : GAPS.indexOf(gap))), 4)
  const counts = GAPS.map((gap) => ({ gap, count: rows.filter(({ gaps }) => gaps.includes(gap)).length }))
  return (
    <>
      <FamilyHead family={family} on="answers" />
      {!family.published && <NotPublished family={family.id} />}
      {family.published && (
        <>
          <Agreements of={agreements} />
          <StoriesWay of={stories} />
          <h2>{t('board.title')}</h2>
          <p className="counts">
            {counts.every(({ count }) => count === 0) && rows.length > 0 && t('board.gaps.none')}
            {counts.map(
              ({ gap, count }) =>
                count > 0 && (
                  <Chip key={gap} is="ask">
                    {t(`board.gaps.${gap}`, { count })}
                  </Chip>
                ),
            )}
          </p>
          {rows.length === 0 && <p>{t('board.empty')}</p>}
          <table className="board">
            <thead>
              <tr>
                {(['what', 'who', 'answer', 'backup'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`board.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows
                .sort((a, b) => worst(a.gaps) - worst(b.gaps))
                .map(({ item }) => (
                  <Row key={item.id} of={item} earlier={before[item.id] ?? []} />
                ))}
            </tbody>
          </table>
        </>
      )}
    </>
  )
}

function Row({ of, earlier }: { of: SeenCommitment; earlier: SeenAnswer[] }) {
  const { t } = useWords('desk-families')
  const { words, when, who, backup } = of
  return (
    <tr>
      <th scope="row">
        <Words of={words} />
        <small className="by">
          <When of={when} />
        </small>
      </th>
      <td data-label={t('board.who')}>
        {who ? (
          <span className="named">
            <Face of={who} /> {who.name}
          </span>
        ) : (
          <span>
            <Chip is="ask">{t('board.nobody')}</Chip>
          </span>
        )}
      </td>
      <td data-label={t('board.answer')}>
        <div>{who && <Answer of={of} earlier={earlier} />}</div>
      </td>
      <td data-label={t('board.backup')}>
        <span>{backup ? backup.name : <Chip is="ask">{t('board.noBackup')}</Chip>}</span>
      </td>
    </tr>
  )
}

function Answer({ of: { answer }, earlier }: { of: SeenCommitment; earlier: SeenAnswer[] }) {
  const { t, lang } = useWords('desk-families')
  const plan = useWords('plan').t
  if (!answer) return <Chip is="ask">{t('board.noAnswer')}</Chip>
  return (
    <>
      <Chip is={answer.choice === 'yes' && !answer.stale ? 'yes' : 'ask'}>{plan(`answer.${answer.choice}`)}</Chip>{' '}
      {answer.words && <Quote words={answer.words} language={answer.language} />}{' '}
      <small>{shortWhen(answer.on, lang)}</small>
      {answer.stale && <small className="by">{t('board.stale')}</small>}
      <ToWords of={answer} />
      {earlier.length > 0 && (
        <details>
          <summary>{t('board.earlier', { count: earlier.length })}</summary>
          <ul>
            {earlier.map((one) => (
              <li key={one.on + one.choice}>
                {plan(`answer.${one.choice}`)} {one.words && <Quote words={one.words} language={one.language} />}{' '}
                <small>{shortWhen(one.on, lang)}</small>
                <ToWords of={one} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** What it was an answer to, where the plan says something else now. */
function ToWords({ of: { toWords } }: { of: SeenAnswer }) {
  const { t } = useWords('desk-families')
  return toWords ? <small className="by">{t('board.toWords', { words: toWords.replaceAll('\n', ', ') })}</small> : null
}
