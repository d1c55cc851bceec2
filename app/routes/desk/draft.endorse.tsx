import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { keptApartIn } from '#app/domain/access/kept-apart'
import { planForStaff } from '#app/domain/access/read-plan'
import { onCallNow } from '#app/domain/council/on-call'
import { progressOf } from '#app/domain/council/turns'
import { changesOfDraft } from '#app/domain/desk/versions-for-staff'
import { noteStaffView } from '#app/edge/desk-forms.server'
import { draftAt, formOfHand, takeHand } from '#app/edge/draft-at.server'
import { lookAtKinds } from '#app/edge/findings-at.server'
import { EndorsePage } from '#app/views/desk/endorse-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { world } = context
  const { staff, family, draft } = await draftAt(context, params, 'endorse')
  await noteStaffView(context, staff, family, 'endorse.viewed')
  const { asked, waitsFor } = progressOf(draft)
  const language = await context.visitor.language()
  const [whole, onCall] = await Promise.all([
    planForStaff(world, { familyId: family.familyId, staffId: staff.staffId, language, draftFirst: true }),
    onCallNow(world),
  ])
  const viewers = (whole?.viewers ?? []).map(({ id, name, apart }) => ({ id, name, apart }))
  return {
    ...formOfHand(world, staff, request, draft),
    lookAt: await lookAtKinds(context, family),
    changes: await changesOfDraft(world, family.familyId),
    kept: await keptApartIn(world, family.familyId),
    ...(whole && { plan: { whole: whole.plan, onCall, closable: [], viewers, of: 'draft' as const } }),
    askedBy: asked?.by.name ?? draft.author.name,
    ...(waitsFor.includes('second-check') && { checker: asked?.checker?.name }),
  }
}

export const action = (args: ActionFunctionArgs) => takeHand(args, () => ({ kind: 'endorsed' }))

export default function Endorse() {
  const { form, ...page } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>()
  return <EndorsePage {...page} form={{ ...form, ...back }} refused={back?.faults?.draft} found={back?.found} />
}
