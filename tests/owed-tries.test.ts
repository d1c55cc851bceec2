/** Whoever gives the right word while nothing can be written is told to press again, and loses no try by it. */
import { setImmediate as breath } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { cardToPrint, makeCard, spendCard } from '#app/domain/coming-in/cards'
import { giveWord } from '#app/domain/coming-in/giving-the-word'
import { sessionOf } from '#app/domain/coming-in/sessions'
import { spendCode } from '#app/domain/coming-in/sign-in'
import { unlock } from '#app/domain/coming-in/unlock'
import type { MemberSession, WordSession } from '#app/domain/forms/session'
import { DatabaseBusy } from '#db/client.server'
import { kelly } from './cast'
import { askedForText, askingFrom, joined, lastText, personOf, pressed, pressedLink, session } from './coming-in'
import { IMPATIENT, type TestWorld, testWorld } from './world'

type Way = (w: TestWorld) => Promise<() => Promise<unknown>>

const byInvitation: Way = async (w) => {
  const word = await pressedLink(w, kelly)
  return () => giveWord(w, word, kelly.word)
}

const byText: Way = async (w) => {
  await joined(w, kelly)
  await askedForText(w, kelly)
  const word = (await pressed(w, lastText(w, kelly.phone).token, kelly)) as WordSession
  return () => giveWord(w, word, kelly.word)
}

const byCard: Way = async (w) => {
  await joined(w, kelly)
  const person = await personOf(w, kelly)
  await makeCard(w, person, {})
  const [code = ''] = (await cardToPrint(w, person))?.codes ?? []
  const spent = (await spendCard(w, code, askingFrom('the library'))) as { session: string }
  const word = (await session(w, spent.session)) as WordSession
  return () => giveWord(w, word, kelly.word)
}

const byCode: Way = async (w) => {
  await joined(w, kelly)
  await askedForText(w, kelly)
  const typed = { phone: kelly.phone, code: lastText(w, kelly.phone).code }
  return () => spendCode(w, typed, askingFrom('the library'))
}

const onALockedPhone: Way = async (w) => {
  const { value } = await joined(w, kelly, { onlyMe: true })
  w.clock.forward({ minutes: 40 })
  const locked = async () => (await sessionOf(w, value)) as MemberSession
  return async () => ({ session: await unlock(w, await locked(), kelly.word) })
}

test.each([
  ['on the way in by an invitation', byInvitation, /update "invitations" set "wrong_words"/],
  ['by a sign-in text', byText, /insert into "wrong_words"/],
  ['by a card', byCard, /insert into "wrong_words"/],
  ['by a code', byCode, /update "sign_ins" set "wrong_codes"/],
  ['on a locked phone', onALockedPhone, /insert into "wrong_words"/],
] as const)('%s', async (_, way, taken) => {
  const w = await testWorld({ families: true, limits: IMPATIENT })
  const gives = await way(w)
  for (let time = 0; time < 12; time++) {
    const before = w.asked.length
    const given = gives()
    given.catch(() => undefined)
    while (!w.asked.slice(before).some((sql) => taken.test(sql))) await breath()
    // Another program locks the file between the try and what it opens.
    const other = w.hands()
    const lock = await other.transaction('write')
    await expect(given).rejects.toThrow(DatabaseBusy)
    await lock.rollback()
    other.close()
  }
  expect(await gives()).toMatchObject({ session: expect.stringMatching(/./) })
})
