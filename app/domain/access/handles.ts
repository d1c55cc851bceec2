import type { Id } from '#app/domain/plan/case-file'
import type { Seen } from './plan-as-seen'

const caseIds = new WeakMap<object, Id>()

/** Only `who-sees-what.ts` and the files it is made of call this: brands what a viewer gets and keeps its case-file id out of it. */
export function handOut<Noun extends string, Content extends { id: string }>(
  caseId: Id,
  content: Content,
): Content & Seen<Noun> {
  caseIds.set(content, caseId)
  return content as Content & Seen<Noun>
}

/** The case-file id behind something that was handed out. Throws for anything else: an id from a form is no item. */
export function caseIdOf(item: Seen<string>): Id {
  const id = caseIds.get(item)
  if (!id) throw new TypeError('This was not handed out by the access rule.')
  return id
}
