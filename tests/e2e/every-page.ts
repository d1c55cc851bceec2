/** A way through every kind of page there is, in one language. */
import type { Page } from '@playwright/test'
import { type Language, languages } from '#locales/languages'
import * as cast from '../cast'
import { expect } from './browsers'
import type { Portal } from './portal'
import { invite, linkTo, openFamily, pressFor, signInAtDesk } from './way-in'
import { wordsIn } from './words'

/** Called on every page, with its name and whether somebody is signed in on it. */
export type Look = (page: Page, name: string) => Promise<void>

/** Presses the language, where it is not the page's already. */
export async function speak(page: Page, language: Language) {
  const press = page.getByRole('button', { name: languages[language], exact: true })
  if ((await page.locator('html').getAttribute('lang')) !== language) await press.first().click()
  await expect(page.locator('html')).toHaveAttribute('lang', language)
}

/** What is open to anyone, and what stands at dead ends. */
export async function openPages(page: Page, language: Language, look: Look) {
  const say = wordsIn(language)
  const [start, link] = [say('start'), say('link')]
  await page.goto('/')
  await speak(page, language)
  await look(page, 'start')
  await page.getByLabel(start('phone')).fill('12')
  await page.getByRole('button', { name: start('send') }).click()
  await look(page, 'start-fault')
  await page.getByLabel(start('phone')).fill('07700 900999')
  await page.getByRole('button', { name: start('send') }).click()
  await look(page, 'sent')
  await page.getByRole('link', { name: start('haveCode') }).click()
  await page.getByLabel(start('phone')).fill('07700 900999')
  await page.getByLabel(say('code')('code')).fill('123456')
  await page.getByRole('button', { name: start('goOn') }).click()
  await look(page, 'code-fault')
  await page.goto('/card')
  await page.getByLabel(say('card')('number')).fill('12')
  await page.getByRole('button', { name: start('goOn') }).click()
  await look(page, 'card-fault')
  await page.goto('/l/AAAAAAAAAAAAAAAAAAAAAA')
  await page.getByText(link('notYou.title')).click()
  await look(page, 'link')
  await page.getByRole('button', { name: link('continue') }).click()
  await look(page, 'link-dead')
  await page.goto('/l/AAAAAAAAAAAAAAAAAAAAAA')
  await page.getByText(link('notYou.title')).click()
  await page.getByRole('button', { name: link('notYou.stop') }).click()
  await look(page, 'link-stopped')
  for (const path of [
    'help',
    'phone',
    'privacy',
    'accessibility',
    'language',
    'locked',
    'nowhere',
    'left',
    'welcome/bye',
  ]) {
    await page.goto(`/${path}`)
    await look(page, path.replace('/', '-'))
  }
}

/** The desk of Kelly's worker, and Kelly's invitation from it. */
export async function deskPages(desk: Page, portal: Portal, language: Language, look: Look) {
  const say = wordsIn(language)
  const [t, people, families, shut] = [say('desk'), say('desk-people'), say('desk-families'), say('desk-shut')]
  await desk.goto('/desk/sign-in')
  await speak(desk, language)
  await look(desk, 'desk-sign-in')
  await signInAtDesk(desk, 'Priya Nair', say)
  await look(desk, 'desk')
  await desk
    .getByRole('link', { name: t('replyTo', { name: 'Kelly' }) })
    .first()
    .click()
  await look(desk, 'desk-reply')
  await desk.goto(desk.url().replace(/reply.*/, 'seen'))
  await look(desk, 'desk-seen')
  await desk.goto('/desk/families/new')
  await desk.getByLabel(families('new.paste')).fill('{"format": "safety-network-case/1"}')
  await desk.getByRole('button', { name: families('new.send') }).click()
  await look(desk, 'desk-families-new')
  await openFamily(desk, 'Marsh family', 'people', say)
  const marsh = desk.url().replace(/people$/, '')
  for (const tab of ['plan', 'words', 'languages', 'answers', 'log', 'texts', 'shut', 'people']) {
    await desk.goto(marsh + tab)
    await look(desk, `desk-family-${tab}`)
  }
  await pressFor(desk, 'Kelly', people('seeAs', { name: 'Kelly' }), say)
  await look(desk, 'desk-family-as')
  for (const tab of ['home', 'text'] as const) {
    await desk.getByRole('link', { name: families(`preview.page.${tab}`), exact: true }).click()
    await look(desk, `desk-family-as-${tab}`)
  }
  await desk.goto(`${marsh}shut`)
  await desk.getByLabel(shut('find')).fill('dinosaur')
  await desk.getByRole('button', { name: shut('look'), exact: true }).click()
  await look(desk, 'desk-family-shut-found')
  await desk.getByRole('link', { name: 'dinosaur' }).first().click()
  await look(desk, 'desk-family-shut-to')
  await desk.getByRole('link', { name: 'Bev Adeyemi', exact: true }).click()
  await look(desk, 'desk-family-shut-confirm')
  await desk.goto(`${marsh}people`)
  await pressFor(desk, 'Nan', people('inviteWho', { name: 'Nan' }), say)
  await look(desk, 'desk-invite')
  await desk.goto(`${marsh}people`)
  await invite(desk, 'Nan', cast.sheila.word, {}, say)
  await look(desk, 'desk-invite-refused')
  await desk.goto(`${marsh}people`)
  await invite(desk, 'Kelly', cast.kelly.word, {}, say)
  await linkTo(cast.kelly, portal)
  await desk.getByRole('link', { name: people('resendWho', { name: 'Kelly' }), exact: true }).click()
  await look(desk, 'desk-resend')
  await desk.goto(`${marsh}people`)
  await pressFor(desk, 'Kelly', people('revokeWho', { name: 'Kelly' }), say)
  await look(desk, 'desk-revoke')
  await textPages(desk, marsh, language, look)
  await desk.goto('/desk/families')
  await look(desk, 'desk-families')
  await desk.goto('/desk/nowhere')
  await look(desk, 'desk-nowhere')
}

