/** Everybody walks through the demo, and a picture is taken of every page they get to. */
import type { Page } from '@playwright/test'
import type { Language } from '#locales/languages'
import * as cast from '../cast'
import { expect, test } from '../e2e/browsers'
import { draftPages } from '../e2e/draft-way'
import { deskPages, kellysPages, openPages, settingsPages, speak, translationPages } from '../e2e/every-page'
import { showNewVersion } from '../e2e/new-version'
import type { Portal } from '../e2e/portal'
import { comeIn, invite, linkTo, openFamily, signInAtDesk, tongue } from '../e2e/way-in'
import { wordsIn } from '../e2e/words'
import { patterns } from '../patterns'
import { camera } from './camera'
import { NO_PICTURE } from './no-picture'
import { layOut } from './sheets'
import { wander } from './wander'

const GUESTS = [
  { sheet: 'toni-inner', who: cast.toni, name: 'Toni', family: 'Marsh family', language: 'en' },
  { sheet: 'bev-middle', who: cast.bev, name: 'Bev', family: 'Marsh family', language: 'en' },
  { sheet: 'tomasz-polish', who: cast.tomasz, name: 'Tomasz', family: 'Wójcik family', language: 'pl' },
  { sheet: 'nasreen-urdu', who: cast.nasreen, name: 'Nasreen', family: 'Wójcik family', language: 'ur' },
  { sheet: 'kacper-young', who: cast.kacper, name: 'Kacper', family: 'Wójcik family', language: 'en' },
  { sheet: 'craig-own-items', who: cast.craig, name: 'Craig', family: 'Harker family', language: 'en' },
] as const
const MAIN = ['', '/now', '/mine', '/log/new', '/log', '/scale', '/people', '/story', '/paper']

test('every page has its picture', async ({ browserOf, portal }) => {
  const { pictures, take } = camera()
  const on = (sheet: string) => (page: Page, name: string) => take(page, sheet, name)

  await openPages(await browserOf(), 'en', on('open-to-anyone'))
  const priya = await browserOf({ viewport: { width: 1280, height: 800 } })
  await deskPages(priya, portal, 'en', on('priya-worker'))
  const kelly = await browserOf()
  await kellysPages(kelly, await linkTo(cast.kelly, portal), 'en', on('kelly-parent'))
  await wander(kelly, '/home', new Set(), (name) => take(kelly, 'kelly-parent', name))
  await sendsWhatHasNoPage(kelly)
  await take(kelly, 'kelly-parent', 'me/kept')
  const manager = await browserOf({ viewport: { width: 1280, height: 800 } })
  await signInAtDesk(manager, 'Joan Petrie')
  await newVersion(kelly, priya, manager, on('a-new-version'))

  const desks: Record<string, Page> = { 'Marsh family': priya }
  for (const [family, name] of Object.entries({ 'Wójcik family': 'Olu Adebayo', 'Harker family': 'Tom Beckett' })) {
    desks[family] = await browserOf()
    await signInAtDesk(desks[family], name)
  }
  for (const guest of GUESTS) {
    const phone = await browserOf()
    await phone.goto('/')
    await speak(phone, guest.language)
    await comesIn(desks[guest.family], phone, guest, portal)
    await wander(phone, '/home', new Set(), (name) => take(phone, guest.sheet, name))
  }

  const demoPhone = await browserOf()
  await demoPhone.goto('/demo/phone')
  await take(demoPhone, 'open-to-anyone', 'demo/phone')
  await guessesWrong(await browserOf(), portal, on('open-to-anyone'))
  const atPriyas = new Set<string>()
  await wander(priya, '/desk', atPriyas, (name) => take(priya, 'priya-worker', name))
  // The editor's pages are there once somebody has begun.
  await openFamily(priya, 'Marsh family', 'plan')
  await priya.locator('a[href$="/plan/edit"]').click()
  await priya.getByRole('button', { name: wordsIn('en')('desk-edit')('begin.press') }).click()
  const editor = priya.url()
  await wander(priya, editor, atPriyas, (name) => take(priya, 'priya-worker', name))
  // A button leads to the page of a frame's picture, which saves what was typed.
  await priya.goto(editor.replace(/[^/]+$/, 'dates'))
  await priya.locator('button[value^="picture|"]').first().click()
  await priya.waitForURL('**/plan/picture/*')
  await take(priya, 'priya-worker', 'desk/picture')
  const [joan, ada] = [await browserOf(), await browserOf()]
  await signInAtDesk(joan, 'Joan Petrie')
  await wander(joan, '/desk', new Set(), (name) => take(joan, 'joan-manager', name))
  await settingsPages(ada, 'en', on('ada-administrator'))
  // An administrator's day is the settings: the staff are beside them.
  await wander(ada, '/desk/staff', new Set(['desk/settings']), (name) => take(ada, 'ada-administrator', name))

  await draftPages(async () => browserOf({ viewport: { width: 1280, height: 800 } }), 'en', on('a-draft'))
  await translationPages(await browserOf({ viewport: { width: 1280, height: 800 } }), 'en', on('olu-languages'))
  await besideTheList(priya, (name) => take(priya, 'priya-worker', name))
  await mainPages(kelly, priya, on('dark'), 'dark')
  await speak(kelly, 'ur')
  await priya.goto('/desk/sign-in')
  await speak(priya, 'ur')
  await mainPages(kelly, priya, on('urdu'), 'light')

  await layOut(await browserOf(), pictures)
  const shown = new Set(pictures.map(({ pattern }) => pattern))
  expect(patterns.filter((pattern) => !shown.has(pattern) && !NO_PICTURE[pattern])).toEqual([])
  expect(Object.keys(NO_PICTURE).filter((pattern) => shown.has(pattern))).toEqual([])
})

