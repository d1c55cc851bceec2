import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { openDraftOf } from '#app/domain/council/open-draft'
import { isGenuine } from '#app/domain/forms/tickets'
import { sentByScript } from '#app/domain/plan/draft/from-script'
import { saveSent } from '#app/domain/record/writing/save-sent'
import { sinceThen } from '#app/domain/record/writing/since'
import { familyAt } from '#app/edge/desk-guards.server'

const notFound = () => new Response(null, { status: 404 })
/** An answer for the script, not a page: what is thrown from an address without a page is everybody's 404. */
const refused = (status: 401 | 409 | 422) => Response.json({}, { status })

/** What others wrote since the page was read, for its script. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { family } = await familyAt(context, params)
  const seen = Number(new URL(request.url).searchParams.get('seen'))
  const since = await sinceThen(context.world, family.familyId, Number.isInteger(seen) ? seen : 0)
  if (!since) throw notFound()
  return Response.json(since)
}

/** What was typed, while it is typed: the changes of a moment. Each is done once, however often it is sent. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  if (!(await context.visitor.staff())) return refused(401)
  const { staff, family } = await familyAt(context, params)
  if (family.as === 'glass') throw notFound()
  const form = new URLSearchParams(await request.text())
  const press = { ticket: form.get('ticket') ?? '', path: new URL(request.url).pathname }
  const changes = sentByScript(form.get('changes') ?? '')
  if (!(await openDraftOf(context.world, family.familyId))) throw notFound()
  if (!isGenuine(context.world, staff, press)) return refused(409)
  if (!changes) return refused(422)
  const seen = Number(form.get('seen'))
  const told = await saveSent(context.world, { family, by: staff.staffId, seen }, changes)
  if (!told) throw notFound()
  return Response.json(told)
}
