import { personCalled } from '#app/domain/plan/called'
import type { FamilyFile, Id, SaidKind } from '#app/domain/plan/case-file'
import { folded } from '#app/domain/plan/checks/folding'
import { leakCheck } from '#app/domain/plan/checks/leaks'
import { type ItemKind, itemTexts } from '#app/domain/plan/item-text'
import { valuesAt } from '#app/domain/plan/paths'
import { eyesOf } from './eyes'
import type { Saying } from './situation'
import type { Standing } from './standing'

/** Something that can be shut: a person, a part of the plan, something said. `id` is public. */
export type Closable = { id: string; kind: 'person' | ItemKind | SaidKind; words: string }
/** Whom something can be shut to: a person with a view of the plan, or a whole side. */
export type Shutee = { id: string; name: string; side?: true }
/** With the id in the case file, which stays in the domain. */
export type Known<T> = T & { caseId: Id }

/** Everything of a family that can be shut, people first, then the plan in its order, then what was said. */
export function closablesIn(family: Standing, said: Saying[]): Known<Closable>[] {
  const { document: file } = family
  const named = (caseId: Id, kind: Closable['kind'], words: string) => {
    const id = family.publicIds.get(caseId)
    return id ? [{ id, kind, words, caseId }] : []
  }
  return [
    ...file.people.flatMap(({ id, name }) => named(id, 'person', name)),
    ...itemTexts(file).flatMap(({ id, kind, text }) => named(id, kind, text)),
    ...said.flatMap((saying) => {
      const { kind, entry, publicId: id } = saying
      return entry.words ? [{ id, kind, caseId: entry.id, words: wordsSaid(family, saying) }] : []
    }),
  ]
}

/** Those that hold what was typed, in whatever case and with whatever accents; the people while nothing is. */
export function closablesWith(things: Closable[], typed: string): Closable[] {
  const needle = folded(typed.trim()).text
  if (!needle) return things.filter(({ kind }) => kind === 'person')
  return things.filter(({ words }) => folded(words).text.includes(needle))
}

/** The public ids of what can be shut in a family's plan. */
export const closableIds = (family: Standing): string[] => closablesIn(family, []).map(({ id }) => id)

/** "Kelly: Did not sleep." */
export const wordsSaid = ({ document, staff }: Standing, { entry }: Saying): string =>
  `${personCalled(document, staff, entry.by).name}: ${entry.words ?? ''}`

/** A side has no public id, since no participant ever reads of one: it goes by its name. */
export function shuteesIn(family: Standing): Known<Shutee>[] {
  const { document: file, narrowings, publicIds } = family
  const children = file.children.map(({ id, firstName }) => ({ id, name: firstName }))
  return [
    ...[...file.people, ...children].flatMap(({ id: caseId, name }) => {
      const id = publicIds.get(caseId)
      return id && eyesOf({ file, narrowings }, caseId) ? [{ id, name, caseId }] : []
    }),
    ...(file.sides ?? []).map(({ id: caseId, name }) => ({ id: name, name, side: true as const, caseId })),
  ]
}

/**
 * The sentences of the plan that would still give a person away once they are shut: they name them without being
 * about them. Case-file ids; the ids of sentences within a part among them.
 */
export function namingItems(file: FamilyFile, personId: Id): Id[] {
  const people = new Set(file.people.map(({ id }) => id))
  const translations = Object.values(file.plan.translations ?? {}).flatMap((one) => Object.entries(one))
  const leaksIn = leakCheck(
    file,
    (other) => other === personId,
    () => false,
  )
  return [...valuesAt(file.plan, '**')].flatMap(({ value }) => {
    if (!value || typeof value !== 'object' || !('id' in value) || typeof value.id !== 'string') return []
    const { id, ...rest } = value
    const own = Object.values(rest).filter((words): words is string => typeof words === 'string' && !people.has(words))
    const translated = translations.filter(([key]) => key === id || key.startsWith(`${id}.`))
    const texts = [...own, ...translated.map(([, { text }]) => text)]
    return texts.flatMap((text) => leaksIn(text)).some(({ kind }) => kind === 'name') ? [id] : []
  })
}

/** Who has been told a sentence that names someone shut to them: only a new version can change what they know. */
export function toldOfSomeoneShut(family: Standing): { name: string; knows: string }[] {
  const { document: file, narrowings } = family
  return file.people.flatMap(({ id, name, knows }) => {
    const eyes = knows && eyesOf({ file, narrowings }, id)
    const leaks = eyes ? leakCheck(file, eyes.hides, eyes.isIn)(knows) : []
    return knows && leaks.some(({ kind }) => kind === 'name') ? [{ name, knows }] : []
  })
}