type Guest = { who: cast.CastMember; name: string; family: string; language: Language }

async function comesIn(desk: Page | undefined, phone: Page, { who, name, family, language }: Guest, portal: Portal) {
  if (!desk) throw new Error(`Nobody works with the ${family}.`)
  await openFamily(desk, family, 'people')
  const phoneOf = who.phone.replace('+44', '0')
  await invite(desk, name, who.word, { language: tongue[language], phone: phoneOf })
  await comeIn(phone, { link: await linkTo(who, portal), word: who.word, name, say: wordsIn(language) })
}

/** A rule, Kelly's own task and the story change: what she reads of it and is asked, and the desk's pages of it. */
async function newVersion(phone: Page, desk: Page, manager: Page, look: (page: Page, name: string) => Promise<void>) {
  const { default: marsh } = await import('../../db/seed/marsh.json', { with: { type: 'json' } })
  const rules = marsh.plan.rules.map((rule) =>
    rule.id === 'A-R5' ? { ...rule, text: 'Nan rings at 8 o’clock every night.' } : rule,
  )
  const commitments = marsh.plan.commitments.map((one) =>
    one.id === 'A-C5' ? { ...one, text: 'Go to the Tuesday recovery group.', when: 'Tuesdays 10:00' } : one,
  )
  const [first, ...frames] = marsh.plan.story.frames
  const story = {
    ...marsh.plan.story,
    frames: [{ ...first, text: `${first?.text} The cat is called Biscuit.` }, ...frames],
  }
  await showNewVersion(desk, manager, 'Marsh family', { ...marsh, plan: { ...marsh.plan, rules, commitments, story } })
  const [t, tell] = [wordsIn('en')('desk-versions'), wordsIn('en')('desk-tell')]
  await phone.goto('/home')
  await look(phone, 'home')
  await phone.getByRole('link', { name: wordsIn('en')('home')('lookAtStory') }).click()
  await look(phone, 'p/approve')
  await phone.getByRole('radio', { name: wordsIn('en')('approve')('view.yes') }).check()
  await phone.getByRole('button', { name: wordsIn('en')('approve')('send'), exact: true }).click()
  await look(phone, 'p/approve/saved')
  await phone.goto('/home')
  await phone.getByRole('link', { name: wordsIn('en')('home')('seeWhat') }).click()
  await look(phone, 'p/changes')
  await desk.goto('/desk')
  await look(desk, 'desk')
  await desk.getByRole('link', { name: tell('tellOf', { name: 'Nan' }) }).click()
  await look(desk, 'desk/told')
  await openFamily(desk, 'Marsh family', 'plan')
  await desk.getByRole('link', { name: t('link') }).click()
  await look(desk, 'desk/versions')
  await desk.getByRole('link', { name: t('withBeforeOf', { number: 3 }) }).click()
  await look(desk, 'desk/versions/compare')
  await desk.goBack()
  await desk.getByRole('link', { name: t('restoreOf', { number: 1 }) }).click()
  await look(desk, 'desk/versions/restore')
}

