import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { alsoSaidBy, logFor } from '#app/domain/access/read-log'
import { planFor } from '#app/domain/access/read-plan'
import { onCallNow } from '#app/domain/council/on-call'
import { noteStaffView } from '#app/edge/desk-forms.server'
import { headOf, personAt } from '#app/edge/desk-guards.server'
import { PreviewPage } from '#app/views/desk/preview-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

/** What this person sees at this moment, by the same rule and the same query as their own page. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { world, visitor } = context
  const { staff, family, line, person } = await personAt(context, params)
  await noteStaffView(context, staff, family, 'plan.previewed', person.personId)
  const inTheirs = new URL(request.url).searchParams.get('in') !== 'mine'
  const language = inTheirs ? line.language : await visitor.language()
  const plan = await planFor(world, { familyId: family.familyId, personId: person.personId, language })
  const [log, alsoSaid] = plan ? await Promise.all([logFor(world, plan), alsoSaidBy(world, plan)]) : []
  const { id, name } = line
  return { family: headOf(family), person: { id, name }, plan, log, alsoSaid, onCall: await onCallNow(world), inTheirs }
}

export default function AsPerson() {
  return <PreviewPage {...useLoaderData<typeof loader>()} />
}
