import { Fragment } from 'react'
import { day } from '../dates'
import { useWords } from '../words'
import { AtHand, type AtHandProps } from './at-hand'
import { FamilyAtHand } from './entry-row'
import { PlaceContext } from './kept-place'
import { Keys } from './keys'
import { NowContext } from './moment'
import { deskAt, TodayLists, type TodayListsProps } from './today-lists'

export type TodayPageProps = TodayListsProps & {
  /** Now, in UTC. */
  now: string
  toRead: number
  /** What was just done to a plan that is not the reader's to see any more. */
  done?: 'checked' | 'returned'
  beside?: AtHandProps
}

/**
 * The desk: what is owed first (calls, what a machine could not do, worries, what nobody has, silences), then the rest;
 * beside it a family at hand, and the phone of one of its people. Nothing here is a wizard.
 */
export function TodayPage({ now, toRead, beside, ...parts }: TodayPageProps) {
  const { t, lang } = useWords('desk')
  const publish = useWords('desk-publish').t
  const { unusual, guesses, stuck, uninvited, reach, drafts, toTell, dues, gaps, silences, unanswered, done } = parts
  const toDo = [unusual, guesses, stuck, uninvited, reach, drafts, toTell, dues, gaps, silences, unanswered].flat()
    .length
  const summary = [
    ...(toRead > 0 ? [t('summary.toRead', { count: toRead })] : []),
    ...(toDo > 0 ? [t('summary.toDo', { count: toDo })] : []),
  ]
  return (
    <div className={beside ? 'command' : undefined}>
      <div>
        <h1>{day(now, lang)}</h1>
        <p className="notes so-much" role="status">
          {summary.length > 0 ? summary.join(' · ') : t('summary.nothing')}
        </p>
        <Keys />
        {done && (
          <p className="told" role="status">
            {publish(`desk.${done}`)}
          </p>
        )}
        <Filters only={parts.only} family={parts.family} counts={parts.counts} />
        <div id="list" data-waiting={toRead}>
          <PlaceContext.Provider value={placeOf(parts, beside)}>
            <NowContext.Provider value={now}>
              <FamilyAtHand.Provider value={beside?.family.id}>
                <TodayLists {...parts} />
              </FamilyAtHand.Provider>
            </NowContext.Provider>
          </PlaceContext.Provider>
        </div>
      </div>
      {beside && <AtHand {...beside} />}
    </div>
  )
}

/** The address's question, as a press gives it back. */
function placeOf({ only, family }: Pick<TodayPageProps, 'only' | 'family'>, beside?: AtHandProps): string {
  const at = beside && { family: beside.family.id, person: beside.person?.id, page: beside.person && beside.page }
  return deskAt({ only, in: family?.id, ...at }).split('?')[1] ?? ''
}

const KINDS = ['calls', 'worries', 'checkIns', 'answers'] as const

/** One kind of what waits, or all of it; and one family, or all. */
function Filters({ only, family, counts }: Pick<TodayPageProps, 'only' | 'family' | 'counts'>) {
  const { t } = useWords('desk')
  return (
    <nav className="filters" aria-label={t('filters.label')}>
      {[undefined, ...KINDS].map((kind) => (
        <Fragment key={kind ?? 'all'}>
          <a
            className="press"
            href={deskAt({ only: kind, in: family?.id })}
            aria-current={kind === only ? 'true' : undefined}
          >
            {t(`filters.${kind ?? 'all'}`)}
            {kind && <small>&nbsp;{counts[kind]}</small>}
          </a>{' '}
        </Fragment>
      ))}
      {family && (
        <a className="press" href={deskAt({ only })}>
          {t('filters.notOnly', { name: family.name })}
        </a>
      )}
    </nav>
  )
}
