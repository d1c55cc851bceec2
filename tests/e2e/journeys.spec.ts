/** The main job, wholly in the browser: from the worker's invitation to what the person said, read and answered. */
import type { Page } from '@playwright/test'
import type { Language } from '#locales/languages'
import * as cast from '../cast'
import viewers from '../viewers.json' with { type: 'json' }
import { expect, OUTSIDE, standInForOutside, test } from './browsers'
import type { Portal } from './portal'
import { WITHOUT_SCRIPTS } from './tags'
import { asWritten, comeIn, invite, linkTo, openFamily, signInAtDesk, tongue } from './way-in'
import { wordsIn } from './words'

type Person = {
  who: cast.CastMember
  /** What everyone calls them. */
  name: string
  language: Language
  /** What their phone is set to, when that is another. */
  phoneIn?: Language
  worker: string
  family: string
  /** A step of a warning sign that they read. */
  step: string
  /** What is asked of them, and what they say to it. */
  asked?: string
  says?: string
  worry: string
  mayRead: { must: string[]; mustNot: string[] }
}

const kelly: Person = {
  who: cast.kelly,
  name: 'Kelly',
  language: 'en',
  worker: 'Priya',
  family: 'Marsh family',
  step: 'Takes the children to her house for the night.',
  asked: 'Go to the Monday recovery group.',
  says: 'I go on Mondays, and on Wednesdays when I miss one.',
  worry: 'Alfie cried at bedtime and asked about the lady.',
  mayRead: viewers.marsh.kelly,
}

const bev: Person = {
  who: cast.bev,
  name: 'Bev',
  language: 'en',
  worker: 'Priya',
  family: 'Marsh family',
  step: 'Stays until Toni comes.',
  asked: 'Look for the dinosaur. Knock if it is there.',
  says: 'I look when I put the bins out.',
  worry: 'The dinosaur was in the window and nobody came to the door.',
  mayRead: viewers.marsh.bev,
}

const leanne: Person = {
  who: cast.leanne,
  name: 'Leanne',
  language: 'en',
  worker: 'Tom',
  family: 'Harker family',
  step: 'Take the children to the room at the back.',
  worry: 'Somebody sat in a car outside for an hour.',
  mayRead: viewers.harker.leanne,
}

const craig: Person = {
  who: cast.craig,
  name: 'Craig',
  language: 'en',
  worker: 'Tom',
  family: 'Harker family',
  step: 'Rings Steve, not Leanne.',
  asked: 'Go to the course.',
  says: 'I have been to the first two.',
  worry: 'I was angry after court and went for a drink.',
  mayRead: viewers.harker.craig,
}

const agnieszka: Person = {
  who: cast.agnieszka,
  name: 'Agnieszka',
  language: 'pl',
  worker: 'Olu',
  family: 'Wójcik family',
  step: 'Comes by 3 and picks up Zosia.',
  asked: 'See Dr Patel and take the tablets.',
  says: 'Pójdę w środę rano. Magda idzie ze mną.',
  worry: 'Dziś jest ciemny dzień. Nie wstałam.',
  mayRead: viewers.wojcik.agnieszka,
}

const nasreen: Person = {
  who: cast.nasreen,
  name: 'Nasreen',
  language: 'ur',
  phoneIn: 'en',
  worker: 'Olu',
  family: 'Wójcik family',
  step: 'Knocks and asks if tea is wanted.',
  asked: 'سرخ کپ دیکھیں',
  says: 'میں روز چار بجے دیکھتی ہوں۔',
  worry: 'آج کپ کھڑکی میں تھا، کسی نے دروازہ نہیں کھولا۔',
  mayRead: viewers.wojcik.nasreen,
}

const kacper: Person = {
  who: cast.kacper,
  name: 'Kacper',
  language: 'en',
  worker: 'Olu',
  family: 'Wójcik family',
  step: 'Text or ring. Any time.',
  worry: 'Mum did not get up today.',
  mayRead: viewers.wojcik.kacper,
}

const staff: Record<string, string> = { Priya: 'Priya Nair', Tom: 'Tom Beckett', Olu: 'Olu Adebayo' }
const locale: Record<Language, string> = { en: 'en-GB', pl: 'pl-PL', ur: 'ur-PK' }
const en = wordsIn('en')

/** With scripts as well as without: Kelly’s pages are all looked at with them in pages.spec, these are one whole way. */
const alsoWithScripts = [nasreen]

for (const person of [kelly, bev, craig, agnieszka, nasreen, kacper]) {
  const tag = alsoWithScripts.includes(person) ? [] : WITHOUT_SCRIPTS
  test(`${person.who.name} is invited, reads, answers, writes and is answered`, { tag }, async ({
    browserOf,
    portal,
  }) => {
    const [desk, phone] = [await browserOf(), await browserOf({ locale: locale[person.phoneIn ?? person.language] })]
    await signInAtDesk(desk, staff[person.worker] ?? '')
    await invited(desk, person, portal)
    await comeIn(phone, { ...wayIn(person), link: await linkTo(person.who, portal) })
    await theRest(phone, desk, person)
  })
}

