/**
 * What one viewer gets of a plan. Nothing here was hidden from a page: what is not theirs was never put in.
 * Every `id` is a public one. Only `who-sees-what.ts` makes these; the brand keeps anybody else from it.
 */
import type { Agreement, Choice, Person, Position, Result, SharedWith } from '#app/domain/plan/case-file'
import type { CallState } from './situation'

declare const seen: unique symbol
/** Handed out by `who-sees-what.ts` to one viewer. A write takes one of these, never an id from a form. */
export type Seen<Noun extends string> = { readonly id: string; readonly [seen]: Noun }

/**
 * Plan text as this reader gets it: in their language where the plan has it, with the English beside. For staff alone
 * with the `item` it is of.
 */
export type Wording =
  | { text: string; language: string; draft?: true; english?: string; item?: string }
  /** Spoken of, never shown: who told it. */
  | { byVoice: string }

/**
 * A person as others may read of them. `name` is what the plan's own sentences call them, and `initials` stand in their
 * circle; neither is anybody else's in the same view.
 */
export type Someone = {
  id: string
  name: string
  fullName: string
  initials: string
  addressAs?: string
  you?: true
}

export type SeenPerson = Seen<'person'> &
  Someone & {
    kind: Person['kind'] | 'child'
    /** Not to be drawn round the children. */
    apart?: true
    /** Only when this viewer may ring them. */
    phone?: string
    otherPhones?: { number: string; note?: string }[]
    email?: string
    availability?: string
  }

export type SeenScore = {
  by: Someone
  value: number
  on: string
  words?: string
  oneUp?: string
  language?: string
  /** Of the viewer's own: who else may read it. */
  sharedWith?: SharedWith
}

export type SeenPosition = {
  by: Someone
  view: Position['view']
  on: string
  words?: string
  language?: string
}

/** What somebody said of the whole plan, and as what. */
export type SeenAgreement = Omit<SeenPosition, 'view'> & Pick<Agreement, 'as' | 'view'>

/** What is done next, by whom and until when, as far as that is known. */
export type SeenNextStep = { id: string; words: Wording; who?: Someone; by?: string }

export type SeenWorry = Seen<'worry'> & {
  dangers: Wording[]
  goal?: Wording
  /** The family's own goal, beside the council's. */
  familyGoal?: Wording
  zero?: Wording
  ten?: Wording
  harm?: Wording
  bottomLines: Wording[]
  complicating: Wording[]
  strengths: Wording[]
  existingSafety: Wording[]
  nextSteps: SeenNextStep[]
  mine?: SeenScore
  /** Others' scores: empty until this viewer has given their own, so that nobody leans on another's number. */
  others: SeenScore[]
  /** Whether this viewer sees enough of the worry to say where they think things are. */
  mayScore: boolean
  positions: SeenPosition[]
}

export type SeenRule = Seen<'rule'> & {
  words: Wording
  bottomLine?: true
  makesSure: Someone[]
  /** Which children it is for, where it is not for all. */
  children?: Someone[]
  /** The same in the children's words, where the plan has them. */
  forChildren?: Wording
}

export type SeenStep = {
  id: string
  who: Someone | 'anyone' | '999' | 'duty'
  words: Wording
  backup?: Someone
  /** The numbers of `who` and of whoever steps in, when they are this viewer's to see. */
  phone?: string
  backupPhone?: string
  /** In the reader's own step: whom its words name, with their numbers where those are this viewer's to see. */
  named?: { who: Someone; phone?: string }[]
  /** The reader's own step is to text them; `says`: the one small picture its words agree on. */
  byText?: { says?: string }
  /** Its words tell the reader to ring the council’s duty team. */
  ringsDuty?: true
  /** The step is to ring 999. */
  rings999?: true
}

export type SeenTrigger = Seen<'trigger'> & {
  level: 'early' | 'red'
  /** Absent when this viewer knows only their own steps. */
  sign?: Wording
  /** For staff alone: the words in which some people read the sign. */
  forYou?: { who: Someone; words: Wording }[]
  steps: SeenStep[]
}

export type SeenAnswer = {
  choice: Choice
  on: string
  words?: string
  language?: string
  /** Of the viewer's own: who else may read the words. */
  sharedWith?: SharedWith
  /** The plan's words changed since; the person is asked again. */
  stale?: true
  /** For staff alone: the English it was an answer to, where that is another now. */
  toWords?: string
  replies: SeenReply[]
}

