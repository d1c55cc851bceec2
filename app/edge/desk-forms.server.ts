import type { ActionFunctionArgs, AppLoadContext } from '@remix-run/node'
import { type StaffSession, stillThere } from '#app/domain/council/staff-sessions'
import { atNight } from '#app/domain/desk/unusual'
import { writeAudited } from '#app/domain/trail/audit'
import { type Outcome, type SentForm, takeForm } from './form.server'

export { toldOf } from './form.server'

const brought = new WeakSet<AppLoadContext>()

/** Whether somebody pressed something at the desk for this, and does not only look. */
export const isPressed = (context: AppLoadContext): boolean => brought.has(context)

/**
 * Takes one form of the desk, as `takeForm` does. Whoever is not signed in any more gets what they typed back on a
 * plain page, which says so.
 */
export function takeDeskForm<Why extends string = never>(
  args: ActionFunctionArgs,
  take: (sent: SentForm & { staff: StaffSession }) => Promise<Outcome<Why>>,
) {
  brought.add(args.context)
  return takeForm<Why>(args, async (sent) => {
    const staff = await args.context.visitor.staff()
    return staff ? take({ ...sent, staff }) : { is: 'not-a-member' }
  })
}

/**
 * The desk as it was when this was pressed: held to one kind or one family, and with whose phone beside it; or
 * what was searched for. */
export function deskBefore({ place = '' }: { place?: string }): string {
  const typed = new URLSearchParams(place).get('q')
  if (typed) return `/desk/search?${new URLSearchParams({ q: typed.slice(0, 100) })}`
  const kept = [...new URLSearchParams(place)].filter(([key, value]) => KEPT.has(key) && /^[\w-]{1,40}$/.test(value))
  return kept.length > 0 ? `/desk?${new URLSearchParams(kept)}` : '/desk'
}
const KEPT = new Set(['only', 'in', 'family', 'person', 'page'])

/**
 * Notes that a member of staff looked at a family's page ("plan.viewed"), without content; not when it comes back
 * with its form, since then nothing may be writable.
 */
export const noteStaffView = (
  context: AppLoadContext,
  staff: StaffSession,
  family: { familyId: string },
  did: Look,
  about?: string,
): Promise<void> => noteStaffViews(context, staff, [family], did, about)

type Look = `${string}.viewed` | 'plan.previewed' | 'published.previewed' | 'translation.sent-out'

/** The same of a page that shows several families, in one write. */
export async function noteStaffViews(
  context: AppLoadContext,
  { staffId }: StaffSession,
  families: { familyId: string }[],
  did: Look,
  about?: string,
): Promise<void> {
  if (brought.has(context) || families.length === 0) return
  const dids = families.map(({ familyId }) => ({ who: `staff:${staffId}` as const, familyId, did, about }))
  const there = await context.visitor.noteStaff()
  await writeAudited(context.world, dids, async (db) => [
    ...(there ? stillThere(context.world, db, there) : []),
    ...(await atNight(context.world, db, staffId, families[0]?.familyId ?? '')),
  ])
}
