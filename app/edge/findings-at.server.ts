import type { AppLoadContext } from '@remix-run/node'
import { draftOf } from '#app/domain/council/drafts'
import { mayDo, secondLookBy } from '#app/domain/council/turns'
import { findingLines } from '#app/domain/record/findings-for-staff'
import { findingsOf } from '#app/domain/record/findings-of'
import { readerAt } from './draft-at.server'

/** What the check finds in a family's newest plan, and what whoever reads it at the desk may do about that. */
export async function findingsAt(context: AppLoadContext, params: { family?: string }) {
  const { world } = context
  const reader = await readerAt(context, params)
  const { staff, family, as } = reader
  const draft = await draftOf(world, family.familyId)
  const looked = await findingsOf(world, family.familyId, draft && secondLookBy(draft, staff.staffId))
  if (!looked) throw new Response(null, { status: 404 })
  const may = draft && mayDo(draft, { staffId: staff.staffId, as })
  return {
    ...{ reader, draft, lines: findingLines(looked) },
    page: {
      family: { id: family.publicId, name: family.familyName },
      alone: !as,
      isDraft: looked.isDraft,
      domesticAbuse: looked.file.domesticAbuse === true,
      mayEdit: may ? may.replace : as === 'worker' || as === 'covering',
      mayOverrule: !!may?.overrule,
    },
  }
}

/** What kinds of things the check finds in a family's draft beside what keeps it from being published, and how many of each. */
export async function lookAtKinds({ world }: AppLoadContext, { familyId }: { familyId: string }) {
  const found = ((await findingsOf(world, familyId))?.findings ?? []).map(({ kind }) => kind)
  return [...new Set(found)].flatMap((kind) =>
    kind === 'leak' ? [] : [{ kind, count: found.filter((one) => one === kind).length }],
  )
}
