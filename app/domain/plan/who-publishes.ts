import type { World } from '#app/domain/world'
import { staff } from '#db/schema'
import type { Fault } from './faults'

/** Who stands behind a version. A family with domestic abuse has a second pair of eyes. */
export type Publishing = { endorsedBy: string; secondCheckBy?: string }
export type StaffMember = Pick<typeof staff.$inferSelect, 'id' | 'role' | 'teamId'> & { left: boolean }

/** Everyone who works or has worked at this council. */
export async function staffOf(world: World): Promise<StaffMember[]> {
  const now = world.now().toISOString()
  const everyone = await world.db.read.select().from(staff)
  return everyone.map(({ id, role, teamId, leftAt }) => ({ id, role, teamId, left: leftAt !== null && leftAt <= now }))
}

/** Why these members of staff may not publish: author, endorser and second check are three different people. */
export function publishingFaults(
  everyone: StaffMember[],
  domesticAbuse: boolean,
  by: string,
  publish: Publishing,
): Fault[] {
  const { endorsedBy, secondCheckBy } = publish
  const hands = [by, endorsedBy, ...(secondCheckBy ? [secondCheckBy] : [])]
  const role = (id: string) => everyone.find((one) => one.id === id && !one.left)?.role
  const messages = [
    role(endorsedBy) !== 'manager' && `“${endorsedBy}” is no manager here. A manager endorses a plan.`,
    secondCheckBy &&
      !mayHoldAFamily(everyone, secondCheckBy) &&
      `“${secondCheckBy}” is no worker or manager here. One of them makes the second check.`,
    domesticAbuse &&
      !secondCheckBy &&
      'There is domestic abuse in this family. Name someone for the second check as well.',
    new Set(hands).size < hands.length && 'The author, the endorser and the second check must be different people.',
  ]
  return messages.filter((message) => typeof message === 'string').map((message) => ({ path: '$', message }))
}

/** A worker or manager who has not left: an administrator has no family's content. */
export function mayHoldAFamily(everyone: StaffMember[], id: string): boolean {
  return everyone.some((one) => one.id === id && one.role !== 'administrator' && !one.left)
}
