import type { FamilyFile } from '#app/domain/plan/case-file'
import { publishVersion } from '#app/domain/record/publish'
import { demoFamilies } from '#db/seed/demo'
import { familyIdOf } from './desk-world'
import { theOne } from './speaking'
import type { TestWorld } from './world'

/** A new version of one of the demo's families, some minutes later, with these changes to what it stands with there. */
export async function publish(
  world: TestWorld,
  { reference, worker }: { reference: string; worker: string },
  ...changes: ((document: FamilyFile) => void)[]
) {
  const { said, ...document } = structuredClone(
    theOne(demoFamilies.find((one) => one.reference === reference)),
  ) as unknown as FamilyFile & { said: unknown }
  for (const change of changes) change(document)
  world.clock.forward({ minutes: 10 })
  const done = await publishVersion(world, await familyIdOf(world, { reference }), document, {
    by: worker,
    endorsedBy: 'joan',
    secondCheckBy: 'amina',
  })
  if ('faults' in done) throw new Error(JSON.stringify(done.faults))
}

/** Another wording of a rule. */
export const rule = (id: string, text: string) => (document: FamilyFile) => {
  theOne(document.plan.rules.find((one) => one.id === id)).text = text
}
/** Something else about a task. */
export const task = (id: string, to: Partial<FamilyFile['plan']['commitments'][0]>) => (document: FamilyFile) => {
  Object.assign(theOne(document.plan.commitments.find((one) => one.id === id)), to)
}
