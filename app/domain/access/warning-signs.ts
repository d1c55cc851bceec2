import { textIn } from '#app/domain/plan/by-text'
import type { Id, Person, Step, Trigger } from '#app/domain/plan/case-file'
import { namedBy } from '#app/domain/plan/named-by'
import { says999, saysDuty } from '#app/domain/plan/outside-help'
import { handOut } from './handles'
import { mayRing } from './phone-numbers'
import type { SeenStep, SeenTrigger } from './plan-as-seen'
import type { Viewing } from './viewing'

const NOBODY = new Set(['anyone', '999', 'duty'])

/** Who a step names: the one who does it and whoever stands in. */
export function namedIn(step: Step): Id[] {
  return [step.who, step.backup, ...(step.about ?? [])].filter((id): id is Id => !!id && !NOBODY.has(id))
}

/** Warning signs as this viewer may know them: the steps numbered from their own view. */
export function triggersOf(view: Viewing): SeenTrigger[] {
  const parts = view.situation.file.plan.triggers.flatMap((trigger) => {
    const seen = partOf(view, trigger)
    return seen ? [{ trigger, ...seen }] : []
  })
  for (const { steps } of parts) {
    if (!steps.some((step) => namedIn(step).includes(view.eyes.id))) continue
    for (const step of steps) if (!NOBODY.has(step.who)) view.actWithMe.add(step.who)
  }
  return parts.map(({ trigger, knowsSign, steps }) => {
    const words = wordsForMe(view, trigger) ?? (knowsSign ? trigger.sign : undefined)
    const sign = words && view.words(words)
    if (sign) view.inView.set(trigger.id, sign)
    return handOut<'trigger', Omit<SeenTrigger, symbol>>(trigger.id, {
      id: view.situation.publicId(trigger.id),
      level: trigger.level,
      ...(sign && { sign }),
      ...(view.eyes.sight === 'staff' && trigger.forYou && { forYou: forEach(view, trigger.forYou) }),
      steps: steps.map((step) => seenStep(view, step)),
    })
  })
}

/** The sign in words that help this viewer act, when the plan has such for them. */
function wordsForMe({ eyes }: Viewing, { forYou = [] }: Trigger) {
  return forYou.find((item) => item.who === eyes.id && !eyes.shut(item, [item.who, ...(item.about ?? [])]))
}

const forEach = (view: Viewing, forYou: NonNullable<Trigger['forYou']>) =>
  forYou.map((item) => ({ who: view.someone(item.who), words: view.words(item) }))

/**
 * Inner circle: all of it. Someone who sees only what involves them: the steps that do. Middle circle, named in
 * it: their own steps, the step before each, and the last; with the sign itself and the other steps only when
 * they have been told this sign. Whoever has words of their own for the sign sees those.
 */
function partOf(view: Viewing, trigger: Trigger): { knowsSign: boolean; steps: Step[] } | null {
  const { eyes } = view
  if (eyes.sight === 'young' || eyes.shut(trigger)) return null
  const steps = trigger.steps.filter((step) => !eyes.shut(step, namedIn(step)))
  const signOpen = !eyes.shut(trigger.sign, trigger.sign.about ?? [])
  if (eyes.sight === 'staff' || (eyes.sight === 'inner' && !eyes.ownItems)) return { knowsSign: signOpen, steps }

  const told = !!trigger.toldTo?.includes(eyes.id)
  const mine = (step: Step) => view.involves(step, namedIn(step), trigger)
  const kept = eyes.sight === 'middle' ? middleSteps(steps, mine, told) : steps
  const shown = eyes.ownItems ? kept.filter(mine) : kept
  const knowsSign =
    signOpen && (told || (eyes.sight === 'inner' && view.involves(trigger.sign, trigger.sign.about ?? [], trigger)))
  return shown.length > 0 || knowsSign || wordsForMe(view, trigger) ? { knowsSign, steps: shown } : null
}

function middleSteps(steps: Step[], mine: (step: Step) => boolean, told: boolean): Step[] {
  if (told) return steps
  if (!steps.some(mine)) return []
  return steps.filter((step, at) => {
    const next = steps[at + 1]
    return mine(step) || (!!next && mine(next)) || at === steps.length - 1
  })
}

function seenStep(view: Viewing, step: Step): SeenStep {
  for (const id of step.about ?? []) view.met.add(id)
  const words = view.words(step)
  view.inView.set(step.id, words)
  const phone = numberFor(view, step.who)
  const backupPhone = step.backup && numberFor(view, step.backup)
  const isOwn = step.who === view.eyes.id
  const named = isOwn && 'text' in words ? namedFor(view, step) : []
  const byText = named.length > 0 ? textIn(step) : undefined
  return {
    id: view.situation.publicId(step.id),
    who: NOBODY.has(step.who) ? (step.who as 'anyone' | '999' | 'duty') : view.someone(step.who),
    words,
    ...(step.backup && { backup: view.someone(step.backup) }),
    ...(phone && { phone }),
    ...(backupPhone && { backupPhone }),
    ...(named.length > 0 && { named }),
    ...(byText && { byText }),
    ...((step.who === '999' || (isOwn && 'text' in words && says999(step))) && { rings999: true as const }),
    ...((step.who === 'duty' || ('text' in words && saysDuty(step))) && { ringsDuty: true as const }),
  }
}

/**
 * Whom the step's words send its reader to, with their numbers where those are the reader's to have: whoever is not
 * rung in vain, and whoever the reader knows to act in this sign or, knowing all of the plan, to be in it.
 */
function namedFor(view: Viewing, { text }: Step): NonNullable<SeenStep['named']> {
  const { file } = view.situation
  const { eyes, actWithMe } = view
  const phones = new Map(file.people.map(({ id }) => [id, numberFor(view, id)]))
  const knowsOf = ({ id, kind, circle, notToBeTold }: Person) =>
    id !== eyes.id &&
    !eyes.hides(id) &&
    !notToBeTold &&
    (actWithMe.has(id) || (knowsAll(eyes) && (kind === 'professional' || (!!circle && circle !== 'outer'))))
  const known = file.people.filter((person) => phones.get(person.id) || knowsOf(person)).map(({ id }) => id)
  return namedBy(text, file, known).map((id) => {
    const phone = phones.get(id)
    return { who: view.someone(id), ...(phone && { phone }) }
  })
}

const knowsAll = ({ sight, ownItems }: Viewing['eyes']) => sight === 'inner' && !ownItems

function numberFor({ situation, eyes, actWithMe }: Viewing, id: Id): string | undefined {
  const phone = situation.file.people.find((person) => person.id === id)?.phone
  return phone && mayRing(situation, eyes, id, actWithMe) ? phone : undefined
}