/** A family at hand and the phone of one of its people. */
async function besideTheList(desk: Page, look: (name: string) => Promise<void>) {
  await desk.goto('/desk')
  await desk.locator('.line .open').first().click()
  await desk.frameLocator('iframe').getByRole('heading').first().waitFor()
  await look('desk?family&person')
  await desk.getByLabel(wordsIn('en')('desk')('search.title')).fill('Toni')
  await desk.keyboard.press('Enter')
  await desk.getByRole('heading', { level: 1 }).waitFor()
  await look('desk/search?q')
}

/** As a form whose page is gone since. */
async function sendsWhatHasNoPage(page: Page) {
  const answered = page.waitForURL('**/me/kept')
  await page.evaluate(() => {
    const form = document.createElement('form')
    form.method = 'post'
    form.action = '/me/kept'
    const words = document.createElement('input')
    words.name = 'words'
    words.value = 'Nan could not come on Sunday.'
    form.append(words)
    document.body.append(form)
    form.submit()
  })
  await answered
}

/** Five wrong words on Toni's link, which her worker then hears of. */
async function guessesWrong(page: Page, portal: Portal, look: (page: Page, name: string) => Promise<void>) {
  const [start, word] = [wordsIn('en')('start'), wordsIn('en')('word')]
  await page.goto('/')
  await page.getByLabel(start('phone')).fill(cast.toni.phone)
  await page.getByRole('button', { name: start('send') }).click()
  await page.goto(await linkTo(cast.toni, portal, 2))
  await page.getByRole('button', { name: wordsIn('en')('link')('continue') }).click()
  for (let tries = 0; tries < 5; tries += 1) {
    await page.getByLabel(word('word'), { exact: true }).fill(`wrong ${tries}`)
    await page.getByRole('button', { name: start('goOn'), exact: true }).click()
  }
  await look(page, 'word-closed')
}

/** The pages people live in, once more: in the dark, or in a language that runs the other way. */
async function mainPages(
  phone: Page,
  desk: Page,
  look: (page: Page, name: string) => Promise<void>,
  colorScheme: 'dark' | 'light',
) {
  for (const page of [phone, desk]) await page.emulateMedia({ colorScheme })
  await phone.goto('/home')
  const plan = await phone.locator('.tiles a').first().getAttribute('href')
  for (const path of ['/home', '/me', ...MAIN.map((page) => `${plan}${page}`)]) {
    await phone.goto(path)
    await look(phone, path.replace(`${plan}`, 'plan'))
  }
  await phone.goto(`${plan}/now`)
  await phone.locator('a.pick').first().click()
  await look(phone, 'plan/now?sign')
  await desk.goto('/desk')
  await look(desk, 'desk')
  for (const tab of ['people', 'plan', 'log'] as const) {
    await desk.goto('/desk/families')
    await desk.locator('main a[href*="/desk/families/"]').filter({ hasText: 'Marsh' }).first().click()
    await desk.goto(desk.url().replace(/\w+$/, tab))
    await look(desk, `desk/${tab}`)
  }
}
