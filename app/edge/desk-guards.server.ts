import { type AppLoadContext, redirect } from '@remix-run/node'
import { type FamilyOfStaff, familiesOf, familyForStaff } from '#app/domain/council/families'
import type { StaffSession } from '#app/domain/council/staff-sessions'
import { noteTurnedAway } from '#app/domain/council/turned-away'
import { personLine } from '#app/domain/desk/people-for-staff'
import { replyForStaff } from '#app/domain/desk/replies-for-staff'
import { textForStaff, textLine } from '#app/domain/desk/texts-for-staff'
import { reachIn } from '#app/domain/people/contact'
import { personForStaff } from '#app/domain/people/person-for-staff'
import { entryForStaff } from '#app/domain/said/entry-for-staff'
import { isPressed } from './desk-forms.server'
import { traceOf } from './log.server'

/** Every door of the desk gives the same answer to what is not theirs and to what never was. */
const notFound = () => new Response(null, { status: 404 })

/** Who sits at the desk; throws the way to its sign-in for anyone else. */
export async function staffAt({ visitor }: AppLoadContext): Promise<StaffSession> {
  const staff = await visitor.staff()
  if (!staff) throw redirect(visitor.deskDoor)
  return staff
}

/** Whoever opened a family in an emergency reads it: for what would change anything they have nothing there. */
const mayPress = (context: AppLoadContext, { as }: Pick<FamilyOfStaff, 'as'>) => as !== 'glass' || !isPressed(context)

/** The member of staff and the family of the address, which they work with now; else the 404 of a family that never was. */
export async function familyAt(context: AppLoadContext, params: { family?: string }) {
  const staff = await staffAt(context)
  const found = await familyForStaff(context.world, staff.staffId, params.family ?? '')
  if (!found) throw await turnedAway(context, staff, params.family ?? '')
  if (!mayPress(context, found)) throw notFound()
  return { staff, family: found }
}

/** The 404 of a family that never was; where there is one, its trail has who stood before the door. */
export async function turnedAway({ world, log }: AppLoadContext, { staffId }: StaffSession, publicId: string) {
  await noteTurnedAway(world, staffId, publicId).catch((error) =>
    log({ notRecorded: 'turned-away', ...traceOf(error) }),
  )
  return notFound()
}

const held = new WeakMap<AppLoadContext, Promise<FamilyOfStaff[]>>()

/** The families of whoever sits at the desk and what waits in them: the frame and the page in it ask once together. */
export function heldAt(context: AppLoadContext, { staffId }: StaffSession): Promise<FamilyOfStaff[]> {
  const asked = held.get(context) ?? familiesOf(context.world, staffId)
  held.set(context, asked)
  return asked
}

/** What a page's head shows of a family. */
export const headOf = ({ publicId, familyName, reference, published, as }: Head) => ({
  id: publicId,
  name: familyName,
  reference,
  published,
  ...(as === 'manager' && { manages: true }),
})
type Head = Omit<FamilyOfStaff, 'as' | 'waiting'> & Partial<Pick<FamilyOfStaff, 'as'>>

/** Who looks after staff and settings; for anyone else there is no such page. */
export async function administratorAt(context: AppLoadContext): Promise<StaffSession> {
  const staff = await staffAt(context)
  if (staff.role !== 'administrator') throw notFound()
  return staff
}

/** A family's person by the address, as an act on them takes them. */
export async function personForAct(context: AppLoadContext, params: { family?: string; person?: string }) {
  const { staff } = await familyAt(context, params)
  const { family = '', person = '' } = params
  const found = await personForStaff(context.world, staff.staffId, { family, person })
  if (!found) throw notFound()
  return found
}

/** The same, with what their page shows of them. */
export async function personAt(context: AppLoadContext, params: { family?: string; person?: string }) {
  const { staff, family } = await familyAt(context, params)
  const ids = { family: family.publicId, person: params.person ?? '' }
  const [line, person] = await Promise.all([
    personLine(context.world, family.familyId, ids.person),
    personForStaff(context.world, staff.staffId, ids),
  ])
  if (!line || !person) throw notFound()
  const fixedUnsafe = (await reachIn(context.world, family.familyId))?.unsafeInPlan(person.personId) ?? []
  return { staff, family, line, person, fixedUnsafe }
}

/** Something said, by its public id; `logs` where a press only writes down that somebody was rung. */
export async function entryAt(context: AppLoadContext, params: { entry?: string }, { logs = false } = {}) {
  const staff = await staffAt(context)
  const toWrite = isPressed(context) && !logs
  const entry = await entryForStaff(context.world, staff.staffId, params.entry ?? '', { toWrite })
  if (!entry) throw notFound()
  return { staff, entry }
}

/** A text by its id, and the family it belongs to for this member of staff. */
export async function textAt(context: AppLoadContext, params: { text?: string }) {
  const staff = await staffAt(context)
  const text = await textForStaff(context.world, staff.staffId, params.text ?? '')
  const family = text && (await familyHeld(context, staff, text.ofFamily))
  if (!text || !family) throw notFound()
  const line = await textLine(context.world, text)
  if (!line) throw notFound()
  return { staff, text, line, family: headOf(family) }
}

/** A text that came in, by its id. */
export async function textReplyAt(context: AppLoadContext, params: { reply?: string }) {
  const staff = await staffAt(context)
  const reply = await replyForStaff(context.world, staff.staffId, params.reply ?? '')
  const family = reply && (await familyHeld(context, staff, reply.familyId))
  if (!reply || !family) throw notFound()
  return { staff, reply, family: headOf(family) }
}

const familyHeld = async (context: AppLoadContext, { staffId }: StaffSession, familyId: string) =>
  (await familiesOf(context.world, staffId)).find((family) => family.familyId === familyId && mayPress(context, family))
