/** Whatever changes in a plan, a reader is told of nothing that is not theirs, and what is not theirs changes nothing they are told. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Beside, besideOf, changesSince, thingsBefore } from '#app/domain/access/changes'
import { seenBy } from '#app/domain/access/who-sees-what'
import type { CaseFile, FamilyFile, Id } from '#app/domain/plan/case-file'
import { itemTexts } from '#app/domain/plan/item-text'
import { valuesAt } from '#app/domain/plan/paths'
import { CASES, type CaseName, caseFile, situationOf } from './situation'

type Item = { id: Id; text?: string; hiddenFrom?: Id[]; when?: string; person?: Id }

const itemsIn = (file: FamilyFile): Item[] =>
  valuesAt(file, 'plan.**.id').flatMap(
    ({ path }) => path.slice(0, -1).reduce<unknown>((at, key) => Object(at)[key], file) as Item,
  )

/** What happens to one thing from one version to the next. */
const fate = fc.constantFrom('same', 'same', 'words', 'when', 'shut')
const fates = fc.array(fate, { minLength: 150, maxLength: 150 })

function changed(file: CaseFile, what: string[], viewer: Id): CaseFile {
  const next = structuredClone(file)
  itemsIn(next).forEach((item, i) => {
    if (what[i] === 'words' && item.text) item.text = `${item.text} «${item.id}»`
    if (what[i] === 'when' && item.when) item.when = `${item.when} «${item.id}»`
    if (what[i] === 'shut') item.hiddenFrom = [...(item.hiddenFrom ?? []), viewer]
  })
  return next
}

const viewersOf = (name: CaseName) => {
  const file = caseFile(name)
  return [...file.people, ...file.children].map(({ id }) => id).filter((id) => seenBy(situationOf(file), id))
}
const reader = fc.constantFrom(...CASES.flatMap((name) => viewersOf(name).map((id) => [name, id] as const)))

const { publicId } = situationOf(caseFile('marsh'))
const older = (file: FamilyFile) => ({ file, publicIds: new Map(itemTexts(file).map(({ id }) => [id, publicId(id)])) })
const toldTo = (beside: Beside, before: FamilyFile) => {
  const then = thingsBefore(beside, older(before), [])
  return { changes: changesSince(beside, then.things), tasksGone: then.tasksGone }
}
const besideFor = (file: CaseFile, id: Id) => {
  const plan = seenBy(situationOf(file, { said: [] }), id)
  return plan && besideOf(plan)
}

test('nobody is told anything of a thing that is not in their plan now, in words of any version', () => {
  fc.assert(
    fc.property(reader, fates, fates, ([name, viewer], first, second) => {
      const before = changed(caseFile(name), first, 'nobody')
      const now = changed(before, second, viewer)
      const beside = besideFor(now, viewer)
      if (!beside) return
      const words = JSON.stringify(toldTo(beside, before))
      const shown = JSON.stringify(beside.plan)
      const ids = new Set(itemsIn(now).map(({ id }) => id))
      for (const id of ids) {
        const isTheirs = beside.things.has(publicId(id)) || shown.includes(publicId(id))
        if (words.includes(`«${id}»`)) expect(isTheirs || shown.includes(`«${id}»`), id).toBe(true)
        if (!beside.things.has(publicId(id))) expect(words).not.toContain(publicId(id))
      }
    }),
    { numRuns: 100 },
  )
})

test('two plans that differ only in what a reader cannot see give them the same plan and the same changes', () => {
  fc.assert(
    fc.property(reader, fates, fates, fates, ([name, viewer], first, second, third) => {
      const before = changed(caseFile(name), first, 'nobody')
      const now = changed(before, second, viewer)
      const beside = besideFor(now, viewer)
      if (!beside) return
      const other = structuredClone(now)
      // What is shut to them is changed, or taken out altogether.
      itemsIn(other).forEach((item, i) => {
        if (!item.hiddenFrom?.includes(viewer)) return
        if (third[i] !== 'same' && item.text) item.text = `Nobody may know of ${item.id}.`
      })
      const { plan } = other
      const goes = ({ hiddenFrom }: Item, i: number) => !(hiddenFrom?.includes(viewer) && third[i] === 'shut')
      plan.rules = plan.rules.filter(goes)
      plan.commitments = plan.commitments.filter(goes)
      plan.meetings = plan.meetings?.filter(goes)
      const otherBeside = besideFor(other, viewer)
      expect(otherBeside?.plan).toEqual(beside.plan)
      expect(otherBeside && toldTo(otherBeside, before)).toEqual(toldTo(beside, before))
    }),
    { numRuns: 100 },
  )
})
