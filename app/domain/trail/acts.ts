/** What the trail writes down, by what a page calls it: several acts that are one thing to a reader have one name. */
const NAMES = {
  readPlan: ['plan.viewed', 'home.viewed', 'now.viewed', 'story.viewed', 'changes.viewed', 'scale.viewed'],
  printed: ['paper.viewed', 'date.viewed'],
  readTask: ['mine.viewed', 'not-mine.viewed'],
  readPeople: ['people.viewed', 'person.viewed', 'ring.viewed'],
  readNotes: ['log.viewed', 'log-form.viewed', 'log-saved.viewed', 'answers.viewed', 'entry.viewed'],
  readTexts: ['texts.viewed'],
  readOwn: ['kept.viewed', 'leave.viewed', 'card.viewed'],
  readShut: ['shut.viewed'],
  readDraft: [
    ...([
      'draft.viewed',
      'ask.viewed',
      'check.viewed',
      'endorse.viewed',
      'replace.viewed',
      'send-back.viewed',
    ] as const),
    ...(['findings.viewed', 'words.viewed', 'languages.viewed', 'versions.viewed'] as const),
  ],
  readDesk: ['desk.viewed', 'searched'],
  readTrail: ['trail.viewed'],
  looksAs: ['plan.previewed', 'published.previewed'],
  tookOut: ['exported', 'translation.sent-out'],
  turnedAway: ['family.turned-away'],
  brokeIn: ['glass.broken'],
  said: ['answer.given', 'check-in.sent', 'score.given'],
  call: ['call.spoke', 'call.no-answer', 'call.left-message', 'call.cancelled', 'call.undone'],
  markedRead: [
    ...(['entry.seen', 'entry.unseen', 'text.seen', 'text.reply-seen', 'word.guesses-seen', 'unusual.seen'] as const),
  ],
  replied: ['reply.sent'],
  toldOfChange: ['change.told'],
  draft: ['draft begun', 'draft changed', 'draft finished', 'draft replaced', 'version restored'],
  asked: ['plan asked'],
  endorsed: ['plan endorsed', 'plan second-checked'],
  sentBack: ['plan sent-back'],
  published: ['published', 'plan endorsed and published', 'plan second-checked and published'],
  added: ['imported', 'imported and published', 'family begun'],
  overruled: ['leak overruled'],
  overruleBack: ['overrule taken back'],
  shut: ['narrowed'],
  unshut: ['narrowing.undone'],
  invited: ['person.invited', 'card.made', 'link.asked-again'],
  reach: ['person.reach-set', 'number.checked', 'ringing.changed', 'names.set'],
  joined: ['person.joined'],
  declined: ['invitation.declined', 'text.not-for-me'],
  left: ['person.left'],
  revoked: ['person.revoked'],
  cameIn: [...(['link.opened', 'card.used', 'invitation.word-given', 'session.signed-in', 'sign-in.opened'] as const)],
  wordWrong: ['invitation.word-failed', 'card.word-failed', 'sign-in.word-failed', 'word.guessed'],
  wordAgain: ['word.guesses-cleared'],
  wentOut: ['session.ended'],
  text: ['test-text.queued', 'text.came-in', 'text.cancelled', 'text.failed'],
} as const

export type Act = keyof typeof NAMES

const acts = new Map(
  Object.entries(NAMES).flatMap(([act, dids]) => dids.map((did): [string, Act] => [did, act as Act])),
)

/** What a page calls it; `other` for what it has no name of its own for. */
export const actOf = (did: string): Act | 'other' => acts.get(did) ?? 'other'
