import type { AppLoadContext } from '@remix-run/node'
import { draftOf } from '#app/domain/council/drafts'
import { mayDo, progressOf } from '#app/domain/council/turns'
import { languagesOf, translating } from '#app/domain/desk/translating'
import { isSameLanguage } from '#app/domain/plan/languages/translations'
import { familyAt } from './desk-guards.server'

/** A family's plan in the language of the address, for who works with it; else the 404 of a language nobody reads. */
export async function languageAt(context: AppLoadContext, params: { family?: string; language?: string }) {
  const { staff, family } = await familyAt(context, params)
  const of = await translating(context.world, family.familyId)
  const line = of && languagesOf(of).find(({ language }) => isSameLanguage(language, params.language ?? ''))
  if (!of || !line) throw new Response(null, { status: 404 })
  return { staff, family, of, line, url: `/desk/families/${family.publicId}/languages/${line.language}` }
}

/** Whether this member of staff may write the plan now, its draft or the first one behind what is published, and who asked for the one whose place it takes. */
export async function writingAt(
  { world }: AppLoadContext,
  { staffId }: { staffId: string },
  { familyId, as, writing }: Awaited<ReturnType<typeof familyAt>>['family'],
): Promise<{ may: boolean; asked?: string; writing?: { by: string; at: string } }> {
  const draft = await draftOf(world, familyId)
  return {
    may: draft ? mayDo(draft, { staffId, as }).replace : as !== 'manager',
    ...{ asked: draft && progressOf(draft).asked?.by.name, writing },
  }
}
