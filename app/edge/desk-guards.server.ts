import { type AppLoadContext, redirect } from '@remix-run/node'
import type { StaffSession } from '#app/domain/access/staff-sessions'
import { entryForStaff } from '#app/domain/check-ins/entry-for-staff'
import { personLine } from '#app/domain/network/people-for-staff'
import { personForStaff } from '#app/domain/network/person-for-staff'
import { type FamilyOfStaff, familyForStaff } from '#app/domain/record/families'

/** Every door of the desk gives the same answer to what is not theirs and to what never was. */
const notFound = () => new Response(null, { status: 404 })

/** Who sits at the desk; throws the way to its sign-in for anyone else. */
export async function staffAt({ visitor }: AppLoadContext): Promise<StaffSession> {
  const staff = await visitor.staff()
  if (!staff) throw redirect('/desk/sign-in')
  return staff
}

/** The member of staff and the family of the address, which they work with now; else the 404 of a family that never was. */
export async function familyAt(context: AppLoadContext, params: { family?: string }) {
  const staff = await staffAt(context)
  const found = await familyForStaff(context.world, staff.staffId, params.family ?? '')
  if (!found) throw notFound()
  return { staff, family: found }
}

/** What a page's head shows of a family. */
export const headOf = ({ publicId, familyName, reference, published }: FamilyOfStaff) => ({
  id: publicId,
  name: familyName,
  reference,
  published,
})

/** A family's person by the address: as its page shows them, and as an act on them takes them. */
export async function personAt(context: AppLoadContext, params: { family?: string; person?: string }) {
  const { staff, family } = await familyAt(context, params)
  const ids = { family: family.publicId, person: params.person ?? '' }
  const [line, person] = await Promise.all([
    personLine(context.world, family.familyId, ids.person),
    personForStaff(context.world, staff.staffId, ids),
  ])
  if (!line || !person) throw notFound()
  return { staff, family, line, person }
}

/** Something said, by its public id. */
export async function entryAt(context: AppLoadContext, params: { entry?: string }) {
  const staff = await staffAt(context)
  const entry = await entryForStaff(context.world, staff.staffId, params.entry ?? '')
  if (!entry) throw notFound()
  return { staff, entry }
}
