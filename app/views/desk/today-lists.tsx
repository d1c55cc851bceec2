import type { Desk, DeskEntry } from '#app/domain/desk/desk'
import type { Due } from '#app/domain/desk/dues'
import type { Gap, Silence } from '#app/domain/desk/gaps'
import type { OutOfReach } from '#app/domain/desk/out-of-reach'
import type { Uninvited } from '#app/domain/desk/stuck'
import type { ToTell } from '#app/domain/desk/to-tell'
import type { Unanswered } from '#app/domain/desk/unanswered'
import type { Only } from '#app/domain/said/unseen'
import { Earlier } from '../earlier'
import { useWords } from '../words'
import { DraftRow, type DraftRowLine } from './draft-row'
import { EntryRow, entryLine } from './entry-row'
import { DueRow, GapRow, SilenceRow, ToTellRow } from './gap-rows'
import { type GuessesLine, GuessesRow } from './guesses-row'
import { List } from './list'
import { OutOfReachRow, UninvitedRow } from './reach-rows'
import { SeenAll, Undo, type UndoProps } from './seen-all'
import { type StuckLine, StuckRow } from './stuck-row'
import { ReplyRow, type ReplyRowLine } from './text-row'
import { TextsDown } from './texts-page'
import { UnansweredRow } from './unanswered-row'
import { type UnusualLine, UnusualRow } from './unusual-row'

type Waiting = DeskEntry & { seenTicket?: string; callTicket?: string }
export type TodayListsProps = {
  first: Waiting[]
  stuck: StuckLine[]
  uninvited: Uninvited[]
  reach: OutOfReach[]
  unanswered: Unanswered[]
  gaps: Gap[]
  silences: Silence[]
  dues: Due[]
  toTell: ToTell[]
  drafts: DraftRowLine[]
  guesses: GuessesLine[]
  unusual: UnusualLine[]
  replies: ReplyRowLine[]
  rest: Waiting[]
  earlier: { first?: string | null; rest?: string | null }
  /** The ticket of the button that marks the whole rest as seen. */
  allTicket: string
  undo?: UndoProps
  only?: Only
  counts: Desk['counts']
  /** The family the list is held to. */
  family?: { id: string; name: string }
  textsDownSince?: string
}

/** All that waits, the most pressing first. */
export function TodayLists({ first, stuck, gaps, silences, drafts, guesses, replies, rest, ...more }: TodayListsProps) {
  const { t } = useWords('desk')
  const texts = useWords('desk-texts').t
  const people = useWords('desk-people').t
  const publish = useWords('desk-publish').t
  const tell = useWords('desk-tell').t
  const trail = useWords('desk-trail').t
  const agree = useWords('agree').t
  const {
    unusual,
    unanswered,
    uninvited,
    reach,
    toTell,
    dues,
    earlier,
    only,
    family,
    undo,
    allTicket,
    textsDownSince,
  } = more
  const calls = first.filter(({ ringMe }) => ringMe)
  const worries = first.filter(({ ringMe }) => !ringMe)
  const on = (part: 'first' | 'rest', before: string) => deskAt({ only, in: family?.id, [part]: before })
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
          <List heading={trail('unusual.heading')}>
            {unusual.map((line) => (
              <UnusualRow key={line.id} of={line} />
            ))}
          </List>
        </>
      )}
      <List heading={t('worries')}>{worries.map(asRow)}</List>
      <Earlier href={earlier.first ? on('first', earlier.first) : undefined} />
      {!only && (
        <>
          <List heading={agree('desk.unanswered')}>
            {unanswered.map((one) => (
              <UnansweredRow key={one.id} of={one} />
            ))}
          </List>
          <List heading={t('reach.heading')}>
            {[
              ...uninvited.map((line) => <UninvitedRow key={line.family.id} of={line} />),
              ...reach.map((line) => <OutOfReachRow key={line.family.id} of={line} />),
            ]}
          </List>
          {TURNS.map((turn) => (
            <List key={turn} heading={publish(`desk.${turn}`)}>
              {drafts
                .filter((draft) => draft.turn === turn)
                .map((draft) => (
                  <DraftRow key={draft.family.id} of={draft} />
                ))}
            </List>
          ))}
          <List heading={texts('replies')}>
            {replies.map((reply) => (
              <ReplyRow key={reply.id} of={reply} />
            ))}
          </List>
          <List heading={tell('heading')}>
            {toTell.map((one) => (
              <ToTellRow key={one.family.id + one.person.id} of={one} />
            ))}
          </List>
          <List heading={t('dues.heading')}>
            {dues.map((due) => (
              <DueRow key={due.family.id + due.on + due.order} of={due} />
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
      <List heading={t('rest')} all={<SeenAll entries={rest} ticket={allTicket} />}>
        {rest.map(asRow)}
      </List>
      {only && first.length + rest.length === 0 && <p>{t(`filters.no.${only}`)}</p>}
      <Earlier href={earlier.rest ? on('rest', earlier.rest) : undefined} />
    </>
  )
}

const TURNS = ['endorse', 'second-check', 'ask'] as const

const asRow = (entry: Waiting) => <EntryRow key={entry.id} of={entryLine(entry)} />

/** The desk's address with what is asked of it. */
export const deskAt = (asked: Record<string, string | undefined>) =>
  `/desk?${new URLSearchParams(Object.entries(asked).filter((one): one is [string, string] => !!one[1]))}`
