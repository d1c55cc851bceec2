/** The desk with its script: worked through by keys, and told of what is new. */
import * as cast from '../cast'
import { expect, test } from './browsers'
import { comeIn, invite, linkTo, openFamily, signInAtDesk } from './way-in'
import { wordsIn } from './words'

test.use({ viewport: { width: 1280, height: 800 } })

const say = wordsIn('en')
const t = say('desk')

test('an open desk hears of a call within seconds and logs it by one key; “Seen” goes by key and comes back by key', async ({
  browserOf,
  portal,
}) => {
  const [desk, phone] = [await browserOf(), await browserOf({ viewport: { width: 360, height: 740 } })]
  await signInAtDesk(desk, 'Priya Nair')
  await openFamily(desk, 'Marsh family', 'people')
  await invite(desk, 'Kelly', cast.kelly.word)
  await comeIn(phone, { link: await linkTo(cast.kelly, portal), word: cast.kelly.word, name: 'Kelly', say })
  await desk.goto('/desk')
  const lines = desk.locator('#list .line')
  await expect(lines).toHaveCount(5)

  await phone.goto('/home')
  await phone.getByRole('button', { name: say('check-in')('ring.press') }).click()
  await expect(lines).toHaveCount(6)
  await expect(lines.first()).toContainText(t('ringMe'))

  await desk.keyboard.press('j')
  await expect(lines.first()).toBeFocused()
  await desk.keyboard.press('1')
  await expect(lines).toHaveCount(5)
  await expect(lines.first()).toBeFocused()

  await desk.keyboard.press('s')
  await expect(lines).toHaveCount(4)
  await desk.keyboard.press('u')
  await expect(lines).toHaveCount(5)
  await desk.keyboard.press('S')
  await expect(lines).toHaveCount(1)
  await desk.keyboard.press('u')
  await expect(lines).toHaveCount(5)
})

test('keys open a family and a phone beside the list, a reply and the search, and show which keys there are', async ({
  browserOf,
  portal,
}) => {
  const [desk, phone] = [await browserOf(), await browserOf({ viewport: { width: 360, height: 740 } })]
  await signInAtDesk(desk, 'Priya Nair')
  await openFamily(desk, 'Marsh family', 'people')
  await invite(desk, 'Kelly', cast.kelly.word)
  await comeIn(phone, { link: await linkTo(cast.kelly, portal), word: cast.kelly.word, name: 'Kelly', say })
  await desk.goto('/desk')
  await desk.keyboard.press('j')
  await desk.keyboard.press('o')
  const framed = desk.frameLocator('iframe')
  await expect(framed.getByRole('heading', { level: 1 })).toHaveText('Hello Kelly')

  await desk.keyboard.press('?')
  await expect(desk.getByText(t('keys.undo'))).toBeVisible()
  await desk.keyboard.press('r')
  await expect(desk.getByLabel(t('replyPage.words'))).toBeFocused()
  await desk.keyboard.insertText('Thank you. I come at five.')
  await desk.keyboard.press('Control+Enter')
  await expect(desk.locator('#list .line').first()).toBeFocused()

  await desk.keyboard.press('/')
  await desk.keyboard.insertText('dinosaur')
  await desk.keyboard.press('Enter')
  await expect(desk.getByRole('heading', { name: t('search.plan') })).toBeVisible()
})
