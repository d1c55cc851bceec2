import type { ReactNode } from 'react'
import type { DeskEntry } from '#app/domain/desk/desk'
import { day } from '../dates'
import { Words } from '../wording'
import { useWords } from '../words'
import { type EntryLine, EntryRow } from './entry-row'
import { type GuessesLine, GuessesRow } from './guesses-row'
import { type StuckLine, StuckRow } from './stuck-row'
import { ReplyRow, type ReplyRowLine } from './text-row'
import { TextsDown } from './texts-page'

type Waiting = DeskEntry & { seenTicket: string }
export type TodayPageProps = {
  /** Now, in UTC. */
  now: string
  administrator: boolean
  first: Waiting[]
  stuck: StuckLine[]
  guesses: GuessesLine[]
  replies: ReplyRowLine[]
  rest: Waiting[]
  textsDownSince?: string
}

/** The desk: what a person said first, then what a machine could not do, then the rest. Nothing here is a wizard. */
export function TodayPage({
  now,
  administrator,
  first,
  stuck,
  guesses,
  replies,
  rest,
  textsDownSince,
}: TodayPageProps) {
  const { t, lang } = useWords('desk')
  const texts = useWords('desk-texts').t
  const people = useWords('desk-people').t
  const toRead = first.length + replies.length + rest.length
  const toDo = guesses.length + stuck.length
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
      <TextsDown since={textsDownSince} />
      <List heading={t('first')}>
        {first.map((entry) => (
          <EntryRow key={entry.id} of={lineOf(entry)} />
        ))}
      </List>
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
          <EntryRow key={entry.id} of={lineOf(entry)} />
        ))}
      </List>
    </>
  )
}

/** The plan's English, marked as such on a page in another language. */
function lineOf({ about, ...entry }: Waiting): EntryLine {
  return { ...entry, about: about && <Words of={{ text: about, language: 'en' }} /> }
}

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
