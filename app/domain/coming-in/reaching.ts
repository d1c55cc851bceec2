/** How a person is reached, as the worker sets it: number, language, whether and when they may be texted, and where never. */
import { and, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm'
import { voidStatements } from '#app/domain/network/open-invitation'
import { type Contact, type Reach, reachIn } from '#app/domain/people/contact'
import type { PersonForStaff } from '#app/domain/people/person-for-staff'
import type { WhyNot } from '#app/domain/people/refusals'
import { type AskedTimes, timesAsked, whyNotSafeTimes } from '#app/domain/people/safe-times'
import type { Id } from '#app/domain/plan/case-file'
import { person as personSchema } from '#app/domain/plan/document/people'
import { phoneFrom } from '#app/domain/plan/phone'
import { cancelStatement } from '#app/domain/texts/outbox'
import { type AuditedWrite, plainly } from '#app/domain/trail/audited-write'
import { isOf, type Who } from '#app/domain/whose'
import type { World } from '#app/domain/world'
import type { Drizzle } from '#db/client.server'
import { invitations, memberships, people, sealedForms, sessions, signIns, texts } from '#db/schema'
import { endStatement } from './sessions'

/** As typed. `unsafePhones`: one a line; those of the published plan stay, whatever is said here. */
export type ReachForm = {
  phone: string
  language: string
  mayText: boolean
  safeToText: AskedTimes
  unsafePhones: string
}

/** Thrown out of a write to leave everything as it was. */
class Refused extends Error {
  constructor(readonly refusals: WhyNot[]) {
    super('The person cannot be reached this way.')
  }
}

/**
 * Sets how a person is reached. With a new number everything that hung on the old one ends in the same write: links,
 * codes, texts that wait, and every phone they are signed in on; with the new one and the word they come in again.
 */
export async function setReach(
  world: World,
  { staffId, familyId, personId }: PersonForStaff,
  form: ReachForm,
  write: AuditedWrite = plainly(world),
): Promise<{ set: true; newNumber: boolean } | { refused: WhyNot[] }> {
  let newNumber = false
  const who = `staff:${staffId}` as const
  try {
    await write({ who, familyId, did: 'person.reach-set', about: personId }, async (db) => {
      const reach = await reachIn(world, familyId)
      if (!reach) throw new Refused(['no-plan'])
      const facts = checked(reach, personId, form)
      if ('refused' in facts) throw new Refused(facts.refused)
      const old = reach.contactOf(personId).phone
      newNumber = old !== facts.phone
      const at = world.now().toISOString()
      return [
        db
          .insert(people)
          .values({ familyId, personId, ...facts })
          .onConflictDoUpdate({ target: [people.familyId, people.personId], set: facts }),
        ...(newNumber ? endOldNumber(db, { familyId, personId }, old, at) : []),
      ]
    })
  } catch (error) {
    if (error instanceof Refused) return { refused: error.refusals }
    throw error
  }
  return { set: true, newNumber }
}

type Facts = Pick<Contact, 'phone' | 'landline' | 'language' | 'noTexts' | 'safeToText' | 'unsafePhones'>

function checked(reach: Reach, personId: Id, form: ReachForm): Facts | { refused: WhyNot[] } {
  const phone = form.phone.trim() ? phoneFrom(form.phone) : null
  const typed = form.unsafePhones.split(/[\n,;]/).filter((line) => line.trim())
  const unsafe = typed.map(phoneFrom)
  const others = reach.everyone.filter((id) => id !== personId)
  const refused = [
    form.phone.trim() && !phone && 'not-a-number',
    phone && [...unsafe, ...reach.unsafeInPlan(personId)].includes(phone) && 'unsafe-number',
    phone && others.some((id) => reach.contactOf(id).phone === phone) && 'number-of-someone-else',
    unsafe.includes(null) && 'unsafe-not-numbers',
    !personSchema.shape.language.safeParse(form.language).success && 'language',
    ...whyNotSafeTimes(form.safeToText),
  ].filter((why): why is WhyNot => !!why)
  if (refused.length > 0) return { refused }
  return {
    phone,
    landline: phone !== null && /^\+44[12]/.test(phone),
    language: form.language,
    noTexts: !form.mayText,
    safeToText: timesAsked(form.safeToText),
    unsafePhones: unsafe.filter((number) => number !== null),
  }
}

/** With a number go the links, codes and texts that went to it, and whoever came in by it; a paper card stays. */
function endOldNumber(db: Drizzle, who: Who, old: string | null, at: string) {
  const asks = db
    .select({ id: signIns.id })
    .from(signIns)
    .where(eq(signIns.phone, old ?? ''))
  return [
    ...voidStatements(db, who, isNotNull(invitations.phone), { at, by: 'system', why: 'number-changed' }),
    db
      .update(signIns)
      .set({ voidedAt: at })
      .where(and(eq(signIns.phone, old ?? ''), isNull(signIns.usedAt), isNull(signIns.voidedAt))),
    endStatement(db, at, isOf(sessions, who)),
    // What they were signed in on before may be somebody else's: with the new number it asks as a stranger does.
    db.update(sessions).set({ browserHash: null }).where(isOf(sessions, who)),
    db
      .update(sealedForms)
      .set({ browser: '' })
      .where(
        inArray(
          sealedForms.membershipId,
          db.select({ id: memberships.id }).from(memberships).where(isOf(memberships, who)),
        ),
      ),
    // A sign-in that has only got as far as the word belongs to nobody yet; it goes with the number.
    endStatement(db, at, and(eq(sessions.stage, 'word'), inArray(sessions.signInId, asks))),
    cancelStatement(db, at, 'number-changed', or(isOf(texts, who), inArray(texts.signInId, asks))),
  ] as const
}
