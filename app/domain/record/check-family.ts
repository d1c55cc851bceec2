import { familyByReference } from '#app/domain/council/families'
import { Refusal } from '#app/domain/refusal'
import type { World } from '#app/domain/world'
import { findingLines } from './findings-for-staff'
import { findingsOf } from './findings-of'

/**
 * The look before publishing for the operator: the same findings as at the desk, by the ids of the case file. Rejects
 * with `Refusal` when there is no family of this reference.
 */
export async function checkFamily(world: World, reference: string) {
  const looked = await findingsOf(world, await familyByReference(world, reference))
  if (!looked) throw new Refusal(`There is no plan of “${reference}” to look through.`)
  const { blocks, lookAt, decided, faults } = findingLines(looked)
  const findings = looked.findings.map(({ leak, people, open: blocks, ...finding }) => ({
    ...finding,
    ...(leak && { what: leak.kind, text: leak.text, language: leak.language }),
    ...{ for: people, blocks },
  }))
  return {
    ...{ reference, plan: looked.isDraft ? 'draft' : 'published' },
    counts: { faults: faults.length, blocks: blocks.length, lookAt: lookAt.length, decided: decided.length },
    ...{ faults, findings, decided: decided.map(({ id: _, ...one }) => one) },
  }
}
