/** What stands in the council's own chain, by what its page calls it. Nothing of a family is in it. */
const NAMES = {
  signedIn: ['staff.signed-in'],
  signedOut: ['staff.signed-out'],
  endedThere: ['staff.ended-by-provider'],
  linked: ['staff.account-linked'],
  added: ['staff.added'],
  changed: ['staff.changed', 'staff.role-worker', 'staff.role-manager', 'staff.role-administrator'],
  roleGone: ['staff.role-gone'],
  left: ['staff.left'],
  teamAdded: ['team.added'],
  lead: ['team.lead-set'],
  away: ['away.set'],
  back: ['away.ended'],
  notOpened: ['glass.refused'],
  settings: ['council.set', 'helplines.set', 'plain-words.set', 'names.set'],
  backup: ['backup.made'],
  restored: ['backup.restored', 'backup.narrowed-again'],
  text: ['text.came-in', 'text.failed', 'text.not-for-me', 'test-text.queued'],
  readDesk: ['desk.viewed', 'searched'],
  readTrail: ['trail.viewed'],
} as const

export type CouncilAct = keyof typeof NAMES

const acts = new Map(
  Object.entries(NAMES).flatMap(([act, dids]) => dids.map((did): [string, CouncilAct] => [did, act as CouncilAct])),
)

/** What the page calls it; `other` for what it has no name of its own for. */
export const councilActOf = (did: string): CouncilAct | 'other' => acts.get(did) ?? 'other'
