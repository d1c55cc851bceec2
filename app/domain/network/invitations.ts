import { newToken } from '#app/domain/access/tokens'
import { hashWord, whyNotWord } from '#app/domain/access/words'
import { person as personSchema, safeToText, type SafeToText } from '#app/domain/plan/case-file'
import { writeAudited } from '#app/domain/record/audit'
import { newText } from '#app/domain/texts/outbox'
import type { World } from '#app/domain/world'
import type { Drizzle } from '#db/client.server'
import { invitations, people, texts } from '#db/schema'
import { type Contact, namesOf, type Reach, reachIn } from './contact'
import type { PersonForStaff } from './person-for-staff'
import { numberFor, type Refusal, whyNotInvited } from './refusals'
import { hasJoined, voidOlder } from './open-invitation'

/** What the worker checks and fills in. */
export type InvitationForm = {
  /** As typed: "07700 900112". */
  phone: string
  language: string
  safeToText: SafeToText | null
  /** The word agreed face to face; without one, the one agreed before. */
  word?: string
  /** "She is with me: send now." */
  sendNow?: boolean
}
export type Invited = { invitationId: string; notBefore: string } | { refused: Refusal[] }

/** Thrown out of a write to leave everything as it was. */
class Refused extends Error {
  constructor(readonly refusals: Refusal[]) {
    super('The person may not be invited this way.')
  }
}

/**
 * Invites a person: their contact facts and word as given, older invitations void, the invitation and its text in
 * the outbox; one write. Refuses with every reason there is, and then nothing has changed.
 */
export async function invite(world: World, person: PersonForStaff, form: InvitationForm): Promise<Invited> {
  const word = form.word?.trim()
  const wordHash = word ? await hashWord(world, word) : null
  return issue(world, person, form.sendNow ?? false, ({ contact, reach }) => {
    const number = numberFor(reach, person.personId, form.phone)
    const names = namesOf(reach.file, person.personId)
    const phone = 'phone' in number ? number.phone : ''
    const refused = [
      'refused' in number ? number.refused : undefined,
      personSchema.shape.language.safeParse(form.language).success ? undefined : ('language' as const),
      safeToText.nullable().safeParse(form.safeToText).success ? undefined : ('safe-times' as const),
      word ? whyNotWord(word, { names, phone }) : contact.wordHash ? undefined : ('word-missing' as const),
    ].filter((why) => why !== undefined)
    const facts = { phone, landline: false, language: form.language, safeToText: form.safeToText }
    return { refused, contact: { ...contact, ...facts, wordHash: wordHash ?? contact.wordHash }, newWord: !!word }
  })
}

/** Sends a new link, with the number and the word there are. The one sent before is void. */
export async function resend(world: World, person: PersonForStaff, { sendNow = false } = {}): Promise<Invited> {
  return issue(world, person, sendNow, ({ contact, reach }) => {
    const number = numberFor(reach, person.personId, contact.phone ?? '')
    const refused: Refusal[] = 'refused' in number ? [number.refused] : []
    if (!contact.wordHash) refused.push('word-missing')
    return { refused, contact, newWord: false }
  })
}

type Decision = { refused: Refusal[]; contact: Contact; newWord: boolean }

async function issue(
  world: World,
  { staffId, familyId, personId }: PersonForStaff,
  sendNow: boolean,
  decide: (now: { contact: Contact; reach: Reach }) => Decision,
): Promise<Invited> {
  const invitationId = newToken(world)
  const by = `staff:${staffId}` as const
  let notBefore = ''
  try {
    await writeAudited(world, { who: by, familyId, did: 'person.invited', about: invitationId }, async (db) => {
      const { contact, newWord } = await decided(world, db, { familyId, personId }, decide)
      const at = world.now().toISOString()
      const { phone, language } = contact
      if (!phone) throw new Refused(['not-a-number'])
      const word = newWord ? { wordHash: contact.wordHash, wordSetAt: at, wordSetBy: staffId } : {}
      const text = newText(
        world,
        { kind: 'invitation', familyId, personId, invitationId, to: phone, language, queuedBy: staffId, sendNow },
        [contact],
      )
      notBefore = text.notBefore
      const facts = { phone, landline: contact.landline, language, safeToText: contact.safeToText, ...word }
      return [
        db
          .insert(people)
          .values({ familyId, personId, unsafePhones: contact.unsafePhones, ...facts })
          .onConflictDoUpdate({ target: [people.familyId, people.personId], set: facts }),
        db.insert(invitations).values({
          ...{ id: invitationId, familyId, personId, phone, language },
          ...{ invitedAt: at, invitedBy: staffId },
        }),
        db.insert(texts).values(text),
        ...voidOlder(db, { familyId, personId }, { newer: invitationId, at, by }),
      ]
    })
  } catch (error) {
    if (error instanceof Refused) return { refused: error.refusals }
    throw error
  }
  return { invitationId, notBefore }
}

async function decided(
  world: World,
  db: Drizzle,
  { familyId, personId }: Pick<PersonForStaff, 'familyId' | 'personId'>,
  decide: (now: { contact: Contact; reach: Reach }) => Decision,
): Promise<Decision> {
  const reach = await reachIn(world, familyId)
  if (!reach) throw new Refused(['no-plan'])
  const never = whyNotInvited(reach.file, personId)
  if (never) throw new Refused([never])
  if (await hasJoined(db, { familyId, personId })) throw new Refused(['joined'])
  const decision = decide({ contact: reach.contactOf(personId), reach })
  if (decision.refused.length > 0) throw new Refused(decision.refused)
  return decision
}
