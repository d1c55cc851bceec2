/** The link, the code or the card proved the phone; the word proves the person. */

import type { WordSession } from '#app/domain/forms/session'
import { normalised } from '#app/domain/people/word'
import type { World } from '#app/domain/world'
import { payBack } from './owed-tries'
import { wordOfCard } from './word-of-card'
import { wordOfInvitation } from './word-of-invitation'
import { wordOfSignIn } from './word-of-sign-in'
import type { WordTry } from './word-tries'
import type { In } from './words-right'

/**
 * Gives the word. Right, it leads on: from an invitation to the welcome; from a sign-in to the plan of the family in
 * which this number has that word; from a card to the plan it is for. Five wrong ones put an end to the invitation or
 * the card (the worker sees it), or to the sign-in. Saying nothing costs no try.
 */
export async function giveWord(
  world: World,
  session: WordSession,
  word: string,
  { onlyMe = false } = {},
): Promise<WordTry<In> | 'nothing-said'> {
  if (session.state !== 'open') return 'over'
  if (!normalised(word)) return 'nothing-said'
  await payBack(world)
  if (session.invitationId) return wordOfInvitation(world, session, session.invitationId, word)
  if (session.cardId) return wordOfCard(world, session, session.cardId, word, onlyMe)
  return wordOfSignIn(world, session, word, onlyMe)
}
