/** "It is happening now", made for one person: what is it, then their own step, one a screen. */
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { council, memberships } from '#db/schema'
import { agnieszka, bev, type CastMember, craig, kacper, kelly, leanne, nasreen, steve, toni } from './cast'
import { served } from './served'
import { signedIn } from './signed-in'
import { type TestWorld, testWorld } from './world'

let world: TestWorld
let site: Awaited<ReturnType<typeof served>>
const own = new Map<CastMember, { cookie: string; plan: string }>()

beforeAll(async () => {
  world = await testWorld({ families: true })
  site = await served(world)
  for (const who of [kelly, bev, toni, nasreen, agnieszka, craig, kacper, leanne])
    own.set(who, await signedIn(world, who))
})

async function page(who: CastMember, query = '') {
  const { cookie = '', plan = '' } = own.get(who) ?? {}
  const { status, body } = await site.ask(`${plan}/now${query}`, { headers: { Cookie: cookie } })
  const main = body.match(/<main[\s\S]*<\/main>/)?.[0] ?? ''
  const links = [...main.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
  const shown = main.replace(/<details>[\s\S]*?<\/details>/g, '')
  const words = shown.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  return { status, html: shown, words, links, signs: links.filter((link) => link.includes('?sign=')) }
}

const toniMayBeRungBy = (mayRing: string[] | null) =>
  world.db.write((db) => [db.update(memberships).set({ mayRing }).where(eq(memberships.personId, 'toni'))])

const queryOf = (link: string | undefined) => `?${link?.split('?')[1] ?? ''}`

describe('what is happening', () => {
  test('is picked by one press, the gravest first, and nothing stands before the two numbers', async () => {
    const { words, signs } = await page(kelly)
    expect(words).toMatch(/Ring 999.*Ring the duty team.*What is happening\?.*Red sign: act now You have had a drink/)
    expect(signs).toHaveLength(3)
  })

  test('who may not know the sign reads who will ring them', async () => {
    const { words } = await page(nasreen)
    expect(words).toContain('Magda')
    expect(words).not.toMatch(/drink|shout|hit/i)
  })
})

test('what is not in the reader’s language says whom to ask, on Now and on each step and under My part, and only then', async () => {
  const { cookie = '', plan = '' } = own.get(nasreen) ?? {}
  const inTheir = async (path: string, language: string) => {
    const { body } = await site.ask(plan + path, { headers: { Cookie: cookie, 'Accept-Language': language } })
    return body
  }
  const sign = queryOf((await page(nasreen)).signs[0])
  expect((await inTheir('/now', 'ur')).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')).toMatch(
    /کیا ہو رہا ہے؟ اس میں سے کچھ ابھی آپ کی زبان میں نہیں ہے۔[^؟]*?Olu/,
  )
  for (const path of ['/now', `/now${sign}`, '/mine']) {
    expect(await inTheir(path, 'ur'), path).toContain('ابھی آپ کی زبان میں نہیں ہے')
    expect(await inTheir(path, 'en'), path).not.toContain('not in your language')
  }
})

test('a young person has no step: whom they chose to turn to, in their order, and who answers any child', async () => {
  const { words, links } = await page(kacper)
  expect(words).toMatch(
    /Ring 999.*Who you can turn to.*Text or ring.*Magda.*Tomasz.*Gareth.*For children and young people Ring 0800 1111/,
  )
  expect(links).toEqual(expect.arrayContaining(['tel:08001111', 'tel:+441632960340']))
  await world.db.write((db) => [db.update(council).set({ helplines: {} })])
  expect((await page(kacper)).words).not.toMatch(/0800|children and young people/)
  await world.db.write((db) => [db.update(council).set({ helplines: { children: '0800 1111' } })])
  expect((await page(kelly)).words).not.toContain('0800')
})

describe('a step', () => {
  test('the reader’s own comes first, with whom to ring and to text, and the next one is a press away', async () => {
    const [sign] = (await page(bev)).signs
    const first = await page(bev, queryOf(sign))
    expect(first.words).toMatch(
      /Step 1 of 4 Your step Goes in and stays with the children\. If you can’t: Toni Ring Toni Text Toni Next/,
    )
    expect(first.links).toContain(`tel:${toni.phone}`)
    expect(first.links).toContain(`sms:${toni.phone}`)
    const next = await page(bev, queryOf(first.links.find((link) => link.endsWith('at=1'))))
    expect(next.words).toContain('Step 2 of 4')
    expect(next.words).not.toContain('Step 2 of 4 Your step')
    expect(next.links).toContain('tel:999')
  })

  test('of one’s own begins with whom its words name, to ring or to text; whoever steps in is not the loud button', async () => {
    const loud = (html: string) => [...html.matchAll(/class="btn" href="([^"]+)"/g)].map(([, href = '']) => href)
    const named: Record<string, string[]> = {}
    for (const who of [bev, kelly, craig, leanne]) {
      for (const sign of (await page(who)).signs) {
        const { html, words } = await page(who, queryOf(sign))
        if (!words.includes(' Your step ')) continue
        const own = html.match(/<section class="step-now">[\s\S]*?<\/section>/)?.[0] ?? ''
        named[who.id] = [...(named[who.id] ?? []), ...loud(own)]
        expect(own, who.id).not.toMatch(/If you can’t[\s\S]*class="btn" href="(tel|sms):/)
        expect(html, who.id).not.toContain(`If ${who.name.split(' ')[0]} can’t`)
      }
    }
    // Not Leanne's, for Craig, whose step says "Rings Steve, not Leanne"; not Ruth's, for Leanne, who was told it aloud.
    expect(named).toEqual({
      [bev.id]: [`tel:${toni.phone}`],
      // She texts: that is the loud one, with what they agreed already in it.
      [kelly.id]: [`sms:${toni.phone}?&amp;body=%F0%9F%92%99`],
      [craig.id]: [`tel:${steve.phone}`],
      [leanne.id]: [],
    })
    await toniMayBeRungBy([])
    const without = await Promise.all((await page(kelly)).signs.map((sign) => page(kelly, queryOf(sign))))
    expect(without.map(({ links }) => links).join()).not.toContain(toni.phone)
    expect(without.map(({ words }) => words).join()).toMatch(
      /Your step Tells Toni by text: [^.]*\. You do not have Toni’s number here\. Ring the duty team If you can’t: Nan/,
    )
    await toniMayBeRungBy(null)
  })

  test('that is to ring 999 is the red button itself, and the next is quiet beneath it', async () => {
    const door = (await page(leanne)).signs[0]
    const first = await page(leanne, queryOf(door))
    expect(first.words).toMatch(
      /^\s*Ring 999 Step 1 of 4 Ring 999\. If you cannot talk, press 55\..* Next Red sign: act now Craig is at the door/,
    )
    expect(first.html).toMatch(/^<main[^>]*><a class="btn alarm large" href="tel:999"/)
    expect((await page(leanne, `${queryOf(door)}&at=3`)).words).toMatch(/^\s*Ring 999 Step 4 of 4 If a child/)
  })

  test('of somebody whose number is not the reader’s says so and rings the duty team: nobody was rung in vain', async () => {
    const red = (await page(kelly)).signs[0]
    expect((await page(kelly, queryOf(red))).words).toMatch(/Ring Toni Text Toni No answer: next/)
    await toniMayBeRungBy([])
    expect((await page(kelly, queryOf(red))).words).toMatch(
      /You do not have Bev’s number here\. Ring the duty team If Bev can’t: Toni Next step/,
    )
    await toniMayBeRungBy(null)
  })

  test('whose words are for the duty team has its line', async () => {
    const sign = (await page(toni)).signs[0]
    const steps = await Promise.all([0, 1].map((at) => page(toni, `${queryOf(sign)}&at=${at}`)))
    expect(
      steps.map(({ words }) => /rings the Emergency Duty Team\. Ring Priya Ring the duty team/.test(words)),
    ).toEqual([false, true])
    expect(steps[0]?.words).not.toContain('Ring the duty team')
  })

  test('stands under 999, which is in one place on every step', async () => {
    for (const sign of (await page(kelly)).signs)
      for (const at of [0, 1, 2, 3]) {
        expect((await page(kelly, `${queryOf(sign)}&at=${at}`)).words).toMatch(
          /^\s*Ring 999 (Red sign|Early sign|Step 4 of 4 If a child is hurt)/,
        )
      }
  })

  test('is told to whoever it is about in “you”, on the plan too', async () => {
    const { cookie = '', plan = '' } = own.get(bev) ?? {}
    const { body } = await site.ask(plan, { headers: { Cookie: cookie } })
    expect(body).toContain('If you can’t: Toni')
    expect(body).not.toContain('If Bev can’t')
  })

  test('one who may not have a number gets none, in a text neither', async () => {
    const seen: string[] = []
    for (const sign of (await page(kelly)).signs)
      for (const at of [0, 1, 2, 3]) seen.push(...(await page(kelly, `${queryOf(sign)}&at=${at}`)).links)
    expect(seen.filter((link) => /^(tel|sms):\+447/.test(link)).map((link) => link.slice(4))).toEqual(
      expect.arrayContaining([toni.phone]),
    )
    expect(seen.join(' ')).not.toContain(bev.phone)
  })

  test('a sign or a step there is none of is the page itself, or the first step', async () => {
    expect((await page(kelly, '?sign=nothing')).words).toContain('What is happening?')
    const [sign] = (await page(kelly)).signs
    for (const at of ['99', '-1', 'x', '1e9', '']) {
      const { status, words } = await page(kelly, `${queryOf(sign)}&at=${at}`)
      expect([at, status, words]).toEqual([at, 200, expect.stringContaining('Step 1 of 4')])
    }
    const [theirs] = (await page(agnieszka)).signs
    expect((await page(kelly, queryOf(theirs))).words).toContain('What is happening?')
  })
})
