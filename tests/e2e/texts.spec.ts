/** What the worker does when a text does not arrive; and a way in without any text. */
import type { APIRequestContext } from '@playwright/test'
import type { ProviderCall } from '#app/domain/provider'
import * as cast from '../cast'
import type { StandIn } from '../stand-ins/stand-in'
import { ACCOUNT, TOKENS, twilioStandIn } from '../stand-ins/twilio'
import { test as base, expect } from './browsers'
import { WITHOUT_SCRIPTS } from './tags'
import { comeInByWord, invite, openFamily, pressFor, signInAtDesk } from './way-in'
import { wordsIn } from './words'

const en = wordsIn('en')

/** A portal whose texts go through Twilio's own library to a server that stands in for it. */
const test = base.extend<{ provider: StandIn }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads off the pattern what a fixture needs
  provider: async ({}, use) => {
    const standIn = await twilioStandIn('')
    await use(standIn)
    await standIn.close()
  },
  settings: ({ provider }, use) =>
    use({
      ...{ TEXTS: 'twilio', TWILIO_API_BASE: provider.url },
      ...{ TWILIO_ACCOUNT_SID: ACCOUNT, TWILIO_AUTH_TOKEN: TOKENS[0], TWILIO_FROM: '+447700900000' },
    }),
})

const hear = async (request: APIRequestContext, { url, headers, body }: ProviderCall) => {
  const answer = await request.post(url, { headers: Object.fromEntries(headers), data: Buffer.from(body) })
  expect(answer.ok()).toBe(true)
}

test('a text that does not arrive is on the desk with what to do; the new number brings it, and STOP is seen', {
  tag: WITHOUT_SCRIPTS,
}, async ({ browserOf, portal, provider, request }) => {
  provider.publicUrl = portal.url
  const desk = await browserOf()
  const [t, texts] = [en('desk-people'), en('desk-texts')]
  const bevs = desk.getByRole('listitem').filter({ hasText: 'Bev Adeyemi' })
  const taken = async (number: number) => {
    await expect.poll(() => provider.taken.length).toBe(number)
    const text = provider.taken.at(-1)
    if (!text) throw new Error('Nothing was taken.')
    return text
  }
  await signInAtDesk(desk, 'Priya Nair')
  await openFamily(desk, 'Marsh family', 'people')
  await invite(desk, 'Bev', cast.bev.word)
  const first = await taken(1)
  await hear(request, provider.statusCall(first, 'dead'))

  await desk.goto('/desk')
  const stuck = desk.getByRole('listitem').filter({ hasText: texts('stopped.dead', { name: 'Bev' }) })
  await expect(stuck.getByRole('link', { name: 'Ring Bev' })).toHaveAttribute('href', `tel:${cast.bev.phone}`)
  await stuck.getByRole('link', { name: t('reachWho', { name: 'Bev' }) }).click()
  await desk.getByLabel(t('number'), { exact: true }).fill('07700 900179')
  await desk.getByRole('button', { name: t('reaching.save') }).click()
  await expect(bevs).toContainText('07700 900 179')

  await pressFor(desk, 'Bev', t('testWho', { name: 'Bev' }))
  await expect(desk.getByText('Our page: this is a test.')).toBeVisible()
  await desk.getByRole('button', { name: t('testing.send', { name: 'Bev' }) }).click()
  expect(await taken(2)).toMatchObject({ to: '+447700900179' })

  await openFamily(desk, 'Marsh family', 'people')
  await invite(desk, 'Bev', cast.bev.word, { phone: '07700 900179' })
  await hear(request, provider.statusCall(await taken(3), 'delivered'))
  await openFamily(desk, 'Marsh family', 'people')
  await expect(bevs).toContainText(texts('is.delivered'))

  await hear(request, provider.incomingCall({ id: 'SM-in', from: '+447700900179', words: 'STOP' }))
  await desk.goto('/desk')
  await expect(desk.getByText(texts('said.stop', { name: 'Bev' }))).toBeVisible()
  await desk.getByRole('button', { name: texts('seenReply', { name: 'Bev' }) }).click()
  await expect(desk.getByText(texts('said.stop', { name: 'Bev' }))).toHaveCount(0)
  await openFamily(desk, 'Marsh family', 'texts')
  await expect(desk.getByText(texts('sum', { count: 3, cost: '£0.12' }))).toBeVisible()
})

base(
  'Nan, who has only a landline, comes in with a paper card and her word',
  { tag: WITHOUT_SCRIPTS },
  async ({ browserOf }) => {
    const [desk, tablet] = [await browserOf(), await browserOf()]
    const [t, card] = [en('desk-people'), en('card')]
    await signInAtDesk(desk, 'Priya Nair')
    await openFamily(desk, 'Marsh family', 'people')
    await pressFor(desk, 'Nan', t('cardWho', { name: 'Nan' }))
    await desk.getByLabel(t('inviting.word')).fill(cast.sheila.word)
    await desk.getByRole('button', { name: t('carding.make') }).click()
    const codes = await desk.locator('.codes li').allInnerTexts()
    expect(codes).toHaveLength(10)

    await tablet.goto('/')
    await tablet.getByRole('link', { name: en('start')('haveCard') }).click()
    await tablet.getByLabel(card('number')).fill('1234 1234 1234')
    await tablet.getByRole('button', { name: en('start')('goOn') }).click()
    await expect(tablet.getByText(card('wrong'))).toBeVisible()
    await tablet.getByLabel(card('number')).fill(codes[0] ?? '')
    await tablet.getByRole('button', { name: en('start')('goOn') }).click()
    await comeInByWord(tablet, { word: cast.sheila.word, name: 'Nan', say: en })
    await expect(tablet.getByRole('heading', { level: 1 })).toHaveText(en('home')('hello', { name: 'Nan' }))
    await openFamily(desk, 'Marsh family', 'people')
    await expect(desk.getByRole('listitem').filter({ hasText: 'Sheila Marsh' })).toContainText(t('state.joined'))
  },
)
