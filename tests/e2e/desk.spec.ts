/** What the desk refuses, and how a family comes in. */
import type { Page } from '@playwright/test'
import * as cast from '../cast'
import { expect, test } from './browsers'
import { WITHOUT_SCRIPTS } from './tags'
import { invite, openFamily, signInAtDesk } from './way-in'
import { wordsIn } from './words'

const en = wordsIn('en')

test('whoever must not or cannot be invited is refused, and the page says why', { tag: WITHOUT_SCRIPTS }, async ({
  browserOf,
  portal,
}) => {
  const [priya, tom] = [await browserOf(), await browserOf()]
  const t = en('desk-people')
  await signInAtDesk(priya, 'Priya Nair')
  await openFamily(priya, 'Marsh family', 'people')
  await expect(priya.getByText(t('refused.outer-circle'))).toBeVisible()
  await expect(priya.getByRole('listitem').filter({ hasText: cast.marcus.name }).getByRole('link')).toHaveCount(0)
  await invite(priya, 'Nan', cast.sheila.word)
  await expect(priya.getByRole('alert')).toContainText(t('refused.landline'))

  await signInAtDesk(tom, 'Tom Beckett')
  await openFamily(tom, 'Harker family', 'people')
  await expect(tom.getByText(t('refused.not-to-be-told'))).toBeVisible()
  await expect(tom.getByRole('listitem').filter({ hasText: cast.brenda.name }).getByRole('link')).toHaveCount(0)
  await invite(tom, 'Leanne', cast.leanne.word, { phone: '07700 900299' })
  await expect(tom.getByRole('alert')).toContainText(t('refused.unsafe-number'))
  await expect(tom.getByLabel(t('number'), { exact: true })).toHaveValue('07700 900299')
  for (const phone of [cast.sheila.phone, cast.leanne.phone, '+447700900299'])
    expect(await portal.textsTo(phone)).toEqual([])
})

test('a family comes in by file: every fault with its place, then whole', async ({ browserOf }) => {
  const desk = await browserOf()
  const t = en('desk-families')
  const { default: marsh } = await import('../../db/seed/marsh.json', { with: { type: 'json' } })
  const [first, ...rules] = marsh.plan.rules
  const good = { ...marsh, reference: 'CS-30001', familyName: 'Marsh family again' }
  const bad = { ...good, status: 'OK', plan: { ...marsh.plan, rules: [{ ...first, makesSure: ['tonii'] }, ...rules] } }
  await signInAtDesk(desk, 'Priya Nair')
  await desk.goto('/desk/families')
  await desk.getByRole('link', { name: t('add') }).click()

  await chooseFile(desk, bad)
  await expect(desk.getByRole('alert')).toContainText(t('new.faults', { count: 2 }))
  await expect(desk.getByRole('alert').getByRole('listitem')).toHaveText([
    /^“status” .* \$\.status$/,
    /^Rule 1, who makes sure: .* \$\.plan\.rules\[0\]\.makesSure\[0\]$/,
  ])
  await desk.goto('/desk/families')
  await expect(desk.getByRole('link', { name: 'Marsh family again', exact: true })).toHaveCount(0)

  await desk.getByRole('link', { name: t('add') }).click()
  await chooseFile(desk, good)
  await expect(desk.getByRole('heading', { level: 1 })).toContainText('Marsh family again')
  await expect(desk.getByText(t('draftPlan.title'))).toBeVisible()
})

async function chooseFile(page: Page, family: object) {
  const t = en('desk-families')
  const buffer = Buffer.from(JSON.stringify(family))
  await page.getByLabel(t('new.file')).setInputFiles({ name: 'family.json', mimeType: 'application/json', buffer })
  await page.getByRole('button', { name: t('new.send') }).click()
}
