/** Forms as a browser without script sends them: nothing typed is ever lost, and nothing is saved twice. */
import { and, eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { revoke } from '#app/domain/coming-in/ending'
import { newSession, sessionOf } from '#app/domain/coming-in/sessions'
import type { MemberSession } from '#app/domain/forms/session'
import type { FamilyFile } from '#app/domain/plan/case-file'
import { publishVersion } from '#app/domain/record/publish'
import { newToken } from '#app/domain/tokens'
import { audit, memberships, narrowings, sealedForms, sessions, versions } from '#db/schema'
import { bev, type CastMember, danny, kacper, kelly, toni } from './cast'
import { personOf } from './coming-in'
import { dispatchDue } from './dispatch-due'
import { locked } from './locked'
import { onFile } from './places'
import { served } from './served'
import { signedIn } from './signed-in'
import { caseFile } from './situation'
import { saidBy, theOne } from './speaking'
import { type Visitor, visitor, wordsOn } from './visit'
import { IMPATIENT, type TestWorld, testWorld } from './world'

let world: TestWorld
let site: Awaited<ReturnType<typeof served>>

beforeEach(async () => {
  world = await testWorld({ families: true, limits: IMPATIENT })
  site = await served(world)
})

type Reader = { browser: Visitor; plan: string; value: string }

async function reader(who: CastMember, language = 'en'): Promise<Reader> {
  const { cookie, plan } = await signedIn(world, who)
  const value = cookie.split('=')[1] ?? ''
  const browser = visitor(site, { language })
  browser.cookies.set('__Host-session', value)
  browser.cookies.set('__Host-language', language)
  return { browser, plan, value }
}

/** The same person signs in again: another session of the same membership. */
async function signsInAgain({ browser, value }: Reader): Promise<void> {
  const before = await sessionOf(world, value)
  if (before?.stage !== 'member') throw new Error('Only a member comes back.')
  const { familyId, personId, membershipId, invitationId, browserHash } = before
  const next = newToken(world)
  const row = newSession(world, next, {
    ...{ stage: 'member', familyId, personId, membershipId, invitationId, browserHash },
  })
  await world.db.write((db) => [db.insert(sessions).values(row)])
  browser.cookies.set('__Host-session', next)
}

const NEW = /log\/new"/
const ownWordsOf = async (who: CastMember) => (await saidBy(world, who)).map(({ entry }) => entry.words)

describe('the page to tell how it goes', () => {
  test('says who reads it before there is anything to fill in', async () => {
    const { browser, plan } = await reader(kelly)
    const { html } = await browser.get(`${plan}/log/new`)
    expect(wordsOn(html)).toContain('Priya will read this. The team reads until 5:00pm today.')
    expect(html.indexOf('Priya will read this')).toBeLessThan(html.indexOf('<select'))
    expect(html).not.toContain('Nobody reads this now')
  })

  test('outside hours it says first that nobody reads it, then 999, the duty team and the person’s own steps', async () => {
    world.clock.set('2026-11-27T22:30:00Z')
    const { browser, plan } = await reader(toni)
    const { html } = await browser.get(`${plan}/log/new`)
    const places = [
      'Nobody reads this now.',
      'Priya can read it from Monday 30 November, 9:00am.',
      'href="tel:999"',
      'href="tel:+441632960999"',
      'Takes the children to her house for the night.',
      '<button class="btn quiet" type="submit">Please ring me',
      '<select',
      '<textarea',
    ].map((part) => html.indexOf(part))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    const warning = html.slice(places[0], places[5])
    expect(warning).not.toContain('Goes in and stays with the children.')
  })

  test('what was sent is on the thank-you page, word for word, with who reads it and when', async () => {
    const { browser, plan } = await reader(kelly)
    const page = await browser.get(`${plan}/log/new`)
    const words = 'Bad night. <b>But</b> I rang Toni first 💙\n“It helped”'
    const thanks = await browser.send(page, NEW, { result: 'plan-used', words, when: 'yesterday' })
    expect(thanks.path).toMatch(/\/log\/[\w-]{22}\/saved$/)
    const says = wordsOn(thanks.html)
    for (const part of [
      'Thank you, Kelly',
      'Priya reads it. The team is there until 5:00pm today.',
      'We used the plan',
      'Sunday 22 November',
      'Only Priya and the team at the council',
      'I did not write this',
    ])
      expect(says).toContain(part)
    expect(thanks.html).toContain('Bad night. &lt;b&gt;But&lt;/b&gt; I rang Toni first 💙\n“It helped”')
    expect(await ownWordsOf(kelly)).toEqual([words])
  })

  test('a young person has no task to choose, and is asked in other words', async () => {
    const { browser, plan } = await reader(kacper)
    const page = await browser.get(`${plan}/log/new`)
    expect(page.html).toContain('Tell Olu something')
    expect(page.html).not.toContain('<select')
    expect(page.html).not.toContain('value="cannot"')
    expect((await browser.get(`${plan}/mine`)).status).toBe(404)
    const thanks = await browser.send(page, NEW, { result: 'worry', words: 'Can you come on Thursday?' })
    expect(wordsOn(thanks.html)).toContain('Something worries me')
  })

  test.each(['/home', 'the form'])('“please ring me” is one press on %s', async (page) => {
    const { browser, plan } = await reader(bev)
    const thanks = await browser.send(await browser.get(page === '/home' ? page : `${plan}/log/new`), /log\/ring"/)
    expect(wordsOn(thanks.html)).toContain('Priya will see that you want a call')
    expect(await saidBy(world, bev)).toMatchObject([{ ringMe: true, entry: { result: 'worry', sharedWith: 'worker' } }])
  })
})

describe('nothing typed is lost', () => {
  const typed = { result: 'worry', words: 'He rang me again.\nThree times.' }
  const given = 'He rang me again.\nThree times.</textarea>'

  test('two presses at once, and Back and the same again, make one', async () => {
    const { browser, plan } = await reader(kelly)
    const page = await browser.get(`${plan}/log/new`)
    const pressed = await Promise.all([1, 2, 3].map(() => browser.send(page, NEW, typed)))
    const again = await browser.send(page, NEW, typed)
    expect(new Set([...pressed, again].map(({ path }) => path)).size).toBe(1)
    expect(await ownWordsOf(kelly)).toEqual([typed.words])
  })

  test('Back and other words: they come back with a question, and go with the next press', async () => {
    const { browser, plan } = await reader(kelly)
    const page = await browser.get(`${plan}/log/new`)
    await browser.send(page, NEW, { result: 'done', words: 'Went.' })
    const asked = await browser.send(page, NEW, typed)
    expect(asked.status).toBe(409)
    expect(asked.html).toContain('You sent something from this page already. Send this too?')
    expect(asked.html).toContain(given)
    expect(asked.html).toMatch(/<input[^>]*name="result"[^>]*checked=""[^>]*value="worry"/)
    await browser.send(asked, NEW)
    expect(await ownWordsOf(kelly)).toEqual(['Went.', typed.words])
  })

  test.each([
    ['too long', { ...typed, words: `${typed.words} ${'x'.repeat(2000)}` }, 'more than 2,000 letters'],
    ['in the future', { ...typed, when: 'other', date: '2026-12-24' }, 'That time has not come yet'],
    ['without how it went', { words: typed.words }, 'Please choose one.'],
  ])('%s: it comes back whole with a sentence', async (_what, fields, sentence) => {
    const { browser, plan } = await reader(kelly)
    const back = await browser.send(await browser.get(`${plan}/log/new`), NEW, fields)
    expect(back.status).toBe(422)
    expect(back.html).toContain(sentence)
    expect(back.html).toContain(fields.words)
    expect(await saidBy(world, kelly)).toEqual([])
  })

  onFile('the database is locked: the words come back, and nothing was saved', async () => {
    const { browser, plan } = await reader(kelly)
    const page = await browser.get(`${plan}/log/new`)
    const { letGo } = await locked(world)
    const busy = await browser.send(page, NEW, typed)
    await letGo()
    expect(busy.status).toBe(503)
    expect(busy.html).toContain('Your words are still here.')
    expect(busy.html).toContain(given)
    expect(await saidBy(world, kelly)).toEqual([])
    await browser.send(busy, NEW)
    expect(await ownWordsOf(kelly)).toEqual([typed.words])
  })

  test('signed out while typing: kept, and back in its fields for the same person alone', async () => {
    const kellys = await reader(kelly)
    const page = await kellys.browser.get(`${kellys.plan}/log/new`)
    world.clock.forward({ minutes: 16 })
    await kellys.browser.send(page, NEW, typed)
    expect(await saidBy(world, kelly)).toEqual([])

    const tonis = await reader(toni)
    expect((await tonis.browser.get(`${tonis.plan}/log/new`)).html).not.toContain('He rang me again')
    await signsInAgain(kellys)
    const kept = await kellys.browser.get(`${kellys.plan}/log/new`)
    expect(kept.html).toContain('Not sent yet. Send it?')
    expect(kept.html).toContain(given)
    await kellys.browser.send(kept, NEW)
    expect(await ownWordsOf(kelly)).toEqual([typed.words])
    expect((await kellys.browser.get(`${kellys.plan}/log/new`)).html).not.toContain('He rang me again')
  })

  test('a page people write on outlives the session, so that no half-typed word leaves by itself', async () => {
    const { browser, plan } = await reader(kelly)
    const seconds = async (path: string) => Number.parseInt(`${(await browser.get(path)).headers.refresh}`, 10)
    expect(await seconds(`${plan}/log/new`)).toBeGreaterThan(await seconds('/home'))
  })

  onFile('signed out, and the database locked as well: the words stand on a plain page', async () => {
    const { browser, plan } = await reader(kelly)
    const page = await browser.get(`${plan}/log/new`)
    world.clock.forward({ minutes: 16 })
    const { letGo } = await locked(world)
    const plain = await browser.send(page, NEW, typed)
    await letGo()
    expect(plain.status).toBe(401)
    expect(plain.html).toContain(given)
  })

  test('a page left open until after signing in anew: the words come back once more', async () => {
    const kellys = await reader(kelly)
    const page = await kellys.browser.get(`${kellys.plan}/log/new`)
    await signsInAgain(kellys)
    const back = await kellys.browser.send(page, NEW, typed)
    expect(back.status).toBe(409)
    expect(back.html).toContain('This page was open for a long time.')
    expect(back.html).toContain(given)
  })

  test('nobody is signed in any more: the words stand on a plain page, and nothing of the plan', async () => {
    const { browser, plan } = await reader(kelly)
    const page = await browser.get(`${plan}/log/new`)
    await revoke(world, await personOf(world, kelly))
    const plain = await browser.send(page, NEW, typed)
    expect(plain.status).toBe(401)
    expect(plain.html).toContain('Your words were not sent')
    expect(plain.html).toContain(given)
    expect(wordsOn(plain.html)).not.toMatch(/Priya|Alfie|alcohol/)
    expect(await saidBy(world, kelly)).toEqual([])
  })
})

describe('what was kept while nobody was signed in', () => {
  const words = 'He came on Tuesday. I sent him away.'
  const onlyForm = /name="words"/

  /** Bev at the page of something she is asked to do; `idles` sends what she typed after her time is up. */
  async function bevAtHerPart() {
    const bevs = await reader(bev)
    const { links } = await bevs.browser.get(`${bevs.plan}/mine`)
    const url = theOne(links.find((href) => /\/mine\/[\w-]{22}$/.test(href)))
    const page = await bevs.browser.get(url)
    const idles = async () => {
      world.clock.forward({ minutes: 16 })
      return bevs.browser.send(page, /mine\//, { choice: 'no', words, sharedWith: 'network' })
    }
    return { ...bevs, url, page, idles }
  }

  async function shutItem(itemId: string, to: CastMember) {
    const [member] = await world.db.read.select().from(memberships).where(eq(memberships.personId, to.id))
    const at = world.now().toISOString()
    const shut = { familyId: member?.familyId ?? '', itemId, shutTo: to.id, at, by: 'priya' }
    await world.db.write((db) => [db.insert(narrowings).values(shut)])
  }

  test('its page gone meanwhile: it has one of its own, and goes to the worker alone', async () => {
    const bevs = await bevAtHerPart()
    expect((await bevs.idles()).path).toBe('/locked')
    await shutItem('A-C3', bev)
    world.clock.forward({ days: 9 })
    await dispatchDue(world)
    await signsInAgain(bevs)
    expect((await bevs.browser.get('/home')).html).toContain('Something you wrote is not sent yet.')
    const page = await bevs.browser.get('/me/kept')
    expect([page.path, page.status]).toEqual(['/me/kept', 200])
    expect(wordsOn(page.html)).toContain('Send to your worker')
    expect(page.html).not.toMatch(/dinosaur|sharedWith/)
    expect(page.forms.find(({ html }) => onlyForm.test(html))?.fields.words).toBe(`I chose: No\n\n${words}`)
    // Sent with a button that is no good, it says once that nothing is sent, and gives no reason that is none.
    const again = await bevs.browser.send(page, onlyForm, { ticket: 'no-good' })
    expect(again.html.match(/card warm/g)).toHaveLength(1)
    expect(again.html).toContain('The page where you wrote this has changed')
    expect(again.html).not.toContain('open for a long time')
    const thanks = await bevs.browser.send(page, onlyForm)
    expect(thanks.path).toMatch(/\/log\/[\w-]{22}\/saved$/)
    expect(await saidBy(world, bev)).toMatchObject([
      { kind: 'checkIns', entry: { words: `I chose: No\n\n${words}`, result: 'worry', sharedWith: 'worker' } },
    ])
    expect(await world.db.read.$count(sealedForms)).toBe(0)
    expect((await bevs.browser.get('/me/kept')).path).toBe('/home')
  })

  test.each([
    [
      'a new version has it no more',
      bev,
      /mine\/[\w-]{22}$/,
      (document: FamilyFile) => {
        document.plan.commitments = document.plan.commitments.filter(({ id }) => id !== 'A-C3')
      },
    ],
    [
      'they are in another circle now',
      toni,
      /scale\/[\w-]{22}$/,
      (document: FamilyFile) => {
        const her = theOne(document.people.find(({ id }) => id === 'toni'))
        Object.assign(her, { circle: 'middle', knows: 'You know that we are worried about the nights.' })
      },
    ],
  ])('its page gone since %s: the words are there, to send', async (_, who, path, change) => {
    const theirs = await reader(who)
    const list = await theirs.browser.get(`${theirs.plan}/${path.source.split('\\')[0]}`)
    const url = theOne([...list.links, ...list.forms.map(({ action }) => action)].find((href) => path.test(href)))
    const page = await theirs.browser.get(url)
    world.clock.forward({ minutes: 20 })
    const typed = { choice: 'no', value: '3', words }
    expect((await theirs.browser.send(page, /name="words"/, typed)).path).toBe('/locked')
    const [member] = await world.db.read.select().from(memberships).where(eq(memberships.personId, who.id))
    const { said: _said, ...document } = caseFile('marsh')
    change(document)
    const by = { by: 'priya', endorsedBy: 'joan' }
    expect(await publishVersion(world, member?.familyId ?? '', document, by)).toMatchObject({ number: 2 })
    await signsInAgain(theirs)
    const kept = await theirs.browser.get('/me/kept')
    expect([kept.path, kept.status]).toEqual(['/me/kept', 200])
    expect(kept.html).toContain(`${words}</textarea>`)
    await theirs.browser.send(kept, onlyForm)
    expect(theOne((await ownWordsOf(who))[0])).toContain(words)
  })

  test('a ticket is good for its own page: with it nothing is kept for another, of this plan or of another', async () => {
    const bevs = await bevAtHerPart()
    world.clock.forward({ minutes: 16 })
    const ticket = theOne(bevs.page.forms.find(({ html }) => html.includes('name="choice"'))?.fields.ticket)
    const others = [`${bevs.plan}/log/new`, '/me/leave', bevs.url.replace(bevs.plan, '/p/AAAAAAAAAAAAAAAAAAAAAA')]
    for (const path of [...others, `${bevs.url}/`]) {
      const plain = await bevs.browser.ask(path, 'POST', { ticket, result: 'worry', words, sharedWith: 'network' })
      expect([path, plain.status, plain.html.includes(words)]).toEqual([path, 401, true])
    }
    expect(await world.db.read.$count(sealedForms)).toBe(0)
  })

  test('what they make of it there can be too much or nothing: it comes back, and stays kept', async () => {
    const bevs = await bevAtHerPart()
    await bevs.idles()
    await shutItem('A-C3', bev)
    await signsInAgain(bevs)
    const page = await bevs.browser.get('/me/kept')
    for (const [typed, why] of [
      ['x'.repeat(2001), 'more than 2,000 letters'],
      [' ', 'Please write something first.'],
    ] as const) {
      const back = await bevs.browser.send(page, onlyForm, { words: typed })
      expect([back.status, wordsOn(back.html).includes(why), back.html.includes(typed)]).toEqual([422, true, true])
    }
    expect(await world.db.read.$count(sealedForms)).toBe(1)
  })

  test('no plan to see any more: the words still come back', async () => {
    const bevs = await bevAtHerPart()
    await bevs.idles()
    // As if there had never been a plan.
    await world.db.write((db) => [
      db.run(sql`drop trigger published_never_changes`),
      db.update(versions).set({ publishedAt: null }),
    ])
    await signsInAgain(bevs)
    const page = await bevs.browser.get('/me/kept')
    expect(page.status).toBe(200)
    expect(page.html).toContain(`${words}</textarea>`)
    expect(page.html).not.toContain('Send to your worker')
    for (const path of [
      '/home',
      '/me',
      '/me/leave',
      bevs.plan,
      bevs.url,
      `${bevs.url}/saved`,
      `${bevs.plan}/log/x/saved`,
    ])
      expect([path, (await bevs.browser.get(path)).status < 500]).toEqual([path, true])
  })

  test('its page still there: it is filled in there, wherever they go first', async () => {
    const bevs = await bevAtHerPart()
    await bevs.idles()
    await signsInAgain(bevs)
    const page = await bevs.browser.get('/me/kept')
    expect(page.path).toBe(bevs.url)
    expect(page.html).toContain(`${words}</textarea>`)
  })

  test('from another browser: asked first, with no word shown and nothing ticked; a yes fills it in', async () => {
    const bevs = await bevAtHerPart()
    await bevs.idles()
    const { familyId, personId, membershipId } = (await sessionOf(world, bevs.value)) as MemberSession
    const own = visitor(site)
    const value = newToken(world)
    const session = { familyId, personId, membershipId, stage: 'member' as const, browserHash: 'her own' }
    await world.db.write((db) => [db.insert(sessions).values(newSession(world, value, session))])
    own.cookies.set('__Host-session', value)
    const blank = await own.get(bevs.url)
    expect(blank.html).not.toContain(words)
    expect(blank.html).not.toMatch(/checked=""[^>]*value="(no|network)"/)
    const asked = await own.get('/me/kept')
    expect(wordsOn(asked.html)).toContain('This came from another browser. Is it yours?')
    expect(asked.html).not.toContain('Tuesday')
    const filledIn = await own.send(asked, 'value="yes"', { mine: 'yes' })
    expect(filledIn.path).toBe(bevs.url)
    expect(filledIn.html).toContain(`${words}</textarea>`)
    await own.send(filledIn, /mine\//)
    expect(await ownWordsOf(bev)).toEqual([words])
    expect(await world.db.read.$count(sealedForms)).toBe(0)
  })

  test('from another browser and not theirs: it is gone, and the trail says so', async () => {
    const bevs = await bevAtHerPart()
    await bevs.idles()
    await world.db.write((db) => [db.update(sealedForms).set({ browser: 'a library' })])
    await signsInAgain(bevs)
    const asked = await bevs.browser.get('/me/kept')
    expect((await bevs.browser.ask('/me/kept/mine', 'POST', { which: 'x', mine: 'no' })).path).toBe('/me/kept')
    const after = await bevs.browser.send(asked, 'value="yes"', { mine: 'no' })
    expect(after.path).toBe('/home')
    expect(await world.db.read.$count(sealedForms)).toBe(0)
    expect(await world.db.read.$count(audit, eq(audit.did, 'kept-form.refused'))).toBe(1)
    expect(await saidBy(world, bev)).toEqual([])
  })

  test('two things from one page are both kept, and come back one after the other', async () => {
    const bevs = await reader(bev)
    const page = await bevs.browser.get(`${bevs.plan}/log/new`)
    world.clock.forward({ minutes: 16 })
    const typed = ['First: he is at the door.', 'Second: school was fine.']
    for (const words of [...typed, typed[1]]) {
      await bevs.browser.send(page, /name="result"/, { result: 'worry', words: words ?? '' })
      world.clock.forward({ minutes: 1 })
    }
    expect(await world.db.read.$count(sealedForms)).toBe(2)
    await signsInAgain(bevs)
    for (const words of typed.toReversed()) {
      const back = await bevs.browser.get(`${bevs.plan}/log/new`)
      expect(back.html).toContain(`${words}</textarea>`)
      await bevs.browser.send(back, /name="result"/, { result: 'worry' })
    }
    expect((await ownWordsOf(bev)).toSorted()).toEqual(typed)
  })

  test('nobody lets go what another keeps, though they know its id', async () => {
    const bevs = await bevAtHerPart()
    await bevs.idles()
    const [{ id: kept } = { id: '' }] = await world.db.read.select().from(sealedForms)
    const dannys = await reader(danny)
    const page = await dannys.browser.get(`${dannys.plan}/log/new`)
    await dannys.browser.send(page, /name="result"/, { result: 'done', words: 'Took them to school.', kept })
    expect(await ownWordsOf(danny)).toEqual(['Took them to school.'])
    expect(await world.db.read.$count(sealedForms)).toBe(1)
    await dannys.browser.ask('/me/kept/mine', 'POST', { which: kept, mine: 'no' })
    expect(await world.db.read.$count(sealedForms)).toBe(1)
  })

  test('nobody who has only the cookie of an old session keeps anything there: the words are given back', async () => {
    const bevs = await bevAtHerPart()
    world.clock.forward({ minutes: 16 })
    const other = `/p/AAAAAAAAAAAAAAAAAAAAAA/log/new`
    for (const path of [bevs.url, `${bevs.plan}/log/new`, '/me/leave', other]) {
      const plain = await bevs.browser.ask(path, 'POST', { result: 'worry', words, sharedWith: 'network' })
      expect([plain.status, plain.html.includes(`${words}</textarea>`)]).toEqual([401, true])
    }
    expect(await world.db.read.$count(sealedForms)).toBe(0)
  })

  test('sent before the time was up and pressed again after: it is not said to be unsent', async () => {
    const bevs = await bevAtHerPart()
    await bevs.browser.send(bevs.page, /mine\//, { choice: 'no', words, sharedWith: 'network' })
    expect((await bevs.idles()).path).toBe('/locked')
    expect(await world.db.read.$count(sealedForms)).toBe(0)
    expect(await ownWordsOf(bev)).toEqual([words])
  })

  test('a check-in about what was shut meanwhile comes back with a sentence, and goes without it', async () => {
    const { browser, plan } = await reader(bev)
    const page = await browser.get(`${plan}/log/new`)
    const about = theOne(page.html.match(/<option value="([\w-]{22})"/)?.[1])
    await shutItem('A-C3', bev)
    const back = await browser.send(page, NEW, { about, result: 'worry', words })
    expect(back.status).toBe(422)
    expect(wordsOn(back.html)).toContain('What you chose is not in your plan any more.')
    expect(back.html).toContain(`${words}</textarea>`)
    expect(await saidBy(world, bev)).toEqual([])
    await browser.send(back, NEW)
    expect(await ownWordsOf(bev)).toEqual([words])
  })
})

describe('what is not theirs', () => {
  async function bevsItem(): Promise<Reader & { url: string }> {
    const bevs = await reader(bev)
    const { links } = await bevs.browser.get(`${bevs.plan}/mine`)
    return { ...bevs, url: theOne(links.find((href) => /\/mine\/[\w-]{22}$/.test(href))) }
  }

  test('a commitment shut while they were typing: the words come back, and the answer is what it is for one that never was', async () => {
    const { browser, plan, url } = await bevsItem()
    const page = await browser.get(url)
    const [member] = await world.db.read.select().from(memberships).where(eq(memberships.personId, 'bev'))
    const shut = {
      familyId: member?.familyId ?? '',
      itemId: 'A-C3',
      shutTo: 'bev',
      at: world.now().toISOString(),
      by: 'priya',
    }
    await world.db.write((db) => [db.insert(narrowings).values(shut)])
    const gone = await browser.send(page, /mine\//, { choice: 'no', words: 'Not in the mornings.' })
    expect(gone.status).toBe(404)
    expect(gone.html).toContain('Not in the mornings.</textarea>')
    expect(gone.html).toContain('Send to your worker')
    expect(gone.html).not.toContain('dinosaur')
    const never = await browser.ask(`${plan}/mine/AAAAAAAAAAAAAAAAAAAAAA`, 'POST', {
      choice: 'no',
      words: 'Not in the mornings.',
    })
    expect(never.html).toBe(gone.html)
    expect(await saidBy(world, bev)).toEqual([])
    await browser.send(gone, /name="words"/)
    expect(await saidBy(world, bev)).toMatchObject([{ entry: { words: 'Not in the mornings.', sharedWith: 'worker' } }])
  })

  test('nobody answers for another, by whatever id', async () => {
    const { url } = await bevsItem()
    const kellys = await reader(kelly)
    expect((await kellys.browser.get(url)).status).toBe(404)
    const sent = await kellys.browser.ask(url, 'POST', { choice: 'no', ticket: '' })
    expect(sent.status).toBe(404)
    expect(sent.html).toBe((await kellys.browser.get(`${kellys.plan}/mine/AAAAAAAAAAAAAAAAAAAAAA`)).html)
    expect(await saidBy(world, kelly)).toEqual([])
  })

  test('a thank-you page shows only one’s own', async () => {
    const { browser, plan } = await reader(kelly)
    const thanks = await browser.send(await browser.get(`${plan}/log/new`), NEW, {
      ...{ result: 'done', words: 'Went.' },
      sharedWith: 'inner',
    })
    const tonis = await reader(toni)
    expect((await tonis.browser.get(thanks.path)).status).toBe(404)
  })
})

describe('one’s own part', () => {
  test('is answered in any language, and says exactly what was saved', async () => {
    const { browser, plan } = await reader(toni, 'pl')
    const mine = await browser.get(`${plan}/mine`)
    expect(wordsOn(mine.html)).toContain('Twoja odpowiedź „Tak, ale …”: wtorek 20 października'.slice(0, 20))
    const page = await browser.get(theOne(mine.links.find((href) => /\/mine\/[\w-]{22}$/.test(href))))
    const thanks = await browser.send(page, /mine\//, { choice: 'not-now', words: 'Nie w grudniu.' })
    expect(wordsOn(thanks.html)).toContain('Nie w grudniu.')
    expect(await saidBy(world, toni)).toMatchObject([
      { languageRead: 'en', entry: { choice: 'not-now', language: 'pl' } },
    ])
  })

  test('“I did not write this” goes to the worker, in English, from any page', async () => {
    const { browser, plan } = await reader(toni, 'ur')
    const { links } = await browser.get(`${plan}/mine`)
    const answer = await browser.get(theOne(links.find((href) => /\/mine\/[\w-]{22}$/.test(href))))
    const denial = await browser.get(theOne(answer.links.find((href) => href.includes('/not-mine/'))))
    await browser.send(denial, /not-mine\//)
    expect(await ownWordsOf(toni)).toEqual([
      'I did not give the answer “Yes, but …” on Wednesday 21 October. “Not 27 November, I am on nights. Danny must cover.”',
    ])
  })

  test('a number is given, and then the others’ are there', async () => {
    const { browser, plan } = await reader(toni)
    const thanks = await browser.send(await browser.get(`${plan}/scale`), /scale\//, { value: '6.5', words: 'Calmer.' })
    expect(thanks.html).toMatch(/Your number<\/dt><dd[^>]*>6\.5<[\s\S]*Calmer\.[\s\S]*<svg class="scale"/)
    expect(await saidBy(world, toni)).toMatchObject([{ entry: { value: 6.5, words: 'Calmer.', sharedWith: 'inner' } }])
  })
})

describe('leaving', () => {
  test('asks kindly, keeps the reason for the worker, and ends it all', async () => {
    const { browser, plan } = await reader(bev)
    const page = await browser.get('/me/leave')
    expect(wordsOn(page.html)).toContain('You can stop at any time.')
    const left = await browser.send(page, /me\/leave"/, { words: 'It is too much for me.' })
    expect([left.path, left.status]).toEqual(['/left', 200])
    expect(browser.cookies.has('__Host-session')).toBe(false)
    const [ended] = await world.db.read
      .select()
      .from(memberships)
      .where(and(eq(memberships.personId, 'bev'), eq(memberships.endedWhy, 'left')))
    expect(ended).toBeDefined()
    expect(await ownWordsOf(bev)).toEqual(['It is too much for me.'])
    expect((await browser.get(plan)).path).toBe('/')
  })

  test('without a word is as good', async () => {
    const { browser } = await reader(bev)
    await browser.send(await browser.get('/me/leave'), /me\/leave"/)
    expect(await saidBy(world, bev)).toEqual([])
    expect(await world.db.read.$count(memberships, eq(memberships.endedWhy, 'left'))).toBe(1)
  })

  test('needs the ticket of its page, with words or without; pressed twice it is one leaving', async () => {
    const { browser, value } = await reader(bev)
    for (const words of ['', 'No more.']) {
      const back = await browser.ask('/me/leave', 'POST', { words })
      expect([back.status, wordsOn(back.html).includes('Not saved yet.')]).toEqual([409, true])
    }
    expect(await world.db.read.$count(memberships, eq(memberships.endedWhy, 'left'))).toBe(0)
    const page = await browser.get('/me/leave')
    await browser.send(page, /me\/leave"/)
    browser.cookies.set('__Host-session', value)
    expect((await browser.send(page, /me\/leave"/)).path).toBe('/left')
    expect(await world.db.read.$count(memberships, eq(memberships.endedWhy, 'left'))).toBe(1)
  })

  test('signing out ends this browser’s session alone', async () => {
    const { browser, value } = await reader(bev)
    await browser.send(await browser.get('/me'), /sign-out"/)
    expect((await sessionOf(world, value))?.state).toBe('ended')
    expect(await world.db.read.$count(memberships, eq(memberships.endedWhy, 'left'))).toBe(0)
  })
})
