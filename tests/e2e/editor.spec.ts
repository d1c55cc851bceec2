/** The editor with its script: what is typed is saved while it is typed, and no word is lost on the way. */
import type { Page } from '@playwright/test'
import { expect, test } from './browsers'
import { openFamily, signInAtDesk } from './way-in'
import { wordsIn } from './words'

test.use({ viewport: { width: 1280, height: 800 } })

const t = wordsIn('en')('desk-edit')
const RULES = '[data-list$="|rules"] > li'
const first = (page: Page) => page.locator(`${RULES}:first-child textarea[name$=".text"]`)
const last = (page: Page) => page.locator(`${RULES}:last-child textarea[name$=".text"]`)
const words = (page: Page) =>
  page
    .locator(`${RULES}:not([data-blank]) textarea[name$=".text"]`)
    .evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value))
const saved = (page: Page) => expect(page.locator('.state')).toHaveText(/^Saved \d\d:\d\d$/)

async function writing(page: Page, name: string) {
  await signInAtDesk(page, name)
  await openFamily(page, 'Marsh family', 'plan')
  await page.locator('a[href*="/plan/edit"]').first().click()
  const begin = page.getByRole('button', { name: t('begin.press') })
  if (await begin.isVisible()) await begin.click()
  await page.getByRole('link', { name: t('part.goals') }).click()
  await expect(page.getByRole('heading', { name: t('part.goals') })).toBeVisible()
}

test('what is typed is saved by itself; Enter makes the next rule, Alt and an arrow move it; a lost network and a reload lose nothing', async ({
  browser,
  portal,
}) => {
  // Not one of the browsers that are watched: a lost network is what it complains of.
  const desk = await (
    await browser.newContext({ baseURL: portal.url, viewport: { width: 1280, height: 800 } })
  ).newPage()
  await writing(desk, 'Priya Nair')
  await last(desk).focus()
  await desk.keyboard.type('No shouting at night.')
  await desk.keyboard.press('Enter')
  await desk.keyboard.type('Bedtime is at seven.')
  await saved(desk)
  await desk.keyboard.press('Alt+ArrowUp')
  await expect
    .poll(async () => (await words(desk)).slice(-2))
    .toEqual(['Bedtime is at seven.', 'No shouting at night.'])

  await desk.context().setOffline(true)
  await desk.keyboard.press('End')
  await desk.keyboard.type(' Always.')
  await expect(desk.locator('.state')).toHaveText(t('state.notSaved'))
  await desk.context().setOffline(false)
  await saved(desk)

  // The tab dies before it could save.
  await desk.route('**/plan/save', (route) => route.abort())
  await last(desk).fill('Nan has a key.')
  await first(desk).fill('There is always a sober grown-up.')
  await expect(desk.locator('.state')).toHaveText(t('state.notSaved'))
  await desk.unroute('**/plan/save')
  desk.on('dialog', (dialog) => dialog.accept())
  await desk.reload()
  await expect
    .poll(async () => [(await words(desk))[0], (await words(desk)).at(-1)])
    .toEqual(['There is always a sober grown-up.', 'Nan has a key.'])
  await desk.reload()
  expect((await words(desk)).slice(-3)).toEqual([
    'Bedtime is at seven. Always.',
    'No shouting at night.',
    'Nan has a key.',
  ])
})

test('a second worker sees the first one’s words; where both wrote in one place both stand, and a press decides', async ({
  browserOf,
}) => {
  const [priya, joan] = [await browserOf(), await browserOf()]
  await writing(priya, 'Priya Nair')
  await writing(joan, 'Joan Petrie')
  await last(joan).fill('Toni has a key.')
  await saved(joan)
  await priya.evaluate(() => dispatchEvent(new Event('focus')))
  await expect.poll(async () => (await words(priya)).at(-1)).toBe('Toni has a key.')

  await first(joan).fill('Joan’s words.')
  await first(priya).fill('Priya’s words.')
  await saved(joan)
  await saved(priya)
  for (const page of [priya, joan]) {
    await page.locator('h1').click()
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await page.evaluate(() => dispatchEvent(new Event('focus')))
  }
  const beside = priya.locator('.beside-words')
  await expect(beside).toBeVisible()
  const both = [await first(priya).inputValue(), await beside.locator('textarea').inputValue()]
  expect(both.sort()).toEqual(['Joan’s words.', 'Priya’s words.'])
  await beside.locator('textarea').fill('Words of both.')
  await beside.getByRole('button', { name: t('beside.use') }).click()
  await expect(first(priya)).toHaveValue('Words of both.')
  await expect(beside).toHaveCount(0)
  await joan.evaluate(() => dispatchEvent(new Event('focus')))
  await expect(first(joan)).toHaveValue('Words of both.')
})

test('who may see a rule is pressed by name on the rule, and it is seen as that person would', async ({
  browserOf,
}) => {
  const desk = await browserOf()
  await writing(desk, 'Priya Nair')
  await desk.locator(`${RULES}:first-child .sees`).click()
  const shut = desk.locator('.behind fieldset').filter({ hasText: t('field.hiddenFrom') })
  await shut.getByRole('checkbox', { name: 'Toni Marsh' }).check()
  await saved(desk)
  await desk.locator('.behind').getByRole('link', { name: 'Toni Marsh' }).click()
  await expect(desk.getByText('Toni would read this')).toBeVisible()
  await expect(desk.locator('.preview')).not.toContainText('A sober grown-up is always in charge of Alfie and Poppy')
})
