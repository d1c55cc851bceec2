import type { FamilyFile, Id, Result, SaidEntry, SaidKind, SharedWith } from '#app/domain/plan/case-file'

/** Everything the rule looks at, loaded for one family. */
export type Situation = {
  /** The published version, with people's contact facts as they are now. */
  file: FamilyFile
  /** Answers, scores and positions: of each item, author and audience the newest, in the order they were said. */
  said: Saying[]
  /** What is looked at before it is published is the most a young person may come to read: as if every yes to a story stood. */
  approvals?: 'taken as given'
  narrowings: { itemId: Id; shutTo: Id }[]
  /** Who has joined, and whom they said may not ring them. */
  joined: { personId: Id; notToRing: Id[]; mayRing?: Id[] | null; joinedAt?: string }[]
  /** Who works with the family now. */
  worker: Id
  /** The worker is away until then (ISO, UTC), or, without a day, has left; and who answers in their place, if somebody does. */
  away?: { until?: string; answers?: Id }
  /** Council staff who speak in this family without standing in its file. */
  staff: Record<Id, { name: string; phone?: string }>
  /** Europe/London, YYYY-MM-DD: court orders end. */
  today: string
  /** The language the reader chose. */
  language: string
  planId: string
  publicId: (id: Id) => string
}

export type CallState = 'cancelled' | 'spoke' | 'no-answer' | 'left-message'

/** One thing said, with what happened to it since. */
export type Saying = {
  kind: SaidKind
  entry: SaidEntry
  publicId: string
  /** Who may read it beside its author and staff. */
  sharedWith: SharedWith
  ringMe?: boolean
  /** Of an answer: the words the person had in front of them. */
  textRead?: string
  /** The first member of staff to have read it. */
  seen?: { by: Id; on: string }
  /** Of "please ring me": what became of it, once something did. */
  call?: { how: CallState; by: Id; on: string }
  /** Pressed by mistake: what the entry said that this one stands in the place of; and that another stands in its place. */
  changedFrom?: Result
  changed?: true
  /** First to last. */
  replies: Saying[]
}
