import { type Contact, reachIn } from '#app/domain/people/contact'
import type { PersonForStaff } from '#app/domain/people/person-for-staff'
import { checkForm, type InvitationForm, type WhyNot, whyNotInvited } from '#app/domain/people/refusals'
import { asKept, timesAsked } from '#app/domain/people/safe-times'
import { hashWord } from '#app/domain/people/word'
import { stopsOn } from '#app/domain/texts/number-stops'
import { newText } from '#app/domain/texts/outbox'
import { newToken } from '#app/domain/tokens'
import { type AuditedWrite, plainly } from '#app/domain/trail/audited-write'
import type { World } from '#app/domain/world'
import type { ReadOnly } from '#db/client.server'
import { invitations, people, texts } from '#db/schema'
import { hasJoined, others, triesAnewStatement, voidStatements } from './open-invitation'

export type Invited = { invitationId: string; notBefore: string } | { refused: WhyNot[] }

/** Thrown out of a write to leave everything as it was. */
class Refused extends Error {
  constructor(readonly refusals: WhyNot[]) {
    super('The person may not be invited this way.')
  }
}

/**
 * Invites a person: their contact facts and word as given, older invitations void, the invitation and its text in
 * the outbox; one write. Refuses with every reason there is, and then nothing has changed.
 */
export async function invite(
  world: World,
  person: PersonForStaff,
  form: InvitationForm,
  write = plainly(world),
): Promise<Invited> {
  const word = form.word?.trim()
  return unlessRefused(async () => {
    // Looked at twice: now, because the word takes its time to hash, and again inside the write.
    await decided(world, world.db.read, person, () => ({ ...form, word }))
    const wordHash = word ? await hashWord(world, word) : undefined
    return issue(world, person, () => ({ ...form, word, wordHash }), write)
  })
}

/** Sends a new link, with the number and the word there are. The one sent before is void. */
export async function resend(
  world: World,
  person: PersonForStaff,
  { sendNow = false } = {},
  write = plainly(world),
): Promise<Invited> {
  const fill = ({ phone, language, safeToText }: Contact) => ({
    ...{ phone: phone ?? '', language, sendNow },
    safeToText: asKept(safeToText),
  })
  return unlessRefused(() => issue(world, person, fill, write))
}

/** What the invitation is to say, given how the person is reached now. */
type Fill = (contact: Contact) => InvitationForm & { wordHash?: string }

async function decided(world: World, read: ReadOnly, { familyId, personId }: PersonForStaff, fill: Fill) {
  const reach = await reachIn(world, familyId)
  if (!reach) throw new Refused(['no-plan'])
  const never = whyNotInvited(reach.file, personId)
  if (never) throw new Refused([never])
  if (await hasJoined(read, { familyId, personId })) throw new Refused(['joined'])
  const contact = reach.contactOf(personId)
  const form = fill(contact)
  const checked = checkForm(reach, personId, form)
  if ('refused' in checked) throw new Refused(checked.refused)
  if ((await stopsOn(read, [checked.phone])).length > 0) throw new Refused(['number-stopped'])
  const safeToText = timesAsked(form.safeToText)
  return { ...form, safeToText, phone: checked.phone, unsafePhones: contact.unsafePhones }
}

async function issue(world: World, person: PersonForStaff, fill: Fill, write: AuditedWrite): Promise<Invited> {
  const { staffId, familyId, personId } = person
  const invitationId = newToken(world)
  const by = `staff:${staffId}` as const
  let notBefore = ''
  await write({ who: by, familyId, did: 'person.invited', about: invitationId }, async (db) => {
    const { phone, language, safeToText, unsafePhones, wordHash, sendNow } = await decided(world, db, person, fill)
    const at = world.now().toISOString()
    const text = newText(
      world,
      { kind: 'invitation', familyId, personId, invitationId, to: phone, language, queuedBy: staffId, sendNow },
      [{ safeToText }],
    )
    notBefore = text.notBefore
    const word = wordHash && { wordHash, wordSetAt: at, wordSetBy: staffId }
    const facts = { phone, landline: false, language, safeToText, ...word }
    const invitation = { id: invitationId, familyId, personId, phone, language, invitedAt: at, invitedBy: staffId }
    return [
      db
        .insert(people)
        .values({ familyId, personId, unsafePhones, ...facts })
        .onConflictDoUpdate({ target: [people.familyId, people.personId], set: facts }),
      db.insert(invitations).values(invitation),
      db.insert(texts).values(text),
      ...voidStatements(db, person, others(invitationId, { byText: true }), { at, by, why: 'newer' }),
      triesAnewStatement(db, person),
    ]
  })
  return { invitationId, notBefore }
}

async function unlessRefused(work: () => Promise<Invited>): Promise<Invited> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refused) return { refused: error.refusals }
    throw error
  }
}