/** How people are reached, and the texts to them; one of them waits for Sunday. */
async function textPages(desk: Page, marsh: string, language: Language, look: Look) {
  const say = wordsIn(language)
  const [people, texts] = [say('desk-people'), say('desk-texts')]
  const open = async (tab: 'people' | 'texts', link?: string) => {
    await desk.goto(marsh + tab)
    if (link) await desk.getByRole('link', { name: link, exact: true }).click()
  }
  await open('people')
  const safe = { days: [people('days.SU')], from: '10:00', to: '12:00' }
  await invite(desk, 'Danny', cast.danny.word, { safe, sendNow: false }, say)
  await open('texts', texts('cancelWho', { name: 'Danny' }))
  await look(desk, 'desk-text-cancel')
  await open('texts')
  await look(desk, 'desk-family-texts-some')
  await desk.goto('/desk/texts')
  await look(desk, 'desk-texts')
  await open('people')
  await pressFor(desk, 'Nan', people('reachWho', { name: 'Nan' }), say)
  await desk.getByLabel(people('number'), { exact: true }).fill('12')
  await desk.getByRole('button', { name: people('reaching.save') }).click()
  await look(desk, 'desk-reach-refused')
  await open('people')
  await pressFor(desk, 'Danny', people('testWho', { name: 'Danny' }), say)
  await look(desk, 'desk-test-text')
  await desk.goto(desk.url().replace(/test$/, 'checked'))
  await look(desk, 'desk-checked')
  await open('people')
  await pressFor(desk, 'Nan', people('cardWho', { name: 'Nan' }), say)
  await look(desk, 'desk-card')
  await desk.getByLabel(people('inviting.word')).fill(cast.sheila.word)
  await desk.getByRole('button', { name: people('carding.make') }).click()
  await look(desk, 'desk-card-made')
}

/** What the administrator sets. */
export async function settingsPages(desk: Page, language: Language, look: Look) {
  const say = wordsIn(language)
  await signInAtDesk(desk, 'Ada Grant', say)
  await desk.goto('/desk/settings')
  await look(desk, 'desk-settings')
  await desk.getByLabel(say('desk-settings')('name')).fill('City council')
  await desk.getByRole('button', { name: say('desk-settings')('save'), exact: true }).click()
  await look(desk, 'desk-settings-refused')
}

/** The languages of a plan: beside each other, and a file that is none. */
export async function translationPages(desk: Page, language: Language, look: Look) {
  const say = wordsIn(language)
  const t = say('desk-languages')
  await desk.goto('/desk/sign-in')
  await speak(desk, language)
  await signInAtDesk(desk, 'Olu Adebayo', say)
  await openFamily(desk, 'Wójcik family', 'people', say)
  await desk.goto(desk.url().replace(/people$/, 'languages'))
  await look(desk, 'desk-languages')
  await desk.locator('main .line a').first().click()
  await look(desk, 'desk-language')
  await desk.getByRole('button', { name: t('save') }).click()
  await look(desk, 'desk-language-refused')
  await desk.getByRole('link', { name: t('takeBack') }).click()
  await look(desk, 'desk-language-back')
  const file = { name: 'back.csv', mimeType: 'text/csv', buffer: Buffer.from('id;english;translation\nx;y;z\n') }
  await desk.getByLabel(t('file')).setInputFiles(file)
  await desk.getByLabel(t('translator')).fill('A. Kowal')
  await desk.getByRole('button', { name: t('send') }).click()
  await look(desk, 'desk-language-back-refused')
}

