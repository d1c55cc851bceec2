import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { PlanAsSeenBy } from '#app/domain/access/plan-as-seen'
import { alsoSaidBy, logFor } from '#app/domain/access/read-log'
import { childline } from '#app/domain/council/helplines'
import { onCallNow } from '#app/domain/council/on-call'
import { mayDo } from '#app/domain/council/turns'
import { nextTextTo } from '#app/domain/desk/next-text'
import type { World } from '#app/domain/world'
import { asPersonAt } from '#app/edge/as-person.server'
import { headOf } from '#app/edge/desk-guards.server'
import { PreviewPage } from '#app/views/desk/preview-page'
import { previewPage } from '#app/views/desk/preview-tabs'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

/** What this person gets at this moment, by the same rule and the same query as their own page; of a draft, what they would. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { world, visitor } = context
  const { searchParams } = new URL(request.url)
  const { staff, family, as, person, see, draft, ofDraft, hasBoth } = await asPersonAt(context, params, searchParams)
  const page = previewPage(searchParams.get('page'))
  const inTheirs = searchParams.get('in') !== 'mine'
  const plan = await see(inTheirs ? person.language : await visitor.language())
  const { id, name } = person
  return {
    ...{ family: headOf(family), person: { id, name }, page, inTheirs, ofDraft, hasBoth, hasView: !!plan },
    outside: !!person.outside,
    reads: page === 'plan' && plan ? await allOf(world, plan, !!as) : undefined,
    text: page === 'text' ? await nextTextTo(world, family.familyId, id) : undefined,
    checking: !!draft && mayDo(draft, { staffId: staff.staffId, as }).check,
  }
}

/** What stands on the pages they read from one end to the other; what was said only for who works with the family. */
async function allOf(world: World, plan: PlanAsSeenBy, withSaid: boolean) {
  const [log, alsoSaid, onCall, forChildren] = await Promise.all([
    withSaid ? logFor(world, plan) : { entries: [] },
    withSaid ? alsoSaidBy(world, plan) : { words: [] },
    onCallNow(world),
    childline(world),
  ])
  return { plan, log, alsoSaid, onCall, childline: forChildren }
}

export default function AsPerson() {
  return <PreviewPage {...useLoaderData<typeof loader>()} />
}
