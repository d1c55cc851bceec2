import type { Page } from '@playwright/test'
import type { Language } from '#locales/languages'
import type { CastMember } from '../cast'
import { expect } from './browsers'
import type { Portal } from './portal'
import type { Say } from './words'
import { wordsIn } from './words'

const en = wordsIn('en')

/** As people write a number down. */
export const asWritten = (phone: string) => phone.replace('+44', '0')

/** Presses a name on the demo's door. */
export async function signInAtDesk(page: Page, name: string, say = en) {
  await page.goto('/desk/sign-in')
  await page.getByRole('button', { name }).click()
  await expect(page.getByRole('navigation', { name: say('desk')('menu') })).toBeVisible()
}

type Tab = 'people' | 'plan' | 'answers' | 'log' | 'texts' | 'shut'

/** Leads from the list of families to one page of one family. */
export async function openFamily(page: Page, name: string, tab: Tab, say = en) {
  await page.goto('/desk/families')
  await page.getByRole('link', { name, exact: true }).click()
  const tabs = page.getByRole('navigation', { name: say('desk-families')('tabs') })
  await tabs.getByRole('link', { name: say('desk-families')(tab), exact: true }).click()
}

/** Presses what may be done about a person, behind "More" or not. */
export async function pressFor(page: Page, name: string, link: string, say = en) {
  const found = page.getByRole('link', { name: link, exact: true })
  if (!(await found.isVisible()))
    await page.locator(`summary[aria-label="${say('desk-people')('apart.moreFor', { name })}"]`).click()
  await found.click()
}

/** A language as the desk calls it in English. */
export const tongue: Record<Language, string> = { en: 'English', pl: 'Polish', ur: 'Urdu' }

export type Invitation = {
  /** As the desk calls it; else the person's own. */
  language?: string
  phone?: string
  safe?: { days: string[]; from: string; to: string }
  sendNow?: boolean
}

/** Fills in the page of an invitation and sends it. Gives the words the page showed as the text that will go. */
export async function invite(page: Page, name: string, word: string, invitation: Invitation = {}, say = en) {
  const t = say('desk-people')
  const { language, phone, safe, sendNow = true } = invitation
  await pressFor(page, name, t('inviteWho', { name }), say)
  const text = page.getByRole('radio', language ? { name: language } : { checked: true })
  await text.check()
  const shown = await page.locator('label', { has: text }).innerText()
  if (phone) await page.getByLabel(t('number'), { exact: true }).fill(phone)
  if (safe) {
    for (const day of safe.days) await page.getByRole('checkbox', { name: day }).check()
    await page.getByLabel(t('inviting.from'), { exact: true }).first().fill(safe.from)
    await page.getByLabel(t('inviting.to'), { exact: true }).first().fill(safe.to)
  }
  await page.getByLabel(t('inviting.word')).fill(word)
  if (sendNow) await page.getByRole('checkbox', { name: t('inviting.now', { name }) }).check()
  await page.getByRole('button', { name: t('inviting.send') }).click()
  return shown
}

/** The address in the newest text on somebody's phone, waited for. */
export async function linkTo({ phone }: CastMember, portal: Portal, texts = 1): Promise<string> {
  await expect.poll(async () => (await portal.textsTo(phone)).length).toBe(texts)
  const body = (await portal.textsTo(phone)).at(-1)?.body ?? ''
  return body.match(/http\S+/)?.[0] ?? ''
}

type Guest = {
  link: string
  word: string
  name: string
  say: Say
}

/** From the link in the text to the page everyone lands on, saying yes on the way. */
export async function comeIn(page: Page, { link, ...guest }: Guest) {
  await page.goto(link)
  await page.getByRole('button', { name: guest.say('link')('continue') }).click()
  await comeInByWord(page, guest)
}

/** The same from the word on, however they got there. */
export async function comeInByWord(page: Page, { word, name, say }: Pick<Guest, 'word' | 'name' | 'say'>) {
  const [start, welcome] = [say('start'), say('welcome')]
  const goOn = page.getByRole('button', { name: start('goOn'), exact: true })
  await page.getByLabel(say('word')('word'), { exact: true }).fill(word)
  await goOn.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(welcome('hello', { name }))
  for (const box of await page.getByRole('checkbox').all()) await box.check()
  await page.locator('form[action="/welcome"] button').click()
  await expect(page).toHaveURL(/\/home$|\/mine$/)
  await page.goto('/home')
}