/** Kelly's way in from her link, and all that is hers. */
export async function kellysPages(page: Page, link: string, language: Language, look: Look) {
  const say = wordsIn(language)
  const [start, word, welcome] = [say('start'), say('word'), say('welcome')]
  const goOn = page.getByRole('button', { name: start('goOn'), exact: true })
  await page.goto(link)
  await speak(page, language)
  await page.getByRole('button', { name: say('link')('continue') }).click()
  await look(page, 'word')
  await page.getByLabel(word('word'), { exact: true }).fill('wrong')
  await goOn.click()
  await look(page, 'word-fault')
  await page.getByLabel(word('word'), { exact: true }).fill(cast.kelly.word)
  await goOn.click()
  await look(page, 'welcome')
  await page.getByRole('link', { name: welcome('no.button') }).click()
  await look(page, 'welcome-no')
  await page.getByRole('link', { name: welcome('no.back'), exact: true }).click()
  await page.locator('form[action="/welcome"] button').click()
  await look(page, 'mine-waiting')
  await page.goto('/home')
  await look(page, 'home')
  for (const path of ['me', 'me/ring', 'me/leave', 'locked']) {
    await page.goto(`/${path}`)
    await look(page, path.replace('/', '-'))
  }
  await page.goto('/home')
  await page.getByRole('link', { name: say('home')('tiles.plan'), exact: true }).click()
  await look(page, 'plan')
  const plan = page.url()
  for (const path of ['now', 'people', 'story', 'paper', 'mine', 'log/ring', 'nowhere']) {
    await page.goto(`${plan}/${path}`)
    await look(page, `plan-${path.replace('/', '-')}`)
  }
  await whatKellySays(page, plan, language, look)
}

/** Each of the forms: empty, come back, and thanked for. */
async function whatKellySays(page: Page, plan: string, language: Language, look: Look) {
  const say = wordsIn(language)
  const [checkIn, mine, scale] = [say('check-in'), say('mine'), say('scale')]
  const tooLong = 'la '.repeat(700)
  await page.goto(`${plan}/log/new`)
  await look(page, 'log-new')
  await page.getByRole('radio', { name: checkIn('result.worry'), exact: true }).check()
  await page.getByLabel(checkIn('words')).fill(tooLong)
  await page.getByRole('button', { name: checkIn('send'), exact: true }).click()
  await look(page, 'log-new-fault')
  await page.getByLabel(checkIn('words')).fill('Poppy opened the front door.')
  await page.getByRole('button', { name: checkIn('send'), exact: true }).click()
  await look(page, 'log-saved')
  await page.getByRole('link', { name: checkIn('notMine.link') }).click()
  await look(page, 'not-mine')
  await page.goto(`${plan}/log/ring`)
  await page.getByRole('button', { name: checkIn('ring.press') }).click()
  await look(page, 'log-ring-saved')
  await page.goto(`${plan}/log`)
  await look(page, 'log')
  await page.goto(`${plan}/mine`)
  await page.getByRole('link', { name: mine('changeThis'), exact: true }).click()
  await look(page, 'mine-answer')
  await page.getByRole('radio').first().check()
  await page.getByRole('button', { name: mine('send') }).click()
  await look(page, 'mine-saved')
  await page.goto(`${plan}/scale`)
  await look(page, 'scale')
  await page.getByRole('radio', { name: '6', exact: true }).check()
  await page.getByRole('checkbox', { name: scale('half') }).check()
  await page.getByLabel(scale('words')).fill(tooLong)
  await page.getByRole('button', { name: scale('send') }).click()
  await look(page, 'scale-fault')
  await page.getByLabel(scale('words')).fill('Seven weeks.')
  await page.getByRole('button', { name: scale('send') }).click()
  await look(page, 'scale-saved')
  await page.goto(`${plan}/agree`)
  await look(page, 'agree')
  await page.goto(`${plan}/agree/plan`)
  await look(page, 'agree-plan')
  await page.getByRole('radio').first().check()
  await page.getByRole('button', { name: say('agree')('send'), exact: true }).click()
  await look(page, 'agree-saved')
}

/** What a young person gets that is made for them. */
export async function kacpersPages(page: Page, language: Language, look: Look) {
  const say = wordsIn(language)
  await look(page, 'young-home')
  await page.getByRole('link', { name: say('home')('tiles.plan'), exact: true }).click()
  await look(page, 'young-plan')
  const plan = page.url()
  await page.goto(`${plan}/now`)
  await look(page, 'young-now')
  await page.goto(`${plan}/log/new`)
  await look(page, 'young-log-new')
}
