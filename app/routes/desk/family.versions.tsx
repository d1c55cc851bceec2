import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { draftOf } from '#app/domain/council/drafts'
import { mayDo } from '#app/domain/council/turns'
import { versionsOf } from '#app/domain/desk/versions-for-staff'
import { noteStaffView } from '#app/edge/desk-forms.server'
import { familyAt, headOf } from '#app/edge/desk-guards.server'
import { VersionsPage } from '#app/views/desk/versions-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

/** `?a=1&b=3`: two of them were chosen. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { staff, family } = await familyAt(context, params)
  const { searchParams } = new URL(request.url)
  const [a, b] = [Number(searchParams.get('a')), Number(searchParams.get('b'))]
  if (a && b && a !== b) throw redirect(`/desk/families/${family.publicId}/versions/${a}/${b}`)
  await noteStaffView(context, staff, family, 'versions.viewed')
  const { world } = context
  const [versions, draft] = await Promise.all([versionsOf(world, family.familyId), draftOf(world, family.familyId)])
  const isTheirs = !family.writing && (!draft || mayDo(draft, { staffId: staff.staffId, as: family.as }).replace)
  const mayRestore = isTheirs
    ? versions.filter((one) => one.versionId !== draft?.versionId).map(({ number }) => number)
    : []
  return { family: headOf(family), versions, mayRestore, writing: family.writing }
}

export default function Versions() {
  return <VersionsPage {...useLoaderData<typeof loader>()} />
}
