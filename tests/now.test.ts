/** "It is happening now", made for one person: what is it, then their own step, one a screen. */
import { beforeAll, describe, expect, test } from 'vitest'
import { council } from '#db/schema'
import { agnieszka, bev, type CastMember, craig, kacper, kelly, nasreen, toni } from './cast'
import { served } from './served'
import { signedIn } from './signed-in'
import { type TestWorld, testWorld } from './world'

let world: TestWorld
let site: Awaited<ReturnType<typeof served>>
const own = new Map<CastMember, { cookie: string; plan: string }>()

beforeAll(async () => {
  world = await testWorld({ families: true })
  site = await served(world)
  for (const who of [kelly, bev, toni, nasreen, agnieszka, craig, kacper]) own.set(who, await signedIn(world, who))
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

const queryOf = (link: string | undefined) => `?${link?.split('?')[1] ?? ''}`

describe('what is happening', () => {
  test('is picked by one press, the gravest first, and nothing stands before the two numbers', async () => {
    const { words, signs } = await page(kelly)
    expect(words).toMatch(
      /Ring 999.*Ring the duty team.*What is happening\?.*Red sign: act now Kelly has been drinking/,
    )
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
      /Step 1 of 4 You Goes in and stays with the children\. If you can’t: Toni Ring Toni Text Toni Next/,
    )
    expect(first.links).toContain(`tel:${toni.phone}`)
    expect(first.links).toContain(`sms:${toni.phone}`)
    const next = await page(bev, queryOf(first.links.find((link) => link.endsWith('at=1'))))
    expect(next.words).toContain('Step 2 of 4')
    expect(next.words).not.toContain('Step 2 of 4 You')
    expect(next.links).toContain('tel:999')
  })

  test('of one’s own is not begun by a number: whoever steps in is named first, and is not the loud button', async () => {
    for (const who of [bev, toni, craig]) {
      for (const sign of (await page(who)).signs) {
        const { html, words } = await page(who, queryOf(sign))
        if (!words.includes(' You ')) continue
        const own = html.match(/<section class="step-now">[\s\S]*?<\/section>/)?.[0] ?? ''
        expect(own, who.id).not.toMatch(/^(?:(?!If you can’t).)*(tel|sms):\+44/s)
        expect(own, who.id).not.toMatch(/class="btn" href="(tel|sms):\+447/)
        expect(html, who.id).not.toContain(`If ${who.name.split(' ')[0]} can’t`)
      }
    }
  })

  test('whose words are for the duty team has its line', async () => {
    const sign = (await page(toni)).signs[0]
    const steps = await Promise.all([0, 1].map((at) => page(toni, `${queryOf(sign)}&at=${at}`)))
    expect(steps.map(({ words }) => /rings the Emergency Duty Team\. Ring the duty team/.test(words))).toEqual([
      false,
      true,
    ])
    expect(steps[0]?.words).not.toContain('Ring the duty team')
  })

  test('stands under 999, which is in one place on every step', async () => {
    for (const sign of (await page(kelly)).signs)
      for (const at of [0, 1, 2, 3]) {
        expect((await page(kelly, `${queryOf(sign)}&at=${at}`)).words).toMatch(/^\s*Ring 999 (Red sign|Early sign)/)
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
