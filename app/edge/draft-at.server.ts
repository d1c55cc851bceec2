/** A family's draft before whoever may do something about it: those who hold the family, and who was named to look at it. */
import { type ActionFunctionArgs, type AppLoadContext, data, redirect } from '@remix-run/node'
import { type Draft, draftOf, draftsOf } from '#app/domain/council/drafts'
import { type FamilyOfStaff, familyForStaff } from '#app/domain/council/families'
import type { StaffSession } from '#app/domain/council/staff-sessions'
import { type May, mayDo } from '#app/domain/council/turns'
import { onceFor } from '#app/domain/forms/once-for'
import { pressedBefore } from '#app/domain/forms/tickets'
import { placeOf } from '#app/domain/plan/fault-place'
import type { Fault } from '#app/domain/plan/faults'
import { giveHand } from '#app/domain/record/give-hand'
import type { Giving, HandRefused } from '#app/domain/record/look-at-draft'
import type { World } from '#app/domain/world'
import type { Typed } from '#app/views/form'
import { isPressed, takeDeskForm, toldOf } from './desk-forms.server'
import { staffAt, turnedAway } from './desk-guards.server'
import { blankForm, type Outcome } from './form.server'

type Address = { family?: string }
/** `as` is absent for who is only named for the second check, and sees the draft until they have made it. */
type Reading = { family: Omit<FamilyOfStaff, 'as' | 'waiting'>; as?: FamilyOfStaff['as'] }

const notFound = () => new Response(null, { status: 404 })

/** Whoever may read a family's plan at the desk now; else the 404 of a family that never was. */
export async function readerAt(context: AppLoadContext, { family: publicId = '' }: Address) {
  const { world } = context
  const staff = await staffAt(context)
  const held = await familyForStaff(world, staff.staffId, publicId)
  const reading: Reading | undefined = held
    ? { family: held, as: held.as }
    : await namedTo(context, staff.staffId, publicId)
  if (!reading) throw await turnedAway(context, staff, publicId)
  if (reading.as === 'glass' && isPressed(context)) throw notFound()
  return { staff, ...reading }
}

async function namedTo({ world }: AppLoadContext, staffId: string, publicId: string): Promise<Reading | undefined> {
  const draft = (await draftsOf(world, { namedTo: staffId })).find((one) => one.publicId === publicId)
  return draft && mayDo(draft, { staffId }).check ? { family: { ...draft, published: false } } : undefined
}

const planOf = (publicId: string) => `/desk/families/${publicId}/plan`

/** The same with the draft, for the page of an act on it. Who may not do that now is led to where it says how it stands. */
export async function draftAt(context: AppLoadContext, params: Address, act: keyof May) {
  const reader = await readerAt(context, params)
  const { staff, family, as } = reader
  const draft = await draftOf(context.world, family.familyId)
  if (!draft || !mayDo(draft, { staffId: staff.staffId, as })[act])
    throw as ? redirect(planOf(family.publicId), 303) : notFound()
  return { ...reader, draft }
}

/** What a page shows of what was found, each with its place in words. */
export const placed = (faults: Fault[]) => faults.map((fault) => ({ ...fault, place: placeOf(fault.path) }))

/** What every page of an act has: the family's name, and a blank form for the draft that is read. */
export function formOfHand(world: World, staff: StaffSession, request: Request, draft: Draft) {
  const form = blankForm(world, staff, new URL(request.url).pathname)
  return { family: { id: draft.publicId, name: draft.familyName }, draft: draft.versionId, form }
}

type Sent = { typed: Typed }

/** The form of an act: given once for this press; what stands in the way comes back with it. */
export async function takeHand({ request, context, params }: ActionFunctionArgs, giving: (sent: Sent) => Giving) {
  const { world } = context
  let found: Fault[] = []
  const back = await takeDeskForm<HandRefused>(
    { request, context, params },
    async ({ staff, typed, press }): Promise<Outcome<HandRefused>> => {
      const before = await pressedBefore(world, press)
      if (before) return { is: 'pressed-twice', leadTo: before }
      const { family, as } = await readerAt(context, params)
      const hand = giving({ typed })
      const leadTo = as ? planOf(family.publicId) : `/desk?done=${hand.kind}`
      const once = onceFor(world, staff, { ...press, leadTo })
      const of = { familyId: family.familyId, versionId: typed.draft ?? '' }
      const given = await giveHand(world, { staffId: staff.staffId, as }, of, hand, once.write)
      if ('faults' in given) {
        found = given.faults
        return { faults: {} }
      }
      if (!('refused' in given)) return toldOf(once.sent() ?? { state: 'forged' }, leadTo)
      // Somebody was quicker. What they wrote comes back to them; else they see how it stands.
      if (given.refused === 'moved') throw typed.words?.trim() || !as ? notFound() : redirect(leadTo, 303)
      return { faults: { draft: given.refused } }
    },
  )
  return data({ ...back.data, found: placed(found) }, back.init ?? undefined)
}
