/** A plan is changed in the browser, from its first version to the next, and each reader is told of their own alone. */
import type { Page } from '@playwright/test'
import { demoFamilies } from '#db/seed/demo'
import * as cast from '../cast'
import { expect, test } from './browsers'
import { showNewVersion } from './new-version'
import { WITHOUT_SCRIPTS } from './tags'
import { comeIn, invite, linkTo, openFamily, signInAtDesk } from './way-in'
import { wordsIn } from './words'

const say = wordsIn('en')
const CHAIN = 'The chain is on whenever the children are home.'
const FAMILY = 'Marsh family'

const [marsh] = demoFamilies
if (!marsh) throw new Error('No demo.')

/** Rule 4 has other words, Bev looks ten minutes earlier, and Nan rings later. */
const changed = {
  ...marsh,
  plan: {
    ...marsh.plan,
    rules: marsh.plan.rules.map((rule) => (rule.id === 'A-R4' ? { ...rule, text: CHAIN } : rule)),
    commitments: marsh.plan.commitments.map((one) =>
      one.id === 'A-C3'
        ? { ...one, when: 'school days 08:10' }
        : one.id === 'A-C1'
          ? { ...one, when: 'every day 20:00' }
          : one,
    ),
  },
}

test('a rule changes, and Kelly, Toni and Bev each see just their change; Nan is told by Priya', {
  tag: WITHOUT_SCRIPTS,
}, async ({ browserOf, portal }) => {
  const [priya, joan] = [await browserOf(), await browserOf()]
  await signInAtDesk(priya, 'Priya Nair')
  await signInAtDesk(joan, 'Joan Petrie')
  const phones: Record<string, Page> = {}
  for (const [name, who] of [
    ['Kelly', cast.kelly],
    ['Toni', cast.toni],
    ['Bev', cast.bev],
  ] as const) {
    await openFamily(priya, FAMILY, 'people')
    await invite(priya, name, who.word)
    const phone = await browserOf()
    await comeIn(phone, { name, word: who.word, say, link: await linkTo(who, portal) })
    phones[name] = phone
  }
  const { Kelly: kelly, Toni: toni, Bev: bev } = phones
  if (!kelly || !toni || !bev) throw new Error('Somebody did not come in.')

  await test.step('the plan is made a draft again, changed by its file, asked for and endorsed', async () => {
    const t = say('desk-versions')
    await showNewVersion(priya, joan, FAMILY, changed)
    await joan.getByRole('link', { name: t('link') }).click()
    await joan.getByRole('link', { name: t('withBeforeOf', { number: 3 }) }).click()
    await expect(joan.locator('ins', { hasText: 'whenever' })).toBeVisible()
  })

  await test.step('Kelly and Toni read of the rule, and of Bev’s task and Nan’s, which they see', async () => {
    for (const phone of [kelly, toni]) {
      await phone.goto('/home')
      await expect(phone.getByRole('heading', { name: say('home')('changed', { count: 3 }) })).toBeVisible()
      await phone.getByRole('link', { name: say('home')('seeWhat') }).click()
      await expect(phone.getByRole('main')).toContainText(CHAIN)
      await expect(phone.getByRole('main')).toContainText('The chain is on the front door when Poppy is home.')
      await phone.goto('/home')
      await expect(phone.getByRole('link', { name: say('home')('seeWhat') })).toHaveCount(0)
    }
  })

  await test.step('Bev reads of her task alone, and says yes to what it is now', async () => {
    await bev.goto('/home')
    const again = say('mine')('stillSo', { choice: say('mine')('choice.yes') })
    await expect(bev.getByRole('heading', { name: again })).toBeVisible()
    await expect(bev.getByRole('main')).toContainText('08:20')
    await expect(bev.getByRole('link', { name: say('home')('seeWhat') })).toHaveCount(0)
    await bev.getByRole('link', { name: say('home')('answer') }).click()
    const t = say('mine')
    await bev.getByRole('radio', { name: `${t('choice.yes')} ${t('hint.yes')}`, exact: true }).check()
    await bev.getByRole('button', { name: t('send') }).click()
    await expect(bev.getByRole('heading', { level: 1 })).toHaveText(t('thanks.title', { name: 'Bev' }))
    const plan = new URL(bev.url()).pathname.split('/').slice(0, 3).join('/')
    await bev.goto(`${plan}/changes`)
    await expect(bev.getByRole('main')).toContainText('08:10')
    await expect(bev.getByRole('main')).not.toContainText('chain')
    await expect(bev.getByRole('main')).not.toContainText('20:00')
  })

  await test.step('Nan has no sign-in: Priya tells her, and she stands on the desk no more', async () => {
    const t = say('desk-tell')
    await priya.goto('/desk')
    await priya.getByRole('link', { name: t('tellOf', { name: 'Nan' }) }).click()
    await expect(priya.getByRole('main')).toContainText('every day 20:00')
    await priya.getByRole('radio', { name: t('went.phone') }).check()
    await priya.getByRole('button', { name: t('send') }).click()
    await expect(priya).toHaveURL(/\/desk$/)
    await expect(priya.getByRole('link', { name: t('tellOf', { name: 'Nan' }) })).toHaveCount(0)
  })
})
