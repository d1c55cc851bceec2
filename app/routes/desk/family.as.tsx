import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { alsoSaidBy, logFor } from '#app/domain/access/read-log'
import { draftFor, planFor } from '#app/domain/access/read-plan'
import { viewersOf } from '#app/domain/access/viewers'
import { draftOf } from '#app/domain/council/drafts'
import { childline } from '#app/domain/council/helplines'
import { onCallNow } from '#app/domain/council/on-call'
import { mayDo } from '#app/domain/council/turns'
import { noteStaffView } from '#app/edge/desk-forms.server'
import { headOf, personAt } from '#app/edge/desk-guards.server'
import { readerAt } from '#app/edge/draft-at.server'
import { PreviewPage } from '#app/views/desk/preview-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

/** What this person sees at this moment, by the same rule and the same query as their own page; of a draft, what they would. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { world, visitor } = context
  const { staff, family, as, person } = await personSeen(context, params)
  const { familyId } = family
  await noteStaffView(context, staff, family, 'plan.previewed', person.personId)
  const inTheirs = new URL(request.url).searchParams.get('in') !== 'mine'
  const language = inTheirs ? person.language : await visitor.language()
  const asked = { familyId, personId: person.personId, language }
  const plan = await (family.published ? planFor(world, asked) : draftFor(world, asked))
  const [log, alsoSaid] = plan ? await Promise.all([logFor(world, plan), alsoSaidBy(world, plan)]) : []
  const { id, name } = person
  const draft = family.published ? undefined : await draftOf(world, familyId)
  return {
    ...{ family: headOf(family), person: { id, name }, plan, log, alsoSaid, inTheirs },
    onCall: await onCallNow(world),
    childline: await childline(world),
    checking: !!draft && mayDo(draft, { staffId: staff.staffId, as }).check,
  }
}

/** Anybody of a published plan, for who works with the family; of a draft, who would have a view of it. */
async function personSeen(context: LoaderFunctionArgs['context'], params: LoaderFunctionArgs['params']) {
  const reader = await readerAt(context, params)
  if (reader.family.published) {
    const { line, person } = await personAt(context, params)
    return { ...reader, person: { ...line, personId: person.personId } }
  }
  const person = (await viewersOf(context.world, reader.family.familyId)).find(({ id }) => id === params.person)
  if (!person) throw new Response(null, { status: 404 })
  return { ...reader, person }
}

export default function AsPerson() {
  return <PreviewPage {...useLoaderData<typeof loader>()} />
}
