/** All there is of a draft: the document, and beside it every word that waits to be looked at again. */
import type { Id } from '../case-file'
import type { Loose } from './loose'

/** Words somebody wrote where somebody else had written other ones, or that stood in what was taken out meanwhile. */
export type Beside = {
  id: string
  item: Id
  field: string
  /** What was written. */
  words: unknown
  /** What stood there when they began. */
  over: unknown
  by: string
  at: string
  /** Who had written what stands in the document now, and when. */
  theirs?: { by: string; at: string }
}

/** What was taken out, and where it stood. */
export type Gone = { item: Loose; in: Id; key: string; at: number; by: string; on: string }

/** Pasted, or written where nothing is any more. */
export type LeftOver = { id: string; text: string }

export type Writing = { document: Loose; beside: Beside[]; gone: Gone[]; leftOver: LeftOver[] }

/** One change as it is sent. `id` is the sender's, so that one sent twice is one. */
export type Change = { id: string } & (
  | { do: 'set'; item: Id; field: string; from: unknown; to: unknown }
  /** After this one of the same list, or at its end; '' is before all. */
  | { do: 'add'; item: Id; in: Id; key: string; after?: Id; values?: Record<string, unknown>; leftOver?: string }
  | { do: 'remove'; item: Id }
  | { do: 'restore'; item: Id }
  | { do: 'move'; item: Id; by: -1 | 1 }
  /** What stands beside is to stand in the document, in these words. */
  | { do: 'use'; beside: string; from: unknown; words: unknown }
  | { do: 'reword'; beside: string; from: unknown; words: unknown }
  | { do: 'drop'; beside: string }
  | { do: 'paste'; lines: string[] }
  | { do: 'throw'; leftOver: string }
)

/**
 * What became of it. `same`: it stood so already; `beside`: it is kept beside what stands there (`now`);
 * `changed`: somebody changed it since, so it was not taken out; `unknown`: there is no such place.
 */
export type Outcome = {
  id: string
  is: 'taken' | 'same' | 'beside' | 'changed' | 'unknown'
  now?: unknown
  beside?: string
}

/** What a step leaves in the history. */
export type Step = { itemId: Id; field?: string; before?: unknown; after?: unknown; became: 'taken' | 'beside' }

declare module '#db/kept' {
  interface Kept {
    writing: Writing
  }
}
