/** What the desk refuses, and how a family comes in. */
import type { Page } from '@playwright/test'
import * as cast from '../cast'
import { expect, test } from './browsers'
import { addHill, askFor, readFromDesk } from './draft-way'
import { WITHOUT_SCRIPTS } from './tags'
import { invite, linkTo, openFamily, signInAtDesk } from './way-in'
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

test('a family with domestic abuse is added, asked for, endorsed, looked at as each person, published, and invited to', {
  tag: WITHOUT_SCRIPTS,
}, async ({ browserOf, portal }) => {
  const [tom, joan, olu] = [await browserOf(), await browserOf(), await browserOf()]
  const t = en('desk-publish')
  await signInAtDesk(tom, 'Tom Beckett')
  await tom.goto('/desk/families/new')
  await addHill(tom, en)
  await expect(tom.getByText(t('toAsk', { names: 'Tom Beckett' }))).toBeVisible()
  await askFor(tom, 'Olu Adebayo', en)

  await signInAtDesk(joan, 'Joan Petrie')
  await expect(joan.getByRole('heading', { name: t('desk.endorse') })).toBeVisible()
  await readFromDesk(joan, en)
  await joan.getByRole('link', { name: /^Craig/ }).click()
  await expect(joan.getByText('Go to the course.').first()).toBeVisible()
  await expect(joan.getByText('Ruth')).toHaveCount(0)
  await joan.getByRole('link', { name: en('desk-families')('preview.back') }).click()
  await joan.getByRole('link', { name: t('act.endorse') }).click()
  await joan.getByRole('button', { name: t('endorsing.send') }).click()
  await expect(joan.getByText(t('endorsed', { name: 'Joan Petrie' }))).toBeVisible()

  await signInAtDesk(olu, 'Olu Adebayo')
  await readFromDesk(olu, en)
  const everybody = olu.getByRole('main').getByRole('listitem')
  const people = await everybody.count()
  for (let at = 0; at < people; at++) {
    await everybody.nth(at).getByRole('link').click()
    await olu.getByRole('link', { name: t('checking.title') }).click()
  }
  await expect(olu.getByText(t('checking.notLooked'))).toHaveCount(0)
  const check = olu.url()
  await olu.getByRole('button', { name: t('checking.send') }).click()
  await expect(olu.getByRole('status').filter({ hasText: t('desk.checked') })).toBeVisible()
  expect((await olu.goto(check))?.status()).toBe(404)

  await openFamily(tom, 'Hill family', 'people')
  await invite(tom, 'Nana Mo', cast.maureen.word)
  await expect(tom.getByRole('main')).toContainText(/text sent|invited/)
  expect(await linkTo(cast.maureen, portal)).toMatch(/\/l\/[\w-]{22}$/)
})

async function chooseFile(page: Page, family: object) {
  const t = en('desk-families')
  const buffer = Buffer.from(JSON.stringify(family))
  await page.getByLabel(t('new.file')).setInputFiles({ name: 'family.json', mimeType: 'application/json', buffer })
  await page.getByRole('button', { name: t('new.send') }).click()
}
