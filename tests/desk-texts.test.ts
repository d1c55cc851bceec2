/** The worker's pages about texts, in a browser without script. */
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { takeIncoming } from '#app/domain/coming-in/incoming'
import type { WhyFailed } from '#app/domain/provider'
import { noteReport } from '#app/domain/texts/reports'
import { audit, cards, council, incomingTexts, people as peopleTable, texts } from '#db/schema'
import { deskOf, familyUrl, follow, MAIN } from './at-the-desk'
import * as cast from './cast'
import { askedForText, invited, joined } from './coming-in'
import { dispatchDue } from './dispatch-due'
import { visitor, wordsOn } from './visit'
import { type TestWorld, testWorld } from './world'

const world = (at?: string) => testWorld({ families: true, at })

async function failed(w: TestWorld, who: cast.CastMember, why: WhyFailed) {
  const [text] = await w.db.read.select().from(texts).where(eq(texts.to, who.phone)).orderBy(texts.queuedAt)
  await noteReport(w, { textId: text?.id, providerId: text?.providerId ?? '', status: 'failed', why, code: '30005' })
}

test('the page of an invitation shows what each text costs; the family’s texts say what became of it and what it cost', async () => {
  const w = await world()
  const { browser } = await deskOf(w, 'priya')
  await invited(w, cast.bev, { language: 'ur' })
  await dispatchDue(w)
  const page = await browser.get(`${await familyUrl(w, cast.marsh)}/texts`)
  expect(wordsOn(page.html)).toContain('In the last 3 months: 2 texts, £0.08')
  expect(wordsOn(page.html)).toMatch(/Invitation to Bev chip sent .* number ends in 178 2 texts, £0.08/)
  expect(page.html).not.toContain('/l/')
})

test.each([
  ['dead', 'Nobody has this number any more.'],
  ['landline', 'This number cannot get texts.'],
  ['blocked', 'The phone company stopped it. Ring Bev'],
  ['too-late', 'It did not get there in time. Ring Bev'],
] as const)('a text that failed (%s) is on the desk at once, in plain words, with what to do', async (why, says) => {
  const w = await world()
  const { browser } = await deskOf(w, 'priya')
  await invited(w, cast.bev)
  await dispatchDue(w)
  await failed(w, cast.bev, why)
  for (const path of ['/desk', `${await familyUrl(w, cast.marsh)}/people`, `${await familyUrl(w, cast.marsh)}/texts`])
    expect(wordsOn((await browser.get(path)).html)).toContain(says)
  expect((await browser.get('/desk')).html).toContain('href="tel:+447700900178"')
})

test('a link for signing in that did not arrive is on the desk until somebody has seen it', async () => {
  const w = await world()
  await joined(w, cast.kelly)
  w.clock.forward({ minutes: 2 })
  await askedForText(w, cast.kelly)
  const sent = (await w.db.read.select().from(texts)).find(({ kind }) => kind === 'sign-in')
  await noteReport(w, { textId: sent?.id, providerId: sent?.providerId ?? '', status: 'failed', why: 'unreachable' })
  const { browser } = await deskOf(w, 'priya')
  const desk = await browser.get('/desk')
  expect(wordsOn(desk.html)).toContain('The phone was off or had no signal. Ring Kelly.')
  const after = await browser.send(desk, `action="/desk/texts/${sent?.id}/seen"`)
  expect(after.path).toBe('/desk')
  expect(wordsOn(after.html)).not.toContain('The phone was off')
  const page = await browser.get(`${await familyUrl(w, cast.marsh)}/texts`)
  expect(wordsOn(page.html)).toContain('Link to sign in to Kelly chip ask did not arrive')
})

describe('a text that waits', () => {
  test('can be called back, once', async () => {
    const w = await world('2026-11-23T22:00:00Z')
    await invited(w, cast.bev)
    const { browser } = await deskOf(w, 'priya')
    const page = await browser.get(`${await familyUrl(w, cast.marsh)}/texts`)
    expect(wordsOn(page.html)).toContain('The text goes Tue 24 Nov, 08:00. No texts go at night.')
    const asked = await follow(browser, page, 'Call back the text to Bev')
    const after = await browser.send(asked, MAIN)
    expect(after.path).toBe(page.path)
    expect(wordsOn(after.html)).toContain('You or a colleague called it back.')
    w.clock.set('2026-11-24T10:00:00Z')
    await dispatchDue(w)
    expect(w.sentTexts).toHaveLength(0)
  })

  test('and has gone meanwhile cannot, and the page says so', async () => {
    const w = await world('2026-11-24T07:50:00Z')
    await invited(w, cast.bev)
    const { browser } = await deskOf(w, 'priya')
    const page = await browser.get(`${await familyUrl(w, cast.marsh)}/texts`)
    const asked = await follow(browser, page, 'Call back the text to Bev')
    w.clock.set('2026-11-24T08:00:00Z')
    await dispatchDue(w)
    const after = await browser.send(asked, MAIN)
    expect(after.status).toBe(422)
    expect(wordsOn(after.html)).toContain('It has gone already')
    expect(await w.db.read.$count(audit, eq(audit.did, 'text.cancelled'))).toBe(0)
  })
})

