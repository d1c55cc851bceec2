import type { Commitment, Id, Rule } from '#app/domain/plan/case-file'
import { dateNamed, saysEveryDay } from '#app/domain/plan/dates'
import { handOut } from './handles'
import type { SeenChildContact, SeenCommitment, SeenRule, SeenSafetyObject, Wording } from './plan-as-seen'
import type { Viewing } from './viewing'
import { answerOn } from './what-people-said'

const namedInCommitment = (item: Commitment): (Id | undefined)[] => [
  ...[item.person, item.backup, item.checkedBy],
  ...(item.children ?? []),
  ...(item.about ?? []),
]

/** Whether this is someone's part in the plan: it involves them, or is theirs to see anyway. */
function commitmentIsTheirs(view: Viewing, item: Commitment): boolean {
  const names = namedInCommitment(item)
  if (view.eyes.sight === 'young') return false
  return view.theirs(item, names) || (!view.eyes.shut(item, names) && involvesMiddle(view, item, names))
}

const middle = (view: Viewing) => view.eyes.sight === 'middle'

/** What someone of the middle circle sees of rules and commitments: those that name them or are set apart for them. */
const involvesMiddle = (view: Viewing, item: Rule | Commitment, names: (Id | undefined)[]) =>
  middle(view) && view.involves(item, names)

/** Rules: for a narrow view those that involve the viewer: by name, set apart for them, or behind what they do. */
export function rulesOf(view: Viewing): SeenRule[] {
  const { plan } = view.situation.file
  const behindMine = new Set(
    plan.commitments
      .filter((item) => item.person === view.eyes.id && commitmentIsTheirs(view, item))
      .map((item) => item.rule),
  )
  return plan.rules.flatMap((rule) => {
    const names = [...rule.makesSure, ...(rule.children ?? []), ...(rule.about ?? [])]
    if (view.eyes.shut(rule, names)) return []
    if (view.eyes.sight === 'young') return forChild(view, rule)
    const mine = behindMine.has(rule.id) || involvesMiddle(view, rule, names)
    if (!mine && !view.theirs(rule, names)) return []
    for (const id of rule.about ?? []) view.met.add(id)
    const forChildren = rule.forChildren && !rule.byVoice && view.field(rule.id, 'forChildren', rule.forChildren)
    return [seenRule(view, rule, view.words(rule), rule.makesSure, forChildren || undefined)]
  })
}

/** In the children's words; what is for one child is not for another. */
function forChild(view: Viewing, rule: Rule): SeenRule[] {
  if (!rule.forChildren || (rule.children && !rule.children.includes(view.eyes.id))) return []
  const words = rule.byVoice ? view.words(rule) : view.field(rule.id, 'forChildren', rule.forChildren)
  return [seenRule(view, { ...rule, children: undefined }, words, [])]
}

function seenRule(view: Viewing, rule: Rule, words: Wording, makesSure: Id[], forChildren?: Wording): SeenRule {
  view.inView.set(rule.id, words)
  return handOut<'rule', Omit<SeenRule, symbol>>(rule.id, {
    id: view.situation.publicId(rule.id),
    words,
    ...(rule.bottomLine && { bottomLine: true as const }),
    makesSure: makesSure.map((id) => view.someone(id)),
    ...(rule.children && { children: rule.children.map((id) => view.someone(id)) }),
    ...(forChildren && { forChildren }),
  })
}

/** Who does what; a young person never carries a task. */
export function commitmentsOf(view: Viewing): SeenCommitment[] {
  return view.situation.file.plan.commitments.flatMap((item) => {
    if (!commitmentIsTheirs(view, item)) return []
    for (const id of item.about ?? []) view.met.add(id)
    const words = view.words(item)
    view.inView.set(item.id, words)
    const onDay = item.repeats ? undefined : dateNamed(item.when)
    // A rule that ends is not outlived by the words beside it.
    const goesOn = !/UNTIL|COUNT/.test(item.repeats ?? '')
    const anyDay = item.repeats ? goesOn && saysEveryDay(item.when) : !onDay && !item.dueBy
    return [
      handOut<'commitment', Omit<SeenCommitment, symbol>>(item.id, {
        id: view.situation.publicId(item.id),
        words,
        ...(item.person && { who: view.someone(item.person) }),
        ...(item.backup && { backup: view.someone(item.backup) }),
        when: view.field(item.id, 'when', item.when),
        ...(item.repeats && { repeats: item.repeats }),
        ...(item.from && { from: item.from }),
        ...(item.until && { until: item.until }),
        ...(item.except && { except: item.except }),
        ...(item.dueBy && { dueBy: item.dueBy }),
        ...(item.minutes && { minutes: item.minutes }),
        ...(item.checkedBy && { checkedBy: view.someone(item.checkedBy) }),
        ...(item.children && { children: item.children.map((id) => view.someone(id)) }),
        ...(onDay && { onDay }),
        ...(anyDay && { anyDay: true as const }),
        ...(item.person === view.eyes.id && { mine: true as const }),
        ...answerOn(view, item),
      }),
    ]
  })
}

/** A child's silent sign: for the inner circle, for whoever looks out for it, and for the child. */
export function safetyObjectsOf(view: Viewing): SeenSafetyObject[] {
  return (view.situation.file.plan.safetyObjects ?? []).flatMap((item) => {
    const names = [item.child, item.checkedBy, ...(item.about ?? [])]
    if (view.eyes.shut(item, names)) return []
    const mine = (middle(view) && item.checkedBy === view.eyes.id) || isOwnChild(view, item.child)
    if (!mine && !view.theirs(item, names)) return []
    const field = (name: 'object' | 'place' | 'means' | 'howOften', english: string) =>
      item.byVoice ? view.words({ id: item.id, text: english, byVoice: true }) : view.field(item.id, name, english)
    view.inView.set(item.id, field('object', item.object))
    return [
      handOut<'safety-object', Omit<SeenSafetyObject, symbol>>(item.id, {
        id: view.situation.publicId(item.id),
        child: view.someone(item.child),
        object: field('object', item.object),
        place: field('place', item.place),
        means: field('means', item.means),
        checkedBy: view.someone(item.checkedBy),
        ...(item.howOften && { howOften: field('howOften', item.howOften) }),
      }),
    ]
  })
}

/** Whom a child turns to, in the child's own order: for the inner circle, for those in it, and for the child. */
export function childContactsOf(view: Viewing): SeenChildContact[] {
  return (view.situation.file.plan.childContacts ?? []).flatMap((item) => {
    const names = [item.child, ...item.order, ...(item.about ?? [])]
    if (view.eyes.shut(item, names)) return []
    const mine = (middle(view) && item.order.includes(view.eyes.id)) || isOwnChild(view, item.child)
    if (!mine && !view.theirs(item, names)) return []
    const how = item.byVoice
      ? view.words({ id: item.id, text: item.how, byVoice: true })
      : view.field(item.id, 'how', item.how)
    view.inView.set(item.id, how)
    return [
      handOut<'child-contact', Omit<SeenChildContact, symbol>>(item.id, {
        id: view.situation.publicId(item.id),
        child: view.someone(item.child),
        order: item.order.map((id) => view.person(id)),
        how,
      }),
    ]
  })
}

function isOwnChild(view: Viewing, childId: Id): boolean {
  return view.eyes.sight === 'young' && childId === view.eyes.id
}
