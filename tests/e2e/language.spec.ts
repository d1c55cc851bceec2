import { expect, test } from './portal'

test('a page turns to the language somebody presses, from right to left where that is how it is read, and stays so', async ({
  page,
}) => {
  await page.goto('/')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.getByRole('button', { name: 'اردو' }).click()
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await page.goto('/nowhere')
  await expect(page.locator('html')).toHaveAttribute('lang', 'ur')
  await page.getByRole('button', { name: 'Polski' }).click()
  await expect(page).toHaveURL('/nowhere')
  await expect(page.getByRole('heading', { name: 'Tu nic nie ma' })).toBeVisible()
})