test('texts and replies of another family answer as ones that never were', async () => {
  const w = await world('2026-11-23T22:00:00Z')
  await invited(w, cast.leanne)
  await takeIncoming(w, { id: 'in-1', from: cast.leanne.phone, says: 'words', words: 'Hello' })
  const [text] = await w.db.read.select().from(texts)
  const { browser } = await deskOf(w, 'priya')
  const never = await browser.get('/desk/texts/none/cancel')
  expect(never.status).toBe(404)
  for (const path of [`/desk/texts/${text?.id}/cancel`, `/desk/texts/${text?.id}/seen`, '/desk/texts/in/in-1/seen']) {
    expect((await browser.get(path)).html).toBe(never.html)
    expect((await browser.ask(path, 'POST', { ticket: '0.x' })).status).toBe(404)
  }
  const all = await browser.get('/desk/texts')
  expect(all.html).not.toContain('Leanne')
  const [before] = await w.db.read.select().from(incomingTexts)
  expect(before).toMatchObject({ seenAt: null })
})

test('a link for signing in is shown to the families of who has the number, each for itself, and to no other', async () => {
  const w = await world()
  await joined(w, cast.kelly)
  w.clock.forward({ minutes: 1 })
  await joined(w, { ...cast.magda, phone: cast.kelly.phone })
  w.clock.forward({ minutes: 2 })
  await askedForText(w, cast.kelly)
  const sent = (await w.db.read.select().from(texts)).find(({ kind }) => kind === 'sign-in')
  await noteReport(w, { textId: sent?.id, providerId: sent?.providerId ?? '', status: 'failed', why: 'unreachable' })
  const [priya, olu, tom] = [await deskOf(w, 'priya'), await deskOf(w, 'olu'), await deskOf(w, 'tom')]
  const off = 'The phone was off or had no signal.'
  const shown = async ({ browser }: typeof priya) => wordsOn((await browser.get('/desk')).html).includes(off)
  expect([await shown(priya), await shown(olu), await shown(tom)]).toEqual([true, true, false])
  const desk = await priya.browser.get('/desk')
  expect(desk.html).not.toContain('Magda')
  await priya.browser.send(desk, `action="/desk/texts/${sent?.id}/seen"`)
  expect([await shown(priya), await shown(olu)]).toEqual([false, true])
  expect((await tom.browser.ask(`/desk/texts/${sent?.id}/seen`, 'POST', { ticket: '0.x' })).status).toBe(404)
})

test('and says nothing of the safe times of the other family', async () => {
  const w = await world()
  await joined(w, cast.kelly)
  w.clock.forward({ minutes: 1 })
  await joined(w, { ...cast.magda, phone: cast.kelly.phone })
  const safeToText = { days: ['TU' as const], from: '09:00', to: '10:00' }
  await w.db.write((db) => [db.update(peopleTable).set({ safeToText }).where(eq(peopleTable.personId, 'magda'))])
  w.clock.forward({ minutes: 2 })
  await askedForText(w, cast.kelly)
  const { browser } = await deskOf(w, 'priya')
  const page = await browser.get(`${await familyUrl(w, cast.marsh)}/texts`)
  expect(wordsOn(page.html)).toContain('It goes in a moment.')
  expect(wordsOn(page.html)).not.toContain('when it is safe')
})