test.describe('before the safe hours of the day', () => {
  test.use({ startsAt: '2026-11-23T08:00' })

  test('Leanne gets no text until it is safe, unless she is with the worker; and she is told that nobody reads yet', {
    tag: WITHOUT_SCRIPTS,
  }, async ({ browserOf, portal }) => {
    const [desk, phone] = [await browserOf(), await browserOf()]
    const t = en('desk-people')
    await signInAtDesk(desk, 'Tom Beckett')
    await openFamily(desk, 'Harker family', 'people')
    await invite(desk, 'Leanne', cast.leanne.word, { sendNow: false })
    const leannes = desk.getByRole('listitem').filter({ hasText: 'Leanne Harker' })
    await expect(leannes).toContainText(en('desk-texts')('waiting.safe-times', { when: 'Mon 23 Nov, 09:30' }))
    // What may go has gone when a later one has arrived.
    await invite(desk, 'Craig', cast.craig.word)
    await linkTo(cast.craig, portal)
    expect(await portal.textsTo(cast.leanne.phone)).toEqual([])

    await leannes.getByRole('link', { name: t('resendWho', { name: 'Leanne' }) }).click()
    await desk.getByRole('checkbox', { name: t('inviting.now', { name: 'Leanne' }) }).check()
    await desk.getByRole('button', { name: t('resending.send') }).click()
    await comeIn(phone, { ...wayIn(leanne), link: await linkTo(cast.leanne, portal) })
    await phone.getByRole('link', { name: en('home')('tell') }).click()
    await expect(phone.getByRole('heading', { name: en('check-in')('reads.closed') })).toBeVisible()
    await expect(phone.getByRole('main').getByRole('link', { name: 'Ring 999' })).toBeVisible()
    await phone.getByRole('link', { name: en('frame')('home'), exact: true }).click()
    await theRest(phone, desk, leanne)
  })
})

const wayIn = ({ who, name, language }: Person) => ({
  name,
  word: who.word,
  say: wordsIn(language),
})

/** The worker reads the very text on the page before it goes; only the link is made later. */
async function invited(desk: Page, { who, name, family, language }: Person, portal: Portal) {
  await openFamily(desk, family, 'people')
  const shown = await invite(desk, name, who.word, { language: tongue[language], phone: asWritten(who.phone) })
  await expect(desk).toHaveURL(/\/people#/)
  await linkTo(who, portal)
  const [text] = await portal.textsTo(who.phone)
  const words = text?.body.replace(/\/l\/\S+/, '').split(/\s+/) ?? []
  expect(words.filter((word) => !shown.includes(word))).toEqual([])
}

async function theRest(phone: Page, desk: Page, person: Person) {
  await readsWhatIsTheirs(phone, person)
  if (person.asked) await answers(phone, person)
  await checksIn(phone, person)
  await asksForACall(phone, person)
  await workerAnswers(desk, person)
  await seesBoth(phone, person)
  await leaves(phone, person)
}

async function readsWhatIsTheirs(page: Page, { language, name, step, mayRead }: Person) {
  const t = wordsIn(language)
  let all = ''
  const read = async () => {
    all += await page.content()
  }
  await expect(page.locator('html')).toHaveAttribute('lang', language)
  await expect(page.locator('html')).toHaveAttribute('dir', language === 'ur' ? 'rtl' : 'ltr')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('home')('hello', { name }))
  await read()
  await page.getByRole('link', { name: t('frame')('now') }).click()
  const steps = page.locator('main > details > summary')
  if ((await steps.count()) > 0) await steps.click()
  await expect(page.getByRole('main').getByText(step).first()).toBeVisible()
  await read()
  await page.getByRole('link', { name: t('frame')('home'), exact: true }).click()
  await page.getByRole('link', { name: t('home')('tiles.plan'), exact: true }).click()
  const plan = page.url()
  await read()
  for (const path of ['people', 'log', 'log/new', 'mine', 'scale', 'story', 'paper']) {
    await page.goto(`${plan}/${path}`)
    await read()
  }
  expect(mayRead.must.filter((words) => !all.includes(words))).toEqual([])
  expect(mayRead.mustNot.filter((words) => all.includes(words))).toEqual([])
  await page.goto(plan)
  const parts = page.locator('main > .fold')
  for (const part of await parts.all()) await part.locator('> summary').click()
  await expect(page.locator('main > .fold:not([open])')).toHaveCount(0)
}

