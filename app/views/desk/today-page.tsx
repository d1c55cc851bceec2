import type { ReactNode } from 'react'
import type { DeskEntry } from '#app/domain/desk/desk'
import { day } from '../dates'
import { Earlier } from '../earlier'
import { useWords } from '../words'
import { DraftRow, type DraftRowLine } from './draft-row'
import { EntryRow, entryLine } from './entry-row'
import { type GuessesLine, GuessesRow } from './guesses-row'
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
  drafts: DraftRowLine[]
  /** What was just done to a plan that is not the reader's to see any more. */
  done?: 'checked' | 'returned'
  guesses: GuessesLine[]
  replies: ReplyRowLine[]
  rest: Waiting[]
  toRead: number
  earlier: { first?: string | null; rest?: string | null }
  textsDownSince?: string
}

/** The desk: what a person said first, then what a machine could not do, then the rest. Nothing here is a wizard. */
export function TodayPage({ now, administrator, toRead, earlier, ...parts }: TodayPageProps) {
  const { first, stuck, drafts, done, guesses, replies, rest, textsDownSince } = parts
  const { t, lang } = useWords('desk')
  const texts = useWords('desk-texts').t
  const people = useWords('desk-people').t
  const publish = useWords('desk-publish').t
  const toDo = guesses.length + stuck.length + drafts.length
  const summary = [
    ...(toRead > 0 ? [t('summary.toRead', { count: toRead })] : []),
    ...(toDo > 0 ? [t('summary.toDo', { count: toDo })] : []),
  ]
  return (
    <>
      <h1>{day(now, lang)}</h1>
      <p className="notes">
        <span>
          {administrator ? t('administrator') : summary.length > 0 ? summary.join(' · ') : t('summary.nothing')}
        </span>
        {toRead > 0 && <Keys />}
      </p>
      {done && (
        <p className="told" role="status">
          {publish(`desk.${done}`)}
        </p>
      )}
      <TextsDown since={textsDownSince} />
      <List heading={t('first')}>
        {first.map((entry) => (
          <EntryRow key={entry.id} of={entryLine(entry)} />
        ))}
      </List>
      <Earlier href={earlier.first ? `/desk?first=${earlier.first}` : undefined} />
      {TURNS.map((turn) => (
        <List key={turn} heading={publish(`desk.${turn}`)}>
          {drafts
            .filter((draft) => draft.turn === turn)
            .map((draft) => (
              <DraftRow key={draft.family.id} of={draft} />
            ))}
        </List>
      ))}
      <List heading={people('guesses.heading')}>
        {guesses.map((line) => (
          <GuessesRow key={line.person.id} of={line} />
        ))}
      </List>
      <List heading={t('stuck')}>
        {stuck.map((line) => (
          <StuckRow key={line.person.id} of={line} />
        ))}
      </List>
      <List heading={texts('replies')}>
        {replies.map((reply) => (
          <ReplyRow key={reply.id} of={reply} />
        ))}
      </List>
      <List heading={t('rest')}>
        {rest.map((entry) => (
          <EntryRow key={entry.id} of={entryLine(entry)} />
        ))}
      </List>
      <Earlier href={earlier.rest ? `/desk?rest=${earlier.rest}` : undefined} />
    </>
  )
}

const TURNS = ['endorse', 'second-check', 'ask'] as const

function List({ heading, children }: { heading: string; children: ReactNode[] }) {
  if (children.length === 0) return null
  return (
    <section>
      <h2>{heading}</h2>
      <ul className="lines">{children}</ul>
    </section>
  )
}

/** Shown by the script that makes them work. */
export function Keys() {
  const { t } = useWords('desk')
  return (
    <span className="keys" hidden>
      {t('keys.about')} <kbd>j</kbd> <kbd>k</kbd> {t('keys.move')}, <kbd>s</kbd> {t('keys.seen')}, <kbd>r</kbd>{' '}
      {t('keys.reply')}
    </span>
  )
}
