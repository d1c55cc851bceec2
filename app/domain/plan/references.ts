/** The ids of a case file: where they are given, where they are used, and for what. */

/** Where ids are given. */
export const given = {
  person: 'people.*.id',
  child: 'children.*.id',
  side: 'sides.*.id',
  worry: 'plan.worries.*.id',
  scale: 'plan.scale.id',
  rule: 'plan.rules.*.id',
  commitment: 'plan.commitments.*.id',
  item: 'plan.**.id',
  entry: 'said.*.*.id',
}
export type Kind = keyof typeof given | 'staff'

/** Where ids are used, and for what: a child carries no task, so the tasks take people only. */
export const used: { kinds: Kind[]; or?: string[]; at: string[] }[] = [
  {
    kinds: ['person', 'child', 'side'],
    at: ['hiddenFrom', 'onlyFor']
      .flatMap((key) => [`people.*.${key}.*`, `plan.**.${key}.*`, `said.*.*.${key}.*`])
      .concat('giveaways.*.keepFrom.*'),
  },
  {
    kinds: ['person', 'child'],
    at: [
      'sides.*.people.*',
      'courtOrders.*.protects.*',
      'people.*.numberFor.*',
      'plan.**.about.*',
      'plan.meetings.*.who.*',
      'plan.meetings.*.apologies.*',
    ],
  },
  {
    kinds: ['person'],
    at: [
      'worker',
      'courtOrders.*.against',
      'courtOrders.*.against.*',
      'plan.worries.*.nextSteps.*.who',
      'plan.meetings.*.decisions.*.who',
      'plan.rules.*.makesSure.*',
      'plan.triggers.*.toldTo.*',
      'plan.triggers.*.forYou.*.who',
      'plan.triggers.*.steps.*.backup',
      'plan.commitments.*.person',
      'plan.commitments.*.backup',
      'plan.commitments.*.checkedBy',
      'plan.safetyObjects.*.checkedBy',
      'plan.safety.mayCollect.*.who.*',
      'plan.childContacts.*.order.*',
    ],
  },
  { kinds: ['person'], or: ['anyone', '999', 'duty'], at: ['plan.triggers.*.steps.*.who'] },
  {
    kinds: ['child'],
    at: [
      'plan.rules.*.children.*',
      'plan.commitments.*.children.*',
      'plan.safetyObjects.*.child',
      'plan.stories.*.child',
      'plan.safety.mayCollect.*.child',
      'plan.safety.health.*.child',
      'plan.childContacts.*.child',
    ],
  },
  {
    kinds: ['person', 'child', 'staff'],
    at: ['people.*.told.*.by', 'people.*.askedBy', 'people.*.suggestedBy', 'said.*.*.by', 'said.*.*.recordedBy'],
  },
  { kinds: ['rule'], at: ['plan.commitments.*.rule'] },
  { kinds: ['commitment'], at: ['said.answers.*.about'] },
  { kinds: ['worry', 'scale'], at: ['said.scores.*.about'] },
  { kinds: ['item', 'child'], or: ['story'], at: ['said.approvals.*.about'] },
  { kinds: ['item'], at: ['said.checkIns.*.about', 'said.positions.*.about'] },
  { kinds: ['entry'], at: ['said.replies.*.to', 'said.checkIns.*.corrects'] },
]

export const nouns: Record<Kind, string> = {
  person: 'a person',
  child: 'a child',
  side: 'a side',
  staff: 'a member of staff',
  worry: 'a worry',
  scale: 'a scale for the whole',
  rule: 'a rule',
  commitment: 'a commitment',
  item: 'a part of the plan',
  entry: 'something that was said',
}
