import type { LoaderFunctionArgs } from '@remix-run/node'
import { nameOf } from '#app/domain/council/sender'
import { calendarEntry } from '#app/domain/plan/calendar'
import { memberOf, noteView } from '#app/edge/guards.server'

/** One meeting for the phone's own calendar, which other people may look into. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const member = await memberOf(context, params)
  const meeting = member.plan.meetings.find(({ id }) => id === params.item)
  if (!meeting) throw new Response(null, { status: 404 })
  await noteView(context.world, member, 'date.viewed')
  return new Response(calendarEntry(context.world, meeting, await nameOf(context.world)), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="date.ics"',
    },
  })
}