async function answers(page: Page, { language, name, asked = '', says = '' }: Person) {
  const say = wordsIn(language)
  const t = say('mine')
  const doing = page.getByRole('listitem').filter({ hasText: asked })
  await expect(doing.first()).toBeVisible()
  await page
    .getByRole('link', { name: say('plan')('answerMine') })
    .or(page.getByRole('link', { name: say('plan')('changeMine') }))
    .click()
  await page
    .getByRole('link', { name: t('choice.yes-but'), exact: true })
    .or(page.getByRole('link', { name: t('changeThis'), exact: true }))
    .click()
  await expect(page.getByRole('main')).toContainText(asked)
  await page.getByRole('radio', { name: `${t('choice.yes')} ${t('hint.yes')}`, exact: true }).check()
  await page.getByLabel(t('words')).fill(says)
  await page.getByRole('button', { name: t('send') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('thanks.title', { name }))
  await expect(page.getByRole('main')).toContainText(says)
}

async function checksIn(page: Page, { language, name, worker, worry, asked }: Person) {
  const t = wordsIn(language)('check-in')
  const young = name === 'Kacper'
  await page.getByRole('link', { name: wordsIn(language)('frame')('home'), exact: true }).click()
  await page.getByRole('link', { name: wordsIn(language)('home')('tell') }).click()
  await expect(page.getByRole('main')).toContainText(worker)
  if (asked) {
    const about = page.getByLabel(t('about.ask'))
    const [mine = ''] = await about.locator('option').filter({ hasText: asked }).allInnerTexts()
    await about.selectOption({ label: mine })
  }
  await page.getByRole('radio', { name: t(young ? 'result.young-worry' : 'result.worry'), exact: true }).check()
  await page.getByLabel(t(young ? 'wordsYoung' : 'words')).fill(worry)
  await page.getByRole('button', { name: t('send'), exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('thanks.title', { name }))
  await expect(page.getByRole('main')).toContainText(worry)
}

async function asksForACall(page: Page, { language, worker }: Person) {
  const t = wordsIn(language)('check-in')
  await page
    .getByRole('main')
    .getByRole('link', { name: t('thanks.home') })
    .click()
  await page.getByRole('button', { name: t('ring.press') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('thanks.titleRing', { worker }))
}

const REPLY = 'Thank you. I come round at five.'

/** What was just said stands above all else that waits; one is marked as seen, the other answered. */
async function workerAnswers(page: Page, { name, worry }: Person) {
  const t = en('desk')
  await page.goto('/desk')
  await expect(page.getByRole('heading', { level: 2 })).toContainText([t('calls'), t('worries')])
  const lists = page.getByRole('main').getByRole('list')
  const first = lists.first().getByRole('listitem')
  const worried = lists.nth(1).getByRole('listitem').filter({ hasText: worry })
  await expect(worried).toContainText(en('log')('result.worry'))
  await worried.getByRole('button', { name: t('seenWhat', { what: name }) }).click()
  await expect(worried).toHaveCount(0)
  const wantsACall = first.filter({ hasText: name }).filter({ hasText: t('ringMe') })
  await wantsACall
    .first()
    .getByRole('link', { name: t('replyTo', { name }) })
    .click()
  await page.getByLabel(t('replyPage.words')).fill(REPLY)
  await page.getByRole('button', { name: t('replyPage.send') }).click()
  // To somebody kept apart nothing goes that was not looked at.
  const looked = page.getByRole('button', { name: t('replyPage.look.send', { name }) })
  if (name === 'Craig') await looked.click()
  await expect(page.getByRole('heading', { name: t('replyPage.title', { name }) })).toHaveCount(0)
  await expect(looked).toHaveCount(0)
}

async function seesBoth(page: Page, { language, worker, worry }: Person) {
  const t = wordsIn(language)
  await page.goto('/home')
  await expect(page.getByRole('heading', { name: t('home')('replied', { name: worker }) })).toBeVisible()
  await expect(page.getByText(REPLY)).toBeVisible()
  await expect(page.getByRole('heading', { name: t('home')('seen', { name: worker }) })).toBeVisible()
  // What was for the council alone is on no screen that anybody may look at.
  await expect(page.getByText(worry)).toHaveCount(0)
}

/** Away, signed out on the way; going back finds nothing of the plan. */
async function leaves(page: Page, { language, name, worry }: Person) {
  const t = wordsIn(language)
  await standInForOutside(page)
  await page.getByRole('link', { name: t('frame')('exit'), exact: true }).click()
  await page.waitForURL(OUTSIDE)
  for (const back of [() => page.goBack(), () => page.goBack(), () => page.goto('/home')]) {
    await back()
    await expect(page).toHaveURL('/')
    const left = await page.content()
    expect([name, worry, REPLY, '/p/'].filter((words) => left.includes(words))).toEqual([])
  }
}
