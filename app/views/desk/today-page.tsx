import { Fragment } from 'react'
import type { DeskEntry } from '#app/domain/desk/desk'
import type { Gap, Silence } from '#app/domain/desk/gaps'
import type { Only } from '#app/domain/said/unseen'
import { day } from '../dates'
import { Earlier } from '../earlier'
import { useWords } from '../words'
import { AtHand, type AtHandProps } from './at-hand'
import { EntryRow, entryLine } from './entry-row'
import { GapRow, SilenceRow } from './gap-rows'
import { type GuessesLine, GuessesRow } from './guesses-row'
import { Keys } from './keys'
import { List } from './list'
import { SeenAll, Undo, type UndoProps } from './seen-all'
import { type StuckLine, StuckRow } from './stuck-row'
import { ReplyRow, type ReplyRowLine } from './text-row'
import { TextsDown } from './texts-page'

type Waiting = DeskEntry & { seenTicket?: string; callTicket?: string }
export type TodayPageProps = {
  /** Now, in UTC. */
  now: string
  administrator: boolean
  first: Waiting[]
  stuck: StuckLine[]
  gaps: Gap[]
  silences: Silence[]
  guesses: GuessesLine[]
  replies: ReplyRowLine[]
  rest: Waiting[]
  toRead: number
  earlier: { first?: string | null; rest?: string | null }
  /** The ticket of the button that marks the whole rest as seen. */
  allTicket: string
  undo?: UndoProps
  only?: Only
  /** The family the list is held to. */
  family?: { id: string; name: string }
  beside?: AtHandProps
  textsDownSince?: string
}

/**
 * The desk: what is owed first (calls, what a machine could not do, worries, what nobody has, silences), then the rest;
 * beside it a family at hand, and the phone of one of its people. Nothing here is a wizard.
 */
export function TodayPage({ now, administrator, toRead, beside, ...parts }: TodayPageProps) {
  const { t, lang } = useWords('desk')
  const { guesses, stuck, gaps, silences } = parts
  const toDo = guesses.length + stuck.length + gaps.length + silences.length
  const summary = [
    ...(toRead > 0 ? [t('summary.toRead', { count: toRead })] : []),
    ...(toDo > 0 ? [t('summary.toDo', { count: toDo })] : []),
  ]
  return (
    <div className={beside ? 'command' : undefined}>
      <div>
        <h1>{day(now, lang)}</h1>
        <p className="notes">
          <span role="status">
            {administrator ? t('administrator') : summary.length > 0 ? summary.join(' · ') : t('summary.nothing')}
          </span>
          {!administrator && <Keys />}
        </p>
        {!administrator && <Filters only={parts.only} family={parts.family} />}
        <div id="list" data-waiting={toRead}>
          <Lists {...parts} />
        </div>
      </div>
      {beside && <AtHand {...beside} />}
    </div>
  )
}

type ListsProps = Omit<TodayPageProps, 'now' | 'administrator' | 'toRead' | 'beside'>

function Lists({ first, stuck, gaps, silences, guesses, replies, rest, ...more }: ListsProps) {
  const { t } = useWords('desk')
  const texts = useWords('desk-texts').t
  const people = useWords('desk-people').t
  const { earlier, only, family, undo, allTicket, textsDownSince } = more
  const calls = first.filter(({ ringMe }) => ringMe)
  const worries = first.filter(({ ringMe }) => !ringMe)
  const on = (part: 'first' | 'rest', before: string) => `/desk?${query({ only, in: family?.id, [part]: before })}`
  return (
    <>
      <TextsDown since={textsDownSince} />
      {undo && <Undo {...undo} />}
      <List heading={t('calls')}>{calls.map(asRow)}</List>
      {!only && (
        <>
          <List heading={t('stuck')}>
            {stuck.map((line) => (
              <StuckRow key={line.person.id} of={line} />
            ))}
          </List>
          <List heading={people('guesses.heading')}>
            {guesses.map((line) => (
              <GuessesRow key={line.person.id} of={line} />
            ))}
          </List>
        </>
      )}
      <List heading={t('worries')}>{worries.map(asRow)}</List>
      <Earlier href={earlier.first ? on('first', earlier.first) : undefined} />
      {!only && (
        <>
          <List heading={texts('replies')}>
            {replies.map((reply) => (
              <ReplyRow key={reply.id} of={reply} />
            ))}
          </List>
          <List heading={t('gaps.heading')}>
            {gaps.map((gap) => (
              <GapRow key={gap.family.id + gap.task} of={gap} />
            ))}
          </List>
          <List heading={t('silences.heading')}>
            {silences.map((silence) => (
              <SilenceRow key={silence.person.id} of={silence} />
            ))}
          </List>
        </>
      )}
      <List heading={t('rest')} all={<SeenAll entries={rest.map(({ id }) => id)} ticket={allTicket} />}>
        {rest.map(asRow)}
      </List>
      <Earlier href={earlier.rest ? on('rest', earlier.rest) : undefined} />
    </>
  )
}

const asRow = (entry: Waiting) => <EntryRow key={entry.id} of={entryLine(entry)} />

const query = (asked: Record<string, string | undefined>) =>
  new URLSearchParams(Object.entries(asked).filter((one): one is [string, string] => !!one[1])).toString()

const KINDS = ['calls', 'worries', 'checkIns', 'answers'] as const

/** One kind of what waits, or all of it; and one family, or all. */
function Filters({ only, family }: Pick<TodayPageProps, 'only' | 'family'>) {
  const { t } = useWords('desk')
  return (
    <nav className="filters" aria-label={t('filters.label')}>
      {[undefined, ...KINDS].map((kind) => (
        <Fragment key={kind ?? 'all'}>
          <a
            className="press"
            href={`/desk?${query({ only: kind, in: family?.id })}`}
            aria-current={kind === only ? 'true' : undefined}
          >
            {t(`filters.${kind ?? 'all'}`)}
          </a>{' '}
        </Fragment>
      ))}
      {family && (
        <a className="press" href={`/desk?${query({ only })}`}>
          {t('filters.notOnly', { name: family.name })}
        </a>
      )}
    </nav>
  )
}
