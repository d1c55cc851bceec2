/**
 * What changed in a plan for one reader, held together from their own views of its versions. What stands in their view
 * no more is not spoken of: a thing that was shut to them would else be told from one that was taken out by the silence
 * about it.
 */
import type { FamilyFile, Id } from '#app/domain/plan/case-file'
import { withContactFacts } from '#app/domain/plan/contact-facts'
import type { PlanAsSeenBy, Someone } from './plan-as-seen'
import type { Situation } from './situation'
import { namedIn, PARTS, type Part, type Thing, type ThingKind, thingsIn, type Value } from './things'
import { seenBy, seenByStaff, viewingOf } from './who-sees-what'

/** What one part of a thing said before and says now; not what it said where that would tell what is shut now. */
export type ChangedPart = { part: Part; was?: Value; now?: Value }
export type Change = {
  id: string
  kind: ThingKind
  is: 'new' | 'changed'
  mine?: true
  /** What it is known by, where that stayed. */
  called?: Value
  parts: ChangedPart[]
}

/** A version as it was: its document, and the public ids of what stood in it. */
export type Older = { file: FamilyFile; publicIds: Map<Id, string> }

/** One reader's view as it stands, and what of older versions may be held beside it. */
export type Beside = { plan: PlanAsSeenBy; things: Map<string, Thing>; named: Map<string, Someone> }

/** Sets a view made by the rule up for comparing. */
export function besideOf(plan: PlanAsSeenBy): Beside {
  const things = thingsIn(plan)
  return { plan, things, named: namedIn(plan, things) }
}

/**
 * What of an older version this reader would see under what was shut since, of the things that are in their view now;
 * and how many tasks of theirs stood in it that are in no place of their view now. What is `gone` is for staff alone: it
 * may have been shut.
 */
export function thingsBefore(
  { plan, things, named }: Beside,
  { file, publicIds }: Older,
  facts: Parameters<typeof withContactFacts>[1],
): { things: Map<string, Thing>; tasksGone: number; gone: Thing[] } {
  const { situation, eyes } = viewingOf(plan)
  const then: Situation = {
    ...{ ...situation, said: [], file: withContactFacts(file, facts) },
    publicId: (id) => publicIds.get(id) ?? situation.publicId(id),
  }
  const before = eyes.sight === 'staff' ? seenByStaff(then, eyes.id) : seenBy(then, eyes.id)
  if (!before) return { things: new Map(), tasksGone: 0, gone: [] }
  const all = [...thingsIn(before).values()]
  const known = all
    .filter(({ id }) => things.has(id))
    .map((thing) => [thing.id, withoutStrangers(thing, named)] as const)
  const tasks = before.commitments.filter(({ id, mine }) => mine && !things.has(id))
  const gone = all.filter(({ id }) => !things.has(id))
  return { things: new Map(known), tasksGone: tasks.length, gone }
}

/** Nobody is named for having stood in something: only whom the reader still reads of. */
function withoutStrangers(thing: Thing, named: Map<string, Someone>): Thing {
  const parts = Object.entries(thing.parts).flatMap(([part, value]): [string, Value][] => {
    if (value.is !== 'people') return [[part, value]]
    const people = value.people.flatMap(({ id }) => named.get(id) ?? [])
    return people.length > 0 ? [[part, { is: 'people', people }]] : []
  })
  return { ...thing, parts: Object.fromEntries(parts) }
}

/** What is new or reads otherwise in a view than in the things of a version before, in the order of the document. */
export function changesSince({ plan, things }: Beside, before: Map<string, Thing>): Change[] {
  return [...things.values()].flatMap((now) => changeOf(plan, now, before.get(now.id)) ?? [])
}

/** By which of its parts a thing is known. */
const CALLED: Part[] = ['words', 'forChildren', 'object', 'how', 'kind', 'who']

/** One thing against what it was; undefined when it reads the same. */
export function changeOf(plan: PlanAsSeenBy, now: Thing, was: Thing | undefined): Change | undefined {
  const parts = PARTS.filter((part) => !isSame(was?.parts[part], now.parts[part])).filter(
    // Words that went may be shut to them now, or told by voice alone.
    (part) => now.parts[part] || was?.parts[part]?.is !== 'words',
  )
  if (parts.length === 0 && was) return undefined
  const { id, kind, mine } = now
  const known = CALLED.find((part) => now.parts[part])
  const called = known && !parts.includes(known) && now.parts[known]
  return {
    ...{ id, kind, is: was ? 'changed' : 'new', ...(mine && { mine }), ...(called && { called }) },
    parts: parts.map((part) => {
      const old = tellable(plan, was?.parts[part])
      const value = now.parts[part]
      return { part, ...(old && { was: old }), ...(value && { now: value }) }
    }),
  }
}

/** Old words pass the leak check as it stands now, whatever they were let through by then. */
export function tellable(plan: PlanAsSeenBy, value: Value | undefined): Value | undefined {
  if (value?.is !== 'words') return value
  const { leaks, eyes } = viewingOf(plan)
  const texts = [value.of, ...('text' in value.words ? [value.words.text] : [])]
  return eyes.sight === 'staff' || texts.every((text) => leaks(text).length === 0) ? value : undefined
}

/** Of steps the order alone counts: one more or less is a thing of its own. */
function isSame(a: Value | undefined, b: Value | undefined): boolean {
  if (a?.is === 'order' && b?.is === 'order') {
    const both = (one: string[], other: string[]) => one.filter((id) => other.includes(id)).join(' ')
    return both(a.ids, b.ids) === both(b.ids, a.ids)
  }
  return essence(a) === essence(b)
}

/** A translation that is there now is no change of what it says; one that was put right is. */
function essence(value: Value | undefined): string {
  if (!value) return ''
  if (value.is === 'people') return value.people.map(({ id }) => id).join(' ')
  return JSON.stringify(value.is === 'words' ? value.of : value)
}
