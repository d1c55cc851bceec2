/** The desk as a worker works through it: what is owed, what was marked by mistake, what is looked for, what comes in. */
import { get } from 'node:http'
import { describe, expect, test } from 'vitest'
import { audit, seen, unread } from '#db/schema'
import { deskOf, familyUrl, follow } from './at-the-desk'
import { bev, craig, harker, kelly, marsh, toni } from './cast'
import { comeIn, giveWord, start } from './come-in'
import { type Visitor, visitor } from './visit'

/** What stands on the page, and no attribute of it. */
const words = (html: string) =>
  html
    .replace(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' ')
    .replace(/&[a-z#0-9]+;/g, '’')
    .replace(/\s+/g, ' ')

describe('“Seen” by mistake', () => {
  test('is taken back within ten minutes: the words wait again, and nobody is told that they were read', async () => {
    const { world, site } = await start()
    const { browser, today } = await deskOf(world, 'priya', site)
    const waiting = await world.db.read.$count(unread)
    const after = await browser.send(today, /seen"/)
    expect(words(after.html)).toContain('Marked as seen: Kelly. Undo')
    const back = await browser.send(after, /\/desk\/undo"/)
    expect(words(back.html)).not.toContain('Undo')
    expect(words(back.html)).toContain('Did not sleep')
    expect(await world.db.read.$count(unread)).toBe(waiting)
    expect(await world.db.read.$count(seen)).toBe(0)
  })

  test('stands for ten minutes and no longer', async () => {
    const { world, site } = await start()
    const { browser, today } = await deskOf(world, 'priya', site)
    const after = await browser.send(today, /seen"/)
    world.clock.forward({ minutes: 10, milliseconds: 1 })
    const late = await browser.send(after, /\/desk\/undo"/)
    expect(words(late.html)).not.toContain('Did not sleep')
    expect(words(late.html)).not.toContain('Undo')
    expect(await world.db.read.$count(seen)).toBe(1)
  })

  test('of a whole list at once, too; what has been answered with it stays answered', async () => {
    const { world, site } = await start()
    const { browser, today } = await deskOf(world, 'priya', site)
    const all = await browser.send(today, /\/desk\/seen"/)
    expect(words(all.html)).toContain('4 marked as seen: ')
    expect(words(all.html)).not.toContain('Not read yet 4')
    expect(words((await browser.send(all, /\/desk\/undo"/)).html)).toContain('Not read yet 4')

    await comeIn(world, site, kelly)
    const reply = await browser.get((await browser.get('/desk')).html.match(/\/desk\/log\/[\w-]+\/reply/)?.[0] ?? '')
    const sent = await browser.send(reply, 'name="ticket"', { words: 'I ring at two.' })
    expect(words(sent.html)).not.toContain('Undo')
  })
})

describe('a list held to one kind', () => {
  test('says how many of each kind wait, and that nothing does; a press leads back to it, without script', async () => {
    const { world, site } = await start()
    const { browser, today } = await deskOf(world, 'priya', site)
    expect(words(today.html)).toMatch(/Calls 0 Worries 1 Done and not done 4 Answers and scores 0/)
    expect(words((await browser.get('/desk?only=calls')).html)).toContain('No calls asked for.')
    const worries = await browser.get('/desk?only=worries')
    const after = await browser.send(worries, /seen"/)
    expect(after.path).toBe('/desk?only=worries')
    expect(words(after.html)).toContain('No worries wait to be read.')
    expect((await browser.send(after, /\/desk\/undo"/)).path).toBe('/desk?only=worries')
  })

  test('a manager marks as seen one family at a time', async () => {
    const { world, site } = await start()
    const { browser, today } = await deskOf(world, 'joan', site)
    expect(words(today.html)).toMatch(/Marsh family: seen, all 4/)
    const marsh = await browser.send(today, /Marsh family: seen/)
    expect(words(marsh.html)).toContain('4 marked as seen: Marsh family. Undo')
    expect(words(marsh.html)).not.toContain('No dinosaur')
  })
})

describe('what is owed', () => {
  test('a task that nobody has, and one whose person cannot, stand on the desk until somebody can', async () => {
    const { world, site } = await start()
    const { today } = await deskOf(world, 'priya', site)
    expect(words(today.html)).not.toContain('Tasks that nobody has')
    const toni = await comeIn(world, site, bev)
    const mine = await toni.get((await toni.get('/home')).html.match(/\/p\/[\w-]+\/mine/)?.[0] ?? '')
    await toni.send(await toni.get(mine.html.match(/\/p\/[\w-]+\/mine\/[\w-]+/)?.[0] ?? ''), 'name="ticket"', {
      choice: 'not-now',
      words: 'I am away until Sunday.',
    })
    const { today: later } = await deskOf(world, 'priya', site)
    expect(words(later.html)).toMatch(/Tasks that nobody has 1 .*Bev · Marsh family not now Look for the dinosaur/)
  })

  test('somebody with a task from whom nothing came for a fortnight is worth a call', async () => {
    const { world, site } = await start()
    await comeIn(world, site, bev)
    expect(words((await deskOf(world, 'priya', site)).today.html)).not.toContain('Nothing heard')
    world.clock.forward({ days: 15 })
    expect(words((await deskOf(world, 'priya', site)).today.html)).toMatch(
      /Nothing heard for a while 1 Bev · Marsh family nothing for 15 days/,
    )
  })
})

describe('a plan that has not reached its people', () => {
  test('stands on the desk from its publishing until the first is asked in; whom others are kept safe from is not named', async () => {
    const { world, site } = await start()
    const { today } = await deskOf(world, 'tom', site)
    expect(words(today.html)).toMatch(
      /Harker family Published, and nobody has been invited yet. You can invite Leanne, Nana Mo and Ruth. Invite/,
    )
    await comeIn(world, site, craig)
    expect(words((await deskOf(world, 'tom', site)).today.html)).not.toContain('nobody has been invited')
  })

  test('says in one line a family, below the worries, which numbers are not given; until they are, or whoever was asked said no', async () => {
    const { world, site } = await start()
    await comeIn(world, site, kelly)
    const { browser, page } = await giveWord(world, site, toni)
    await browser.send(page, 'name="phone"', { phone: 'others' })
    const { browser: priya, today } = await deskOf(world, 'priya', site)
    expect(words(today.html)).toMatch(
      /Worries, and when .* Marsh family 1 number not given: that of Toni\. Ask for them/,
    )
    const ringers = await browser.get('/me/ring')
    const everyone = Object.fromEntries(
      [...ringers.html.matchAll(/type="checkbox" name="([^"]+)"/g)].map(([, id]) => [id ?? '', 'yes']),
    )
    await browser.send(ringers, 'name="ticket"', everyone)
    expect(words((await priya.get('/desk')).html)).not.toContain('not given')

    const ticket =
      (await browser.get('/me/ring')).html.match(/action="\/me\/ring"[\s\S]*?name="ticket" value="([^"]+)"/)?.[1] ?? ''
    await browser.ask('/me/ring', 'POST', { ticket })
    const numbers = await follow(priya, await priya.get('/desk'), 'Ask for the numbers of the Marsh family')
    expect(words(numbers.html)).toContain('Kelly would ring them by the plan, and cannot.')
    const button = numbers.html.match(/name="person" value="([^"]+)"/)?.[1] ?? ''
    await priya.send(numbers, 'name="person"', { person: button })
    expect(words((await priya.get('/desk')).html)).not.toContain('not given')
    expect((await world.db.read.select().from(audit)).map(({ did }) => did)).toContain('number.refused')
  })
})

describe('whom others are kept safe from', () => {
  test('carries a word that says so on every line of theirs, where they would be answered or rung', async () => {
    const { world, site } = await start()
    const { browser, today } = await deskOf(world, 'tom', site)
    const rowOf = (name: string) =>
      today.html.split('<li ').find((row) => row.includes(`aria-label="Reply to ${name}"`)) ?? ''
    expect(words(rowOf('Craig'))).toMatch(/order Seen Reply Ring/)
    expect(words(rowOf('Steve'))).toMatch(/kept apart Seen Reply Ring/)
    expect(words(rowOf('Leanne'))).not.toMatch(/order|kept apart/)
    const family = (await familyUrl(world, harker)).split('/').at(-1)
    expect(words((await browser.get(`/desk?family=${family}`)).html)).toMatch(/Ruth C Craig order S Steve kept apart/)
  })
})

describe('a day in a plan', () => {
  test('to look at it again stands on the desk from a week before until a new version; the end of an order too', async () => {
    const { world, site } = await start()
    const hands = world.hands()
    const order = { kind: 'non-molestation order', against: 'danny', until: '2026-12-05' }
    // As if it had been published so.
    await hands.execute('drop trigger published_never_changes')
    await hands.execute({
      sql: `update versions set document = json_set(document, '$.plan.reviewBy', '2026-12-01', '$.courtOrders', json(?))
        where family_id = (select id from families where reference = 'CS-20417')`,
      args: [JSON.stringify([order])],
    })
    hands.close()
    const desk = async () => words((await deskOf(world, 'priya', site)).today.html)
    expect(await desk()).not.toContain('Days to keep in mind')
    world.clock.forward({ days: 1 })
    expect(await desk()).toMatch(
      /Days to keep in mind 1 Look at the plan again · Marsh family by Tue,? 1 Dec Open plan/,
    )
    world.clock.forward({ days: 13 })
    const later = await desk()
    expect(later).toMatch(/Days to keep in mind 2 Look at the plan again · Marsh family was to be by Tue,? 1 Dec/)
    expect(later).toMatch(
      /non-molestation order · Marsh family against Danny, ended on Sat,? 5 Dec\. Nothing has opened\. Decide\./,
    )
  })
})

test('an address below the desk that is no page is the desk’s own dead end; for whoever is not signed in it is everybody’s', async () => {
  const { world, site } = await start()
  const { browser } = await deskOf(world, 'tom', site)
  const nowhere = await browser.get('/desk/nowhere')
  expect([nowhere.status, words(nowhere.html)]).toEqual([
    404,
    expect.stringMatching(/Desk Today There is nothing here/),
  ])
  const stranger = visitor(site)
  const outside = await stranger.get('/desk/nowhere')
  expect([outside.status, outside.html]).toEqual([404, (await stranger.get('/nowhere')).html])
})

describe('search', () => {
  test('finds families, people, the plan and what was said, whatever the case and the accents', async () => {
    const { world, site } = await start()
    const { browser } = await deskOf(world, 'joan', site)
    const found = async (typed: string) =>
      words((await browser.get(`/desk/search?q=${encodeURIComponent(typed)}`)).html)
    expect(await found('MARSH')).toMatch(/Families 1 .*Marsh family/)
    expect(await found('dinos')).toMatch(/What people said 1 .*No dinos aur.*In the plans .*Look for the dinos aur/)
    expect(await found('Toni')).toMatch(/People 1 /)
    expect(await found('x')).toContain('Please write at least two letters')
    expect(await found('nothing like it')).toContain('Nothing found')
  })

  test('finds a number however it is written, and a name written nearly right', async () => {
    const { world, site } = await start()
    const { browser } = await deskOf(world, 'tom', site)
    const found = async (typed: string) =>
      words((await browser.get(`/desk/search?q=${encodeURIComponent(typed)}`)).html)
    for (const number of ['07700900201', '07700 900 201', '+44 7700 900201', '900201'])
      expect(await found(number), number).toMatch(/People 1 Harker family Leanne Harker/)
    expect(await found('07700900112'), 'the number of another worker’s family').toContain('Nothing found')
    expect(await found('Lianne')).toMatch(/Nobody is called exactly that. This is near: People 1 .*Leanne Harker/)
  })

  test('marks what was looked for, and has “Seen” beside what was said, which leads back to what was found', async () => {
    const { world, site } = await start()
    const { browser } = await deskOf(world, 'priya', site)
    const page = await browser.get('/desk/search?q=rent')
    expect(page.html).toContain('Letter about <mark>rent</mark>.')
    const after = await browser.send(page, 'aria-label="Mark as seen: Kelly"')
    expect(after.path).toBe('/desk/search?q=rent')
    expect(words(after.html)).toContain('Priya saw this')
  })

  test('finds nothing in a family that is not theirs', async () => {
    const { world, site } = await start()
    const { browser } = await deskOf(world, 'tom', site)
    expect(words((await browser.get('/desk/search?q=dinosaur')).html)).toContain('Nothing found')
  })
})

describe('somebody’s phone, beside the list', () => {
  test('shows what their own phone shows, in their language, and nothing in it can be sent', async () => {
    const { world, site } = await start()
    const phone = await comeIn(world, site, kelly)
    const own = await phone.get('/home')
    const { browser } = await deskOf(world, 'priya', site)
    const family = (await familyUrl(world, marsh)).split('/').at(-1)
    const beside = await browser.get(`/desk?family=${family}`)
    const href = beside.html.match(/href="(\/desk\?family=[^"]*)"[^>]*>(?:<span[^>]*>[^<]*<\/span>){2}/)?.[1] ?? ''
    const page = await browser.get(href.replaceAll('&amp;', '&'))
    expect(page.html).toMatch(/<iframe[^>]*sandbox=""/)
    const shown = await browser.get(page.html.match(/src="(\/desk\/families\/[^"]*\/phone\/[^"]*)"/)?.[1] ?? '')
    expect(words(shown.html).replace(' Desk –', ' Home –')).toBe(words(own.html))
    expect(shown.html).toContain('<base target="_blank"/>')
    expect(shown.html).not.toMatch(/name="ticket" value="[^"]/)
    expect(shown.headers['content-security-policy']).toContain("frame-ancestors 'self'")
    expect(own.headers['content-security-policy']).toContain("frame-ancestors 'none'")
  })

  test('of a family that is not theirs there is none', async () => {
    const { world, site } = await start()
    await comeIn(world, site, craig)
    const { browser } = await deskOf(world, 'priya', site)
    const { today } = await deskOf(world, 'tom', site)
    const [path = ''] = today.html.match(/\/desk\/families\/[\w-]+/) ?? []
    expect((await browser.get(`${path}/phone/anybody`)).status).toBe(404)
    expect((await browser.get(`/desk?family=${path.split('/').at(-1)}`)).html).not.toContain('<aside')
  })
})

describe('what comes in while a desk is open', () => {
  test('is told to it within two seconds, and to no desk of another family', async () => {
    const { world, site } = await start()
    const phone = await comeIn(world, site, kelly)
    const [priya, tom] = [await deskOf(world, 'priya', site), await deskOf(world, 'tom', site)]
    const [hers, his] = [await listening(site.host, priya.browser), await listening(site.host, tom.browser)]
    await expect.poll(() => hers.said.at(-1)).toBe('5')
    await expect.poll(() => his.said.length).toBe(1)
    await phone.send(await phone.get('/home'), /log\/ring"/)
    await expect.poll(() => hers.said.at(-1), { timeout: 5000 }).toBe('6')
    expect(his.said).toHaveLength(1)
    for (const one of [hers, his]) one.end()
  })

  test('is looked for once a second, however often desks come and go, and no longer than anybody listens', async () => {
    const { world, site } = await start()
    const { browser } = await deskOf(world, 'priya', site)
    const looks = () => world.asked.filter((sql) => /^select max\("seq"\)/.test(sql)).length
    for (let time = 0; time < 8; time++) {
      const one = await listening(site.host, browser)
      one.end()
      await one.gone
    }
    const last = await listening(site.host, browser)
    await expect.poll(() => last.said.length).toBe(1)
    const before = looks()
    await new Promise((later) => setTimeout(later, 2200))
    // A slow machine looks less often; one that has eight look-outs looks some sixteen times.
    expect(looks() - before).toBeGreaterThan(0)
    expect(looks() - before).toBeLessThanOrEqual(4)
    last.end()
    await last.gone
    await new Promise((later) => setTimeout(later, 1200))
    const after = looks()
    await new Promise((later) => setTimeout(later, 1200))
    expect(looks()).toBe(after)
  })
})

/** What an open desk is told, newest last. */
function listening(
  host: string,
  { cookies }: Visitor,
): Promise<{ said: string[]; end: () => void; gone: Promise<unknown> }> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  return new Promise((resolve, reject) => {
    const said: string[] = []
    const asked = get(`http://${host}/desk/news`, { headers: { cookie } }, (answer) => {
      answer.setEncoding('utf8').on('data', (text: string) => {
        for (const [, count = ''] of text.matchAll(/data: (\d+)/g)) said.push(count)
      })
      answer.on('error', () => undefined)
      const gone = new Promise((closed) => answer.once('close', closed))
      resolve({ said, end: () => asked.destroy(), gone })
    }).on('error', reject)
  })
}
