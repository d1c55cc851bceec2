/** Texts as whoever runs the portal sees them: how they fare, and of nobody we know more than the end of a number. */
import { and, desc, eq, isNull, not, or } from 'drizzle-orm'
import { onADesk } from '#app/domain/council/working-with'
import { resend } from '#app/domain/network/invitations'
import { personByReference } from '#app/domain/people/person-for-staff'
import { Refusal } from '#app/domain/refusal'
import { kinds } from '#app/domain/texts/kinds'
import { stateOf, type TextState } from '#app/domain/texts/state'
import type { World } from '#app/domain/world'
import { families, incomingTexts, texts } from '#db/schema'

export type TextForOperator = TextState & { id: string; kind: string; numberEnd: string; tries: number; code?: string }

/** Every text there is, or those in one state, newest first. */
export async function textsForOperator(world: World, is?: string): Promise<TextForOperator[]> {
  const rows = await world.db.read.select().from(texts).orderBy(desc(texts.queuedAt))
  return rows
    .map((row) => ({
      ...{ id: row.id, kind: row.kind, ...stateOf(row), numberEnd: row.to.slice(-3), tries: row.attempts },
      ...(row.providerCode && { code: row.providerCode }),
    }))
    .filter((text) => is === undefined || text.is === is)
}

export type ReplyFromNobody = {
  id: string
  at: string
  /** A number, a short code or a name; empty when the provider told none. */
  from: string
  words: string
  /** So many pictures and the like came with it. */
  attached: number
  /** Reference of the family, when it is one that nobody works with. */
  family: string | null
}

/**
 * What came in and is on no desk, newest first: from a number nobody has or had, a short code or a name, a call that
 * cannot be read, and unread texts to a family nobody works with. No worker sees it, so whoever runs the portal has to.
 */
export async function repliesFromNobody(world: World): Promise<ReplyFromNobody[]> {
  const { id, at, from, words, attached, familyId, seenAt } = incomingTexts
  return world.db.read
    .select({ id, at, from, words, attached, family: families.reference })
    .from(incomingTexts)
    .leftJoin(families, eq(families.id, familyId))
    .where(or(isNull(familyId), and(isNull(seenAt), not(onADesk(world, familyId)))))
    .orderBy(desc(at))
}

/**
 * Sends an invitation again whose text did not arrive or may not have, with a new link, in the name of the family's
 * worker. Rejects with `Refusal` for anything else.
 */
export async function retryText(world: World, id: string): Promise<{ queued: string; notBefore: string }> {
  const [found] = await world.db.read
    .select({ text: texts, reference: families.reference })
    .from(texts)
    .leftJoin(families, eq(families.id, texts.familyId))
    .where(eq(texts.id, id))
  if (!found) throw new Refusal(`There is no text “${id}”.`)
  const { text, reference } = found
  const { is } = stateOf(text)
  if (!kinds[text.kind].lasts) throw new Refusal('Only invitations are sent again: whoever asks to sign in asks again.')
  if (is !== 'failed' && is !== 'unknown') throw new Refusal(`This text is ${is}: there is nothing to send again.`)
  const person = await personByReference(world, reference ?? '', text.personId ?? '')
  if (!person) throw new Refusal('Nobody works with this family.')
  const sent = await resend(world, person)
  if ('refused' in sent) throw new Refusal(`It is not sent again: ${sent.refused.join(', ')}.`)
  return { queued: sent.invitationId, notBefore: sent.notBefore }
}
