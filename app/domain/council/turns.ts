/**
 * What a draft waits for, and who may give it. Pure: what counts is what was done since it was last sent back, by people
 * who still work here. Author, endorser and second check are three different
 * people, and everybody who wrote in it is its author.
 */
import type { Draft, Hand, Named } from './drafts'

export type Waits = 'ask' | 'endorse' | 'second-check'

/** How far a draft has come. */
export type Progress = {
  asked?: Hand
  endorsed?: Hand
  checked?: Hand
  /** The last act on it, when that was sending it back. */
  sentBack?: Hand
  /** What is still to be done before it is shown: nothing else until it was asked for. */
  waitsFor: Waits[]
}

export function progressOf({ hands, domesticAbuse }: Pick<Draft, 'hands' | 'domesticAbuse'>): Progress {
  const last = hands.findLastIndex(({ kind }) => kind === 'sent-back')
  const since = hands.slice(last + 1)
  const newest = (kind: Hand['kind'], counts: (hand: Hand) => boolean) =>
    since.findLast((hand) => hand.kind === kind && counts(hand))
  const asked = newest('asked', () => true)
  const endorsed = newest('endorsed', ({ by }) => by.here && by.role === 'manager')
  const checked = newest('second-checked', ({ by }) => mayLook(by))
  const checker = asked?.checker
  // Whoever was named and has left cannot look: somebody else is to be named.
  const toAsk = !asked || (domesticAbuse && !checked && !(checker && mayLook(checker)))
  return {
    ...{ asked, endorsed, checked },
    sentBack: asked ? undefined : hands[last],
    waitsFor: toAsk
      ? ['ask']
      : [
          ...(endorsed ? [] : (['endorse'] as const)),
          ...(domesticAbuse && !checked ? (['second-check'] as const) : []),
        ],
  }
}

const mayLook = ({ here, role }: { here: boolean; role: string }) => here && role !== 'administrator'

/** A member of staff before a draft. `as` is what they are to the family; undefined: they are only named for the second check. */
export type Before = { staffId: string; as?: 'worker' | 'covering' | 'manager' | 'glass' }

export type May = {
  ask: boolean
  endorse: boolean
  check: boolean
  sendBack: boolean
  replace: boolean
  overrule: boolean
}

/** What this member of staff may do about a draft now. */
export function mayDo(draft: Draft, { staffId, as }: Before): May {
  const { asked, endorsed, checked, waitsFor } = progressOf(draft)
  const isAuthor = draft.authors.includes(staffId)
  const isChecker = asked?.checker?.id === staffId && mayLook(asked.checker)
  const manages = as === 'manager' && !isAuthor && asked?.by.id !== staffId
  const check = isChecker && draft.domesticAbuse && !checked && !isAuthor && endorsed?.by.id !== staffId
  const isTheirs = !!as && as !== 'glass' && (as !== 'manager' || isAuthor)
  return {
    replace: isTheirs,
    ask: isTheirs && (!asked || (draft.domesticAbuse && !checked)),
    endorse: manages && !isChecker && checked?.by.id !== staffId && waitsFor.includes('endorse'),
    check: check && waitsFor.includes('second-check'),
    sendBack: !!asked && (manages || check),
    overrule: !isAuthor && (as === 'manager' || isChecker),
  }
}

/** Whose decision about words that were found counts beside others': who makes the second check, once they look, or who made it. */
export function secondLookBy(draft: Draft, staffId: string): string | undefined {
  const { asked, checked } = progressOf(draft)
  return asked?.checker?.id === staffId ? staffId : checked?.by.id
}

/** Whether something waits for this member of staff rather than for somebody else; the first of it. */
export function turnOf(draft: Draft, before: Before): Waits | undefined {
  const may = mayDo(draft, before)
  if (may.endorse) return 'endorse'
  if (may.check) return 'second-check'
  return may.ask && progressOf(draft).waitsFor.includes('ask') ? 'ask' : undefined
}

/** Who works with a family and in its team, for choosing among them. */
export type Team = { workers: Named[]; managers: Named[]; colleagues: Named[] }

/** Who asks for a draft to be endorsed: its workers, and a manager who wrote it. */
export function askersOf(draft: Draft, { workers, managers }: Team): Named[] {
  return [...workers, ...managers.filter(({ id }) => draft.authors.includes(id))]
}

/** Who can endorse a draft: managers of the family who did not write it, are not asking, nor to make the second check. */
export function endorsersOf(draft: Draft, { managers }: Team, askedBy?: string, checkerId?: string): Named[] {
  const out = [...draft.authors, askedBy, checkerId]
  return managers.filter(({ id }) => !out.includes(id))
}

/** Whom the asker may name for the second check: colleagues beside whom somebody is left to endorse, or has endorsed. */
export function checkersOf(draft: Draft, team: Team, askedBy: string): Named[] {
  const { endorsed } = progressOf(draft)
  const out = [...draft.authors, askedBy, endorsed?.by.id]
  return team.colleagues.filter(
    ({ id }) => !out.includes(id) && (endorsed || endorsersOf(draft, team, askedBy, id).length > 0),
  )
}
