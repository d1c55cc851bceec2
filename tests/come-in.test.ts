import { describe, expect, test } from 'vitest'
import { invitations, memberships } from '#db/schema'
import * as cast from './cast'
import { comeIn, DUTY, giveWord, goOn, press, pressLink, ringersOn, start } from './come-in'
import { invited, lastText } from './coming-in'
import { dispatchDue } from './dispatch-due'
import { visitor, wordsOn } from './visit'

/** All the words on these pages, but for those that say the same in another language. */
function wordsToRead(language: string, ...pages: { html: string }[]) {
  const read = pages.map(({ html }) => {
    const main = html.match(/<main[\s\S]*<\/main>/)?.[0].replace(/<details[\s\S]*?<\/details>/, '') ?? ''
    const others = new RegExp(`<(button|p)[^>]*lang="(?!${language})[\\s\\S]*?</\\1>`, 'g')
    return main.replace(others, '').replace(/<[^>]*>/g, ' ')
  })
  return read
    .join(' ')
    .split(/\s+/)
    .filter((one) => /\p{L}/u.test(one)).length
}

describe('the whole way in', () => {
  test('Kelly: the word, who asked, who may ring her, the phone, home; no worry before she has joined', async () => {
    const { world, site } = await start()
    const { browser, page } = await pressLink(world, site, cast.kelly)
    const word = await browser.send(page, 'name="word"', { word: ' BlueBell ' })
    for (const one of [page, word]) expect(wordsOn(one.html)).not.toMatch(/drink|vodka|danger of|alfie/i)
    expect(wordsOn(word.html)).toContain('Hello Kelly')
    expect(wordsOn(word.html)).toContain('Priya, the social worker, asked for you.')
    expect(wordsOn(word.html)).toMatch(/Nan.*Toni/)
    expect(word.html).not.toMatch(/checkbox"[^>]*checked/)
    const mine = await browser.send(word, 'name="phone"', { phone: 'others' })
    expect(mine.path).toMatch(/^\/p\/[\w-]+\/mine$/)
    expect(wordsOn((await browser.get('/home')).html)).toContain('Hello Kelly')
    expect(await world.db.read.select().from(memberships)).toMatchObject([
      { personId: 'kelly', toldBy: 'priya', toldOn: '2026-11-23', mayRing: [] },
    ])
  })

  test('the session’s id is another after every step, and the ones before lead nowhere new', async () => {
    const { world, site } = await start()
    const { browser, page } = await pressLink(world, site, cast.kelly)
    const ids = [browser.cookies.get('__Host-session')]
    const welcome = await browser.send(page, 'name="word"', { word: cast.kelly.word })
    ids.push(browser.cookies.get('__Host-session'))
    await goOn(browser, welcome)
    ids.push(browser.cookies.get('__Host-session'))
    expect(new Set(ids).size).toBe(3)
    for (const [id, place] of [
      [ids[0], '/word'],
      [ids[1], '/welcome'],
    ]) {
      browser.cookies.set('__Host-session', id ?? '')
      expect((await browser.get('/home')).path).toBe(place)
    }
  })

  test('whoever took the cookie of the welcome is not handed the session of who joined by it', async () => {
    const { world, site } = await start()
    const { browser, page } = await giveWord(world, site, cast.kelly)
    const thief = visitor(site)
    thief.cookies.set('__Host-session', browser.cookies.get('__Host-session') ?? '')
    expect((await browser.send(page, 'name="phone"', { phone: 'mine' })).path).toMatch(/mine$/)
    expect((await thief.send(page, 'name="phone"', { phone: 'mine' })).path).not.toMatch(/mine$/)
    expect((await thief.get('/home')).path).not.toBe('/home')
    expect(page.status).toBe(200)
  })

  test('Bev is told that Kelly asked for her; nobody has her number until she says so, and again when she takes it back', async () => {
    const { world, site } = await start()
    const { browser, page } = await giveWord(world, site, cast.bev)
    expect(wordsOn(page.html)).toContain('Kelly asked for you.')
    expect(wordsOn(page.html)).toMatch(/Danny.*Nan.*Toni/)
    await browser.send(page, 'name="phone"')
    const [bev] = await world.db.read.select().from(memberships)
    expect(bev?.mayRing).toEqual([])
    const toni = await comeIn(world, site, cast.toni)
    const readsNumber = async () => (await toni.get('/home')).html.includes(cast.bev.phone)
    expect(await readsNumber()).toBe(false)
    const ring = await browser.get('/me/ring')
    const [, , tonis = ''] = ringersOn(ring)
    const saved = await browser.send(ring, 'type="checkbox"', { [tonis]: 'yes' })
    expect(wordsOn(saved.html)).toContain('Saved. It holds from now on.')
    expect(saved.html.match(/checkbox"[^>]*checked/g)).toHaveLength(1)
    expect(await readsNumber()).toBe(true)
    await browser.send(saved, 'type="checkbox"', { [tonis]: '' })
    expect(await readsNumber()).toBe(false)
  })

  test('Kacper is spoken to as who he is; nobody gets his number, so nobody is asked about', async () => {
    const { world, site } = await start()
    const { browser, page } = await giveWord(world, site, cast.kacper)
    expect(wordsOn(page.html)).toContain('You do not get jobs to do, and nothing to sign.')
    expect(ringersOn(page)).toEqual([])
    expect((await goOn(browser, page)).path).toBe('/home')
  })

  test.each([
    [cast.kelly, 'a solicitor, your GP, a helpline'],
    [cast.craig, 'what is about you in it'],
    [cast.toni, 'Some of it is hard to read.'],
    [cast.bev, 'The rest of the plan is not shown to you.'],
    [cast.kacper, 'nothing to sign'],
  ])('$name is spoken to as who they are, in three screens and under 250 words', async (who, said) => {
    const { world, site } = await start()
    const { browser, page: word } = await pressLink(world, site, who)
    const link = await browser.get(`/l/${lastText(world, who.phone).token}`)
    const page = await browser.send(word, 'name="word"', { word: who.word })
    expect(wordsOn(page.html)).toContain(said)
    expect(wordsOn(page.html)).not.toContain('keep it to yourself')
    expect(wordsToRead('en', link, word, page)).toBeLessThan(250)
    expect((await goOn(browser, page)).path).toMatch(/home$|mine$/)
  })

  test('from the word on Nasreen reads her own language, whatever her browser asks for', async () => {
    const { world, site } = await start()
    await invited(world, cast.nasreen, { sendNow: true, language: 'ur' })
    await dispatchDue(world)
    const browser = visitor(site, { language: 'en' })
    const { token } = lastText(world, cast.nasreen.phone)
    expect((await browser.get(`/l/${token}`)).html).toContain('<html lang="en" dir="ltr">')
    const word = await press(browser, token)
    expect(word.html).toContain('<html lang="ur" dir="rtl">')
    expect(word.path).toBe('/word')
    const link = await visitor(site, { language: 'ur' }).get(`/l/${token}`)
    const page = await browser.send(word, 'name="word"', { word: cast.nasreen.word })
    expect(wordsOn(page.html)).toContain('باقی منصوبہ آپ نہیں دیکھتے')
    expect(wordsToRead('ur', link, word, page)).toBeLessThan(250)
  })

  test('Craig reads no name of the other side on the way in', async () => {
    const { world, site } = await start()
    const { browser, page } = await giveWord(world, site, cast.craig)
    const mine = await goOn(browser, page)
    for (const one of [page, mine]) expect(wordsOn(one.html)).not.toMatch(/Ruth|Maureen|Mo\b|Hannah|Lowe|Leanne/)
  })

  test('nobody gets past the word or the welcome by its address', async () => {
    const { world, site } = await start()
    const stranger = visitor(site)
    for (const path of ['/word', '/welcome', '/welcome/no', '/home'])
      expect((await stranger.get(path)).path, path).toBe('/')
    const { browser } = await pressLink(world, site, cast.kelly)
    for (const path of ['/welcome', '/home']) expect((await browser.get(path)).path, path).toBe('/word')
    for (const path of ['/welcome', '/welcome/no'])
      expect((await browser.ask(path, 'POST', { phone: 'mine' })).path, path).toBe('/word')
    expect(await world.db.read.$count(memberships)).toBe(0)
  })

  test('a form without its ticket does nothing', async () => {
    const { world, site } = await start()
    const { browser } = await giveWord(world, site, cast.kelly)
    expect((await browser.ask('/welcome', 'POST', { phone: 'mine' })).status).toBe(409)
    expect((await browser.ask('/welcome/no', 'POST', {})).status).toBe(409)
    expect(await world.db.read.$count(memberships)).toBe(0)
    expect(await world.db.read.select().from(invitations)).toMatchObject([{ declinedAt: null }])
  })

  test('when half an hour is over before the end, the page says so, and whom to ring', async () => {
    const { world, site } = await start()
    const { browser, page } = await giveWord(world, site, cast.kelly)
    world.clock.forward({ minutes: 31 })
    const over = await browser.get(page.path)
    expect(over.path).toBe('/locked')
    expect(wordsOn(over.html)).toContain('You are signed out')
    expect(over.html).toContain(DUTY)
  })
})

describe('the wrong word', () => {
  test('costs a try, says how many are left, and after five it is over and the worker can see it', async () => {
    const { world, site } = await start()
    let { browser, page } = await pressLink(world, site, cast.kelly)
    for (const left of ['4 more times', '3 more times', '2 more times', 'once more']) {
      page = await browser.send(page, 'name="word"', { word: 'snowdrop' })
      expect(page).toMatchObject({ path: '/word', status: 422 })
      expect(wordsOn(page.html)).toContain(`You can try ${left}.`)
      expect(page.html).not.toContain('snowdrop')
    }
    page = await browser.send(page, 'name="word"', { word: 'snowdrop' })
    expect(page.path).toBe('/word/closed')
    expect(wordsOn(page.html)).toContain('The person you agreed it with can see this and will be in touch.')
    expect(page.html).toContain(DUTY)
    expect(await world.db.read.select().from(invitations)).toMatchObject([{ voidedWhy: 'wrong-words', toldAt: null }])
    expect((await browser.get('/word')).path).toBe('/locked')
    expect((await press(visitor(site), lastText(world, cast.kelly.phone).token)).status).toBe(410)
  })

  test('nothing at all costs no try', async () => {
    const { world, site } = await start()
    const { browser, page } = await pressLink(world, site, cast.kelly)
    const again = await browser.send(page, 'name="word"', { word: ' … ' })
    expect(wordsOn(again.html)).toContain('Please type in your word.')
    expect(await world.db.read.select().from(invitations)).toMatchObject([{ wrongWords: 0 }])
  })
})

describe('saying no', () => {
  test('reaches the worker with the words, once; after it nothing of the way in works any more', async () => {
    const { world, site } = await start()
    const { browser } = await giveWord(world, site, cast.bev)
    const cookies = [...browser.cookies]
    const ask = await browser.get('/welcome/no')
    const bye = await browser.send(ask, 'name="words"', { words: 'It is too close to home.' })
    expect(bye.path).toBe('/welcome/bye')
    expect(browser.cookies.has('__Host-session')).toBe(false)
    for (const [name, value] of cookies) browser.cookies.set(name, value)
    expect((await browser.send(ask, 'name="words"', { words: 'It is too close to home.' })).path).toBe('/welcome/bye')
    for (const [name, value] of cookies) browser.cookies.set(name, value)
    expect((await browser.get('/welcome')).path).toBe('/locked')
    const dead = await press(visitor(site), lastText(world, cast.bev.phone).token)
    expect(wordsOn(dead.html)).toContain('This link does not work')
    expect(await world.db.read.select().from(invitations)).toMatchObject([
      { declinedWords: 'It is too close to home.' },
    ])
    expect(await world.db.read.$count(memberships)).toBe(0)
  })

  test('too many words come back, and nothing is said yet', async () => {
    const { world, site } = await start()
    const { browser } = await giveWord(world, site, cast.bev)
    const long = 'no '.repeat(1000)
    const back = await browser.send(await browser.get('/welcome/no'), 'name="words"', { words: long })
    expect(back.status).toBe(422)
    expect(back.html).toContain(long.trim())
    expect(await world.db.read.select().from(invitations)).toMatchObject([{ declinedAt: null }])
  })
})
