/** A view taken apart: each thing of a plan with what it says and who stands in it, for holding two versions side by side. */
import type { ItemKind } from '#app/domain/plan/item-text'
import { itemTexts } from '#app/domain/plan/item-text'
import { hashOf } from '#app/domain/tokens'
import type { PlanAsSeenBy, Someone, Wording } from './plan-as-seen'
import { viewingOf } from './who-sees-what'
import { wordingIn } from './wording'

/** What a thing is made of, in the order it is read. */
export const PARTS = [
  ...(['words', 'forChildren', 'kind', 'object', 'means', 'place', 'howOften', 'how', 'knows', 'picture'] as const),
  ...(['when', 'at', 'from', 'until', 'dueBy', 'by', 'except', 'minutes', 'reviewBy', 'level', 'order'] as const),
  ...(['who', 'backup', 'checkedBy', 'makesSure', 'children', 'availability'] as const),
]
export type Part = (typeof PARTS)[number]

/** `of`: the English that words go by; `code`: one of a few things said, such as 999. */
export type Value =
  | { is: 'words'; words: Wording; of: string }
  | { is: 'people'; people: Someone[] }
  | { is: 'days'; days: string[] }
  | { is: 'code'; code: 'anyone' | '999' | 'duty' | 'early' | 'red' }
  | { is: 'minutes'; minutes: number }
  | { is: 'order'; ids: string[] }
  /** The code word: that it is another is told, what it is stands behind its press on the plan's page alone. */
  | { is: 'unspoken'; hash: string }

type Parts = Record<Part, Value>

export type ThingKind = ItemKind | 'knows' | 'person' | 'plan'
export type Thing = { id: string; kind: ThingKind; mine?: true; parts: Partial<Parts> }

/** Every thing a view holds, by public id, in the order of the document. */
export function thingsIn(plan: PlanAsSeenBy): Map<string, Thing> {
  const { situation, shown } = viewingOf(plan)
  const { file, publicId, language } = situation
  const texts = itemTexts(file)
  const kinds = new Map<string, ThingKind>(texts.map(({ id, kind }) => [id, kind]))
  const signs = new Map(file.plan.triggers.map(({ id, sign }) => [sign.id, id]))
  const wording = wordingIn(language, file.plan.translations)
  const things = new Map<string, Thing>()
  const put = (id: string, kind: ThingKind, parts: Partial<Parts>) => {
    const thing = things.get(id) ?? { id, kind, parts: {} }
    Object.assign(thing.parts, parts)
    things.set(id, thing)
    return thing
  }
  const unspoken = new Set((file.plan.safety?.codeWord ?? []).map(({ id }) => id))
  const english = new Map<string, [key: string, field: string | undefined, of: string][]>()
  for (const [key, of] of shown) {
    const [id = '', field] = key.split('.')
    const whole = signs.get(id) ?? id
    english.set(whole, [...(english.get(whole) ?? []), [key, field, of]])
  }
  const order = [...new Set([...texts.map(({ id }) => id), ...english.keys()])]
  for (const id of order) {
    for (const [key, field = 'words', of] of english.get(id) ?? []) {
      const value: Value = unspoken.has(id)
        ? { is: 'unspoken', hash: hashOf(of) }
        : { is: 'words', words: wording(key, of), of }
      put(publicId(id), kinds.get(id) ?? 'knows', { [field]: value })
    }
  }
  for (const [id, kind, parts] of factsIn(plan)) {
    const there = Object.entries(parts).filter(([, value]) => value !== undefined)
    if (there.length > 0) put(id, kind, Object.fromEntries(there))
  }
  for (const { id, mine } of plan.commitments) {
    const thing = things.get(id)
    if (thing && mine) thing.mine = true
  }
  return things
}

const people = (...all: (Someone | undefined)[]): Value | undefined => {
  const some = all.filter((one) => one !== undefined)
  return some.length > 0 ? { is: 'people', people: some } : undefined
}
const days = (...all: (string | undefined)[]): Value | undefined => {
  const some = all.filter((one) => one !== undefined)
  return some.length > 0 ? { is: 'days', days: some } : undefined
}
const text = (of: string | undefined): Value | undefined =>
  of === undefined ? undefined : { is: 'words', of, words: { text: of, language: 'en' } }

/** To anybody else a person is named by the thing they are named in. */
const knowsAll = ({ viewer: { sight, ownItems } }: PlanAsSeenBy) =>
  sight === 'staff' || (sight === 'inner' && !ownItems)

type Facts = [id: string, kind: ThingKind, parts: { [part in Part]?: Value | undefined }]

/** What is no sentence: who, when, in which order. */
function factsIn(plan: PlanAsSeenBy): Facts[] {
  return [
    ...plan.rules.map(
      ({ id, makesSure, children = [] }): Facts => [
        id,
        'rule',
        { makesSure: people(...makesSure), children: people(...children) },
      ],
    ),
    ...plan.triggers.flatMap(({ id, level, steps }): Facts[] => [
      [id, 'sign', { level: { is: 'code', code: level }, order: { is: 'order', ids: steps.map((step) => step.id) } }],
      ...steps.map(
        (step): Facts => [
          step.id,
          'step',
          {
            who: typeof step.who === 'string' ? { is: 'code', code: step.who } : people(step.who),
            backup: people(step.backup),
          },
        ],
      ),
    ]),
    ...plan.commitments.map(
      (one): Facts => [
        one.id,
        'commitment',
        {
          ...{ who: people(one.who), backup: people(one.backup), checkedBy: people(one.checkedBy) },
          ...{ children: people(...(one.children ?? [])), from: days(one.from), until: days(one.until) },
          ...{ dueBy: days(one.dueBy), except: days(...(one.except ?? [])) },
          minutes: one.minutes ? { is: 'minutes', minutes: one.minutes } : undefined,
        },
      ],
    ),
    ...plan.meetings.map(({ id, at, who }): Facts => [id, 'meeting', { at: days(at), who: people(...who) }]),
    ...plan.safetyObjects.map(({ id, checkedBy }): Facts => [id, 'safety-object', { checkedBy: people(checkedBy) }]),
    ...plan.childContacts.map(({ id, order }): Facts => [id, 'child-contact', { who: people(...order) }]),
    ...plan.worries.flatMap(({ nextSteps }) =>
      nextSteps.map(({ id, who, by }): Facts => [id, 'worry', { who: people(who), by: days(by) }]),
    ),
    ...(knowsAll(plan) ? plan.people : []).map(
      (one): Facts => [one.id, 'person', { who: people(one), availability: text(one.availability) }],
    ),
    [plan.id, 'plan', { from: days(plan.from), reviewBy: days(plan.reviewBy) }],
  ]
}

/** Everybody a view names, by public id. */
export function namedIn(plan: PlanAsSeenBy, things: Map<string, Thing>): Map<string, Someone> {
  const inThings = [...things.values()].flatMap(({ parts }) =>
    Object.values(parts).flatMap((value) => (value.is === 'people' ? value.people : [])),
  )
  return new Map([plan.viewer, plan.worker, ...plan.children, ...inThings].map((one) => [one.id, one]))
}
