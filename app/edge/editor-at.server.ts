/** A family's open draft before whoever works with the family, and how what is in it goes by outside. */
import { type AppLoadContext, redirect } from '@remix-run/node'
import { openDraftOf } from '#app/domain/council/open-draft'
import { draftHandles } from '#app/domain/record/writing/handles'
import { familyAt } from './desk-guards.server'

type Address = { family?: string }

/** Whoever has no draft open there is led to where one is begun; whoever does not work with the family gets the 404 of one that never was. */
export async function editorAt(context: AppLoadContext, params: Address) {
  const { staff, family } = await familyAt(context, params)
  const draft = await openDraftOf(context.world, family.familyId)
  if (!draft) throw redirect(`/desk/families/${family.publicId}/plan/edit`, 303)
  return { staff, family, draft, handles: await draftHandles(context.world, draft) }
}