test('a picture without words is said in words on the desk, and one with words beside them', async () => {
  const w = await world()
  await joined(w, cast.kelly)
  const from = { from: cast.kelly.phone, says: 'words' as const, attached: 1 }
  await takeIncoming(w, { id: 'in-3', ...from, words: '' })
  const attached = 'A picture or a file came with it. It cannot be shown here. Ask Kelly about it.'
  const { browser, today } = await deskOf(w, 'priya')
  expect(wordsOn(today.html)).toContain(`Kelly sent a text without words. ${attached}`)
  expect(wordsOn(today.html)).not.toContain('Kelly wrote by text:')
  await takeIncoming(w, { id: 'in-4', ...from, words: 'Look at this' })
  const texts = await browser.get(`${await familyUrl(w, cast.marsh)}/texts`)
  expect(wordsOn(texts.html)).toContain(`Look at this ${attached}`)
})

test('what somebody wrote back is on the desk, quoted and harmless, until it is marked as seen', async () => {
  const w = await world()
  await joined(w, cast.kelly)
  const words = '<script>alert(1)</script> ring me \u202e please'
  await takeIncoming(w, { id: 'in-2', from: cast.kelly.phone, says: 'words', words })
  const { browser, today } = await deskOf(w, 'priya')
  expect(wordsOn(today.html)).toContain('Kelly wrote by text:')
  expect(today.html).not.toContain('<script>alert')
  const row = today.html.slice(today.html.indexOf('wrote by text')).split('</li>')[0]
  expect(row).toContain(`href="tel:${cast.kelly.phone}"`)
  const after = await browser.send(today, 'action="/desk/texts/in/in-2/seen"')
  expect(wordsOn(after.html)).not.toContain('Kelly wrote by text:')
  expect(await w.db.read.$count(audit, eq(audit.did, 'text.reply-seen'))).toBe(1)
})

test('while texts do not go out, the desk says so', async () => {
  const w = await world()
  w.provider.send = async () => ({ is: 'closed', code: '20003' })
  await invited(w, cast.bev)
  await dispatchDue(w)
  const { browser } = await deskOf(w, 'priya')
  for (const path of ['/desk', '/desk/texts', `${await familyUrl(w, cast.marsh)}/texts`])
    expect(wordsOn((await browser.get(path)).html)).toContain('Texts do not go out just now (since Mon 23 Nov, 10:00).')
})

describe('how somebody is reached', () => {
  test('is set on one page; what is wrong comes back with everything typed, and changes nothing', async () => {
    const w = await world()
    const { browser } = await deskOf(w, 'priya')
    const people = await browser.get(`${await familyUrl(w, cast.marsh)}/people`)
    const page = await follow(browser, people, 'How to reach Kelly')
    const typed = { phone: '0770', mayText: 'no', unsafePhones: '07700 900111\nhis', from: '09:00' }
    const back = await browser.send(page, MAIN, typed)
    expect(back.status).toBe(422)
    expect(wordsOn(back.html)).toContain('This is not a phone number we can read. Write all of it, like 07700 900112.')
    expect(wordsOn(back.html)).toContain('One of the numbers never to text is not a number we can read.')
    expect(wordsOn(back.html)).toContain('Tick the days too, at least one.')
    expect(wordsOn(back.html)).toContain('Write both times, from and to.')
    expect(back.forms.find(({ html }) => html.includes('name="phone"'))?.fields).toMatchObject({
      phone: '0770',
      from: '09:00',
    })
    expect(back.html).toContain('his</textarea>')
    const good = { phone: '07700 900199', mayText: 'no', unsafePhones: '07700 900111', from: '', to: '' }
    const after = await browser.send(back, MAIN, good)
    expect(after.path).toContain(`${await familyUrl(w, cast.marsh)}/people?saved=`)
    const [kelly] = await w.db.read.select().from(peopleTable).where(eq(peopleTable.personId, 'kelly'))
    expect(kelly).toMatchObject({ phone: '+447700900199', noTexts: true, unsafePhones: ['+447700900111'] })
    expect(wordsOn(after.html)).toContain('never text')
  })

  test('with safe times and numbers as people write them, in any digits', async () => {
    const w = await world()
    const { browser } = await deskOf(w, 'priya')
    const people = await browser.get(`${await familyUrl(w, cast.marsh)}/people`)
    const page = await follow(browser, people, 'How to reach Kelly')
    const typed = { phone: '۰۷۷۰۰ ۹۰۰۱۹۹', mayText: 'yes', days: 'MO', from: '9.30am', to: '۱۴:۳۰' }
    await browser.send(page, MAIN, typed)
    const [kelly] = await w.db.read.select().from(peopleTable).where(eq(peopleTable.personId, 'kelly'))
    expect(kelly).toMatchObject({
      phone: '+447700900199',
      safeToText: { days: ['MO'], from: '09:30', to: '14:30' },
    })
  })

  test('the plan’s own unsafe numbers stay, and are shown', async () => {
    const w = await world()
    const { browser } = await deskOf(w, 'tom')
    const people = await browser.get(`${await familyUrl(w, cast.harker)}/people`)
    const page = await follow(browser, people, 'How to reach Leanne')
    expect(wordsOn(page.html)).toMatch(/These stay, they are in the plan: ltr 07700 900 299/)
  })

  test('a number in doubt is checked with a press, and a test text goes in the room', async () => {
    const w = await world()
    await invited(w, cast.bev)
    await dispatchDue(w)
    await failed(w, cast.bev, 'dead')
    const { browser, today } = await deskOf(w, 'priya')
    const checked = await follow(browser, today, 'I made sure of the number of Bev')
    expect(wordsOn(checked.html)).toContain('Nobody has this number any more. Ask Bev for the new one.')
    const people = await browser.send(checked, MAIN)
    const test = await follow(browser, people, 'Send Bev a test text')
    expect(wordsOn(test.html)).toContain('My week: this is a test.')
    const texts_ = await browser.send(test, MAIN)
    expect(texts_.path).toBe(`${await familyUrl(w, cast.marsh)}/texts`)
    await dispatchDue(w)
    expect(w.sentTexts.at(-1)?.body).toContain('this is a test')
  })
})

