import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { peopleForStaff } from '#app/domain/desk/people-for-staff'
import { noteStaffView } from '#app/edge/desk-forms.server'
import { familyAt, headOf } from '#app/edge/desk-guards.server'
import { PeopleOfFamilyPage } from '#app/views/desk/people-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { staff, family } = await familyAt(context, params)
  await noteStaffView(context, staff, family, 'people.viewed')
  const people = (await peopleForStaff(context.world, family.familyId)) ?? []
  const saved = new URL(request.url).searchParams.get('saved') ?? undefined
  return { family: headOf(family), people, saved }
}

export default function PeopleOfFamily() {
  return <PeopleOfFamilyPage {...useLoaderData<typeof loader>()} />
}
