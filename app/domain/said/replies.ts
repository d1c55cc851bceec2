import { whyApart } from '#app/domain/access/apart'
import { eyesOf } from '#app/domain/access/eyes'
import { standingOf } from '#app/domain/access/standing'
import type { StaffSession } from '#app/domain/council/staff-sessions'
import { ownWords } from '#app/domain/forms/own-words'
import { type Form, type Sent, sendOnce } from '#app/domain/forms/tickets'
import { londonDay, londonTime } from '#app/domain/london'
import { leakCheck } from '#app/domain/plan/checks/leaks'
import { streetAddressesIn } from '#app/domain/plan/checks/street-addresses'
import { randomId } from '#app/domain/plan/version'
import type { World } from '#app/domain/world'
import { publicIds, said, seen } from '#db/schema'
import type { EntryForStaff } from './entry-for-staff'

/**
 * Why a reply was not sent: nothing or too much was written, its reader has no view of the plan, or it would tell them
 * what is kept from them; `look`: its reader stands apart, and the sender has not looked at these words yet.
 */
export type ReplyRefused = { refused: 'empty' | 'long' | 'no-reader' | 'look' } | { refused: 'leak'; found: string[] }

const LONGEST = 5000

/**
 * Answers something said, for its author alone, and marks it seen. The words are first held against what this
 * author may not know (names of people hidden from them, giveaways, phone numbers, e-mail addresses, postcodes, street addresses); a find is named to
 * the worker and nothing is written. To somebody who stands apart nothing goes at one press: the very words must have
 * been looked at (`looked`), since no check knows every place. Replies are added, never changed.
 */
export async function reply(
  world: World,
  sender: StaffSession,
  form: Form,
  { to, typed, looked }: { to: EntryForStaff; typed: string; looked?: string },
): Promise<Sent<unknown> | ReplyRefused> {
  const words = ownWords(typed)
  if (!words) return { refused: 'empty' }
  if (words.length > LONGEST) return { refused: 'long' }
  const refusal = await refusalFor(world, to, words, looked)
  if (refusal) return refusal
  const { staffId } = sender
  const { familyId, saidId } = to
  const [id, publicId] = [randomId(world), randomId(world)]
  return sendOnce(
    world,
    sender,
    form,
    { who: `staff:${staffId}`, familyId, did: 'reply.sent', about: saidId },
    (db) => {
      const at = world.now().toISOString()
      const entry = { id, by: staffId, on: londonTime(at), words, sharedWith: 'worker' as const, to: saidId }
      return [
        db.insert(said).values({
          familyId,
          id,
          kind: 'replies',
          by: staffId,
          about: saidId,
          savedAt: at,
          entry,
          sharedWith: entry.sharedWith,
        }),
        db.insert(publicIds).values({ familyId, itemId: id, publicId }),
        db.insert(seen).values({ familyId, saidId, by: staffId, at }).onConflictDoNothing(),
      ]
    },
  )
}

/** Colleagues may write each other anything; everybody else's eyes are put before the words. */
async function refusalFor(
  world: World,
  { familyId, saying: { entry } }: EntryForStaff,
  words: string,
  looked: string | undefined,
): Promise<ReplyRefused | null> {
  const family = await standingOf(world, familyId)
  if (family?.staff[entry.by]) return null
  const reader = family && eyesOf({ file: family.document, narrowings: family.narrowings }, entry.by)
  if (!reader) return { refused: 'no-reader' }
  const leaks = leakCheck(family.document, reader.hides, reader.isIn)(words).filter(({ kind }) => kind !== 'script')
  // Where somebody lives is nobody's to learn here, whoever they are.
  const found = [...leaks.map((leak) => leak.found), ...streetAddressesIn(words)]
  if (found.length > 0) return { refused: 'leak', found }
  const today = londonDay(world.now().toISOString())
  const isApart = whyApart({ file: family.document, narrowings: family.narrowings, today }, entry.by).length > 0
  return isApart && ownWords(looked ?? '') !== words ? { refused: 'look' } : null
}