describe('a paper card', () => {
  test('is made with a press, shown to print in the person’s own language, and opens the plan at /card', async () => {
    const w = await world()
    const { browser, site } = await deskOf(w, 'olu')
    const people = await browser.get(`${await familyUrl(w, cast.wojcik)}/people`)
    const page = await follow(browser, people, 'Paper card for Nasreen')
    const filled = { word: cast.nasreen.word }
    const made = await browser.send(page, MAIN, filled)
    const again = await browser.send(page, MAIN, filled)
    expect(await w.db.read.$count(cards)).toBe(1)
    const codes = made.html.match(/\d{4} \d{4} \d{4}/g) ?? []
    expect(codes).toHaveLength(10)
    expect(again.html.match(/\d{4} \d{4} \d{4}/g)).toEqual(codes)
    expect(made.html).toContain('<section class="paper-card" lang="ur" dir="rtl">')
    expect(made.html).toContain('portal.example')

    const phone = visitor(site, { language: 'ur' })
    const card = await phone.get('/card')
    const wrong = await phone.send(card, 'name="number"', { number: '1234 5678 9012' })
    expect(wrong.status).toBe(422)
    expect(wrong.forms.some(({ fields }) => fields.number === '1234 5678 9012')).toBe(true)
    const word = await phone.send(wrong, 'name="number"', { number: codes[0] ?? '' })
    expect(word.path).toBe('/word')
    const welcome = await phone.send(word, 'name="word"', { word: cast.nasreen.word })
    expect(welcome.path).toBe('/welcome')
  })
})

describe('the name people know us by', () => {
  test('is the administrator’s to set, begins texts and calls pages at once, and nobody else has the page', async () => {
    const w = await world()
    const { browser } = await deskOf(w, 'ada')
    const page = await browser.get('/desk/settings')
    const telling = ['City council', 'Our plan', 'Child help', 'Plan']
    for (const name of [...telling, 'Tues\u202eday', 'Our page which is long', 'Nasz świat', '']) {
      const back = await browser.send(page, MAIN, { name })
      expect([back.status, name]).toEqual([422, name])
    }
    expect(await w.db.read.select().from(council)).toMatchObject([{ senderName: null, serviceName: null }])
    const set = await browser.send(page, MAIN, { name: ' Tuesday  Club' })
    expect(set.status).toBe(422)
    const saved = await browser.send(set, MAIN, { name: 'Tuesdays ' })
    expect(wordsOn(saved.html)).toContain('Saved.')
    await invited(w, cast.bev)
    await dispatchDue(w)
    expect(w.sentTexts[0]?.body).toMatch(/^Tuesdays, as agreed with you: https/)
    expect((await browser.get('/')).html).toContain('<title>Start – Tuesdays</title>')
    const { browser: priya } = await deskOf(w, 'priya')
    const never = await priya.get('/desk/nowhere')
    expect((await priya.get('/desk/settings')).html).toBe(never.html)
    expect((await priya.ask('/desk/settings', 'POST', { name: 'X' })).status).toBe(404)
  })
})