export type SeenCommitment = Seen<'commitment'> & {
  words: Wording
  who?: Someone
  backup?: Someone
  when: Wording
  /** A rule of days, and the first and last of them. */
  repeats?: string
  from?: string
  until?: string
  /** Days on which it does not come. */
  except?: string[]
  /** The last day on which it may be done. */
  dueBy?: string
  minutes?: number
  checkedBy?: Someone
  children?: Someone[]
  /** The one day it is for, where the plan's own "when" names one. Words in another language decide no day. */
  onDay?: string
  /** It has no day the portal can read ("school days 08:20"), or says every day beside a rule of fewer ("daily 16:00; Thu 17:00"). */
  anyDay?: true
  mine?: true
  /** The viewer's own newest answer, or another's when its words are shared with this viewer. */
  answer?: SeenAnswer
  /** All a viewer without the words may know. */
  hasSaidYes?: true
}

export type SeenSafetyObject = Seen<'safety-object'> & {
  child: Someone
  object: Wording
  place: Wording
  means: Wording
  checkedBy: Someone
  howOften?: Wording
}

export type SeenChildContact = Seen<'child-contact'> & { child: Someone; order: SeenPerson[]; how: Wording }

export type SeenSafety = {
  bag: Wording[]
  safePlaces: Wording[]
  wayOut: Wording[]
  codeWord: Wording[]
  mayCollect: { id: string; child: Someone; who: Someone[] }[]
  health: { child: Someone; words: Wording }[]
}

export type SeenMeeting = Seen<'meeting'> & {
  kind: Wording
  /** Local time, Europe/London. */
  at: string
  ends?: string
  place?: Wording
  /** Where those meet who are not in the room. */
  link?: string
  bring?: Wording
  who: Someone[]
  /** Who was asked and does not come. */
  apologies: Someone[]
  agenda: Wording[]
  decisions: SeenNextStep[]
}

export type SeenReply = {
  id: string
  /** Nobody by name when the reader must not learn that they are involved. */
  by?: Someone
  on: string
  words?: string
  /** It holds what has been kept from its reader since: all they learn is that somebody wrote, and whom to ring. */
  withheld?: { ring: Someone }
}

export type SeenEntry = Seen<'entry'> & {
  by: Someone
  mine?: true
  about?: { id: string; words: Wording }
  result: Result
  /** What it said before, pressed by mistake; and, of that one, that another stands in its place. */
  changedFrom?: Result
  changed?: true
  ringMe?: true
  /** What became of it. */
  call?: { how: CallState; on: string }
  /** Local time for one's own, the day alone for others'. */
  happenedAt: string
  loggedAt: string
  words?: string
  language?: string
  sharedWith: SharedWith
  recordedBy?: Someone
  /** When staff read it: the author is told; and who, unless they must not learn that those are involved. */
  seenOn?: string
  seenBy?: Someone
  replies: SeenReply[]
}

/**
 * `image`: its picture, once there is one, by a public id; `alt`: what is to be seen in it. `file` is for the server and
 * for staff: it stands on nobody else's page.
 */
export type SeenFrame = {
  part: string
  words: Wording
  picture: Wording
  alt?: Wording
  image?: { id: string; file: string }
}

export type PlanAsSeenBy = Seen<'plan'> & {
  viewer: Someone & {
    language: string
    kind: Person['kind'] | 'child'
    sight: 'staff' | 'inner' | 'middle' | 'young'
    ownItems?: true
    /** Not to be drawn round the children. */
    apart?: true
  }
  children: Someone[]
  worker: SeenPerson
  /** The worker is away until this day (YYYY-MM-DD), or, without one, has left; and who answers meanwhile, if somebody does. */
  away?: { until?: string; answers?: SeenPerson }
  /** The day this viewer's own view last changed. */
  changedOn?: string
  /** It was another before that. */
  hasChanged?: true
  /** What a middle-circle person has been told. */
  knows?: Wording
  /** Where the whole is, beside each worry: what 0 and 10 mean. */
  scale?: { zero?: Wording; ten?: Wording; scores?: SeenWorry }
  worries: SeenWorry[]
  rules: SeenRule[]
  triggers: SeenTrigger[]
  commitments: SeenCommitment[]
  safetyObjects: SeenSafetyObject[]
  childContacts: SeenChildContact[]
  safety: SeenSafety
  phases: Wording[]
  /** From when the plan holds and by when it is looked at again: for who knows everything. */
  from?: string
  reviewBy?: string
  endsWhen: Wording[]
  /** What happens if the plan does not hold. */
  contingency: Wording[]
  meetings: SeenMeeting[]
  agreements: SeenAgreement[]
  story: SeenFrame[]
  /** Of each child by itself, beside the one for all. */
  childStories: { child: Someone; frames: SeenFrame[] }[]
  people: SeenPerson[]
}
