import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { answersBefore } from '#app/domain/access/read-log'
import { planForStaff } from '#app/domain/access/read-plan'
import { storiesOnTheirWay } from '#app/domain/access/stories-asked'
import { noteStaffView } from '#app/edge/desk-forms.server'
import { familyAt, headOf } from '#app/edge/desk-guards.server'
import { AnswersPage } from '#app/views/desk/answers-page'
import type { PageHandle } from '#app/views/page-handle'

export const handle: PageHandle = { title: 'desk' }

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { staff, family } = await familyAt(context, params)
  await noteStaffView(context, staff, family, 'answers.viewed')
  const language = await context.visitor.language()
  const of = { familyId: family.familyId, staffId: staff.staffId, language }
  const plan = (await planForStaff(context.world, of))?.plan
  const before = plan ? await answersBefore(context.world, plan) : {}
  const stories = plan ? storiesOnTheirWay(plan) : []
  return {
    family: headOf(family),
    stories,
    commitments: plan?.commitments ?? [],
    agreements: plan?.agreements ?? [],
    before,
  }
}

export default function Answers() {
  return <AnswersPage {...useLoaderData<typeof loader>()} />
}
