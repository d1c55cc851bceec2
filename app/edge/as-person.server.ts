import type { AppLoadContext } from '@remix-run/node'
import { draftFor, planFor, planOnceInCircle } from '#app/domain/access/read-plan'
import { viewersOf } from '#app/domain/access/viewers'
import { draftOf } from '#app/domain/council/drafts'
import { noteStaffView } from './desk-forms.server'
import { personAt } from './desk-guards.server'
import { readerAt } from './draft-at.server'

type Address = { family?: string; person?: string }

/**
 * Somebody of a family as whom a member of staff looks: of the published plan, anybody for who works with the family;
 * of the draft (`of=draft`, or while nothing else is there), who would have a view of it. `see` gives what they get, by
 * the code that serves them; of whoever stands apart and is in no circle (`outside`), what they would get in one. Noted in the trail as a look, and for nobody else; a look at what is published while there
 * is a draft is no look at the draft.
 */
export async function asPersonAt(context: AppLoadContext, params: Address, asked: URLSearchParams) {
  const { world } = context
  const reader = await readerAt(context, params)
  const { familyId, published } = reader.family
  const draft = await draftOf(world, familyId)
  const ofDraft = !published || (asked.get('of') === 'draft' && !!draft)
  const person = ofDraft ? await viewerOf(context, familyId, params) : await lineOf(context, params)
  const did = draft && !ofDraft ? 'published.previewed' : 'plan.previewed'
  await noteStaffView(context, reader.staff, reader.family, did, person.personId)
  const see = (language: string) => {
    const whose = { familyId, personId: person.personId, language }
    const aloneAsPlan = !reader.as
    if (person.outside) return planOnceInCircle(world, whose, { ofDraft, aloneAsPlan })
    return ofDraft ? draftFor(world, whose, { aloneAsPlan }) : planFor(world, whose)
  }
  return { ...reader, person, see, ofDraft, draft, hasBoth: published && !!draft }
}

async function viewerOf({ world }: AppLoadContext, familyId: string, { person }: Address) {
  const found = (await viewersOf(world, familyId)).find(({ id }) => id === person)
  if (!found) throw new Response(null, { status: 404 })
  return found
}

async function lineOf(context: AppLoadContext, params: Address) {
  const { line, person } = await personAt(context, params)
  const { id, name, language, hasView, apart } = line
  return { id, name, language, personId: person.personId, outside: !hasView && apart.length > 0 }
}
