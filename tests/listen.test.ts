/** A plan that is listened to: a recorded voice for just the words it says, only for who reads them. */
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { recorded } from '#app/domain/record/voices/recorded'
import { voices } from '#db/schema'
import { deskOf, familyUrl } from './at-the-desk'
import * as cast from './cast'
import { comeIn } from './come-in'
import { familyIdOf, publicIdOf } from './desk-world'
import { edited } from './edited'
import { served } from './served'
import { slowRecording } from './slow-recording'
import { type Visitor, wordsOn } from './visit'
import { type TestWorld, testWorld } from './world'

/** Silence, and before it the name a phone wrote into the file. */
const mp3 = (frames = 40) => {
  const tag = Buffer.from('TPE1\0\0\0\x0a\0\0\0Ruth Hale', 'latin1')
  const frame = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), Buffer.alloc(413)])
  const head = Buffer.concat([Buffer.from('ID3\x03\0\0\0\0\0', 'latin1'), Buffer.from([tag.length]), tag])
  return Buffer.concat([head, ...Array<Buffer>(frames).fill(frame)])
}

test('of a recording the sound is kept, and nothing the phone wrote beside it; what is none, or too long, is refused', async () => {
  expect(mp3().includes('Ruth Hale')).toBe(true)
  const kept = await recorded(mp3())
  if ('refused' in kept) throw new Error(kept.refused)
  expect(kept.type).toBe('audio/mpeg')
  expect(kept.bytes.length).toBeGreaterThan(40 * 400)
  expect(kept.bytes.includes('Ruth')).toBe(false)
  for (const not of ['', '<html><script>', '\xff\xfb', 'OggS', 'ID3\x03\0\0\0\0\0\0'])
    expect(await recorded(Buffer.from(not, 'latin1')), not).toEqual({ refused: 'not-a-voice' })
  expect(await recorded(mp3(8000))).toEqual({ refused: 'too-long' })
})

let world: TestWorld
let site: Awaited<ReturnType<typeof served>>
let kelly: Visitor
beforeAll(async () => {
  world = await testWorld({ families: true })
  site = await served(world)
  await edited(world, cast.marsh.reference, {
    safety: {
      codeWord: [{ id: 'cw', text: 'Pineapple pizza' }],
      bag: [{ id: 'bag1', text: 'The blue bag is packed.' }],
    },
  })
  kelly = await comeIn(world, site, cast.kelly)
})

test('a recording that would take a minute to read is none, and every page is answered meanwhile', async () => {
  const { browser } = await deskOf(world, 'priya', site)
  const url = `${await familyUrl(world, cast.marsh)}/plan/voices`
  const ticket = (await browser.get(url)).forms.find(({ html }) => html.includes('type="file"'))?.fields.ticket ?? ''
  const form = new FormData()
  const text = await publicIdOf(world, await familyIdOf(world, cast.marsh), 'A-R3')
  for (const [name, value] of Object.entries({ ticket, do: 'put', text, readBy: 'Priya' })) form.set(name, value)
  form.set('file', new File([new Uint8Array(slowRecording(60_000))], 'a.m4a'))
  const Cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  let isRead = false
  const sent = fetch(`http://${site.host}${url}?in=en`, { method: 'POST', body: form, headers: { Cookie } })
  const done = sent.then(() => {
    isRead = true
  })
  let longest = 0
  while (!isRead) {
    const asked = performance.now()
    expect((await site.ask('/healthz')).status).toBe(200)
    longest = Math.max(longest, performance.now() - asked)
  }
  await done
  expect(await (await sent).text()).toContain('This is no recording')
  expect(longest).toBeLessThan(2000)
}, 20_000)

const planUrl = async (browser: Visitor) =>
  (await browser.get('/home')).links.find((link) => /^\/p\/[\w-]+$/.test(link)) ?? ''

test('Priya puts a voice beside a rule; who reads the rule hears it, nobody else does, and not once the words are others', async () => {
  const familyId = await familyIdOf(world, cast.marsh)
  const rule = await publicIdOf(world, familyId, 'A-R3')
  const { browser } = await deskOf(world, 'priya', site)
  const url = `${await familyUrl(world, cast.marsh)}/plan/voices`
  const cookieOf = (from: Visitor) => [...from.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const put = async (file: Buffer, fields: Record<string, string>) => {
    const ticket = (await browser.get(url)).forms.find(({ html }) => html.includes('type="file"'))?.fields.ticket ?? ''
    const form = new FormData()
    for (const [name, value] of Object.entries({ ticket, do: 'put', text: rule, ...fields })) form.set(name, value)
    form.set('file', new File([new Uint8Array(file)], 'Ruth.mp3'))
    const to = { method: 'POST', body: form, headers: { Cookie: cookieOf(browser) }, redirect: 'manual' as const }
    return fetch(`http://${site.host}${url}?in=en`, to)
  }
  expect(await (await put(Buffer.from('no sound'), { readBy: 'Priya' })).text()).toContain('This is no recording')
  expect((await put(mp3(), { readBy: 'Priya' })).status).toBe(303)
  expect(wordsOn((await browser.get(url)).html)).toContain('Read by Priya')

  const plan = await planUrl(kelly)
  const page = await kelly.get(`${plan}/listen`)
  expect(wordsOn(page.html)).toContain('This will speak out loud.')
  expect(page.html).toContain(`<source src="${plan}/listen/${rule}" type="audio/mpeg"/></audio>`)
  // For a phone that cannot play it, its own voice.
  expect(page.html).toMatch(/<\/audio><small class="by">[^<]+<\/small><button[^>]+data-lang="en" hidden/)
  expect(page.headers['content-security-policy']).toContain("media-src 'self'")
  expect((await kelly.get(plan)).headers['content-security-policy']).not.toContain('media-src')
  const ask = (who: Visitor, path: string, more = {}) =>
    fetch(`http://${site.host}${path}`, { headers: { Cookie: cookieOf(who), ...more }, redirect: 'manual' })
  const whole = await ask(kelly, `${plan}/listen/${rule}`)
  expect([whole.status, whole.headers.get('content-type')]).toEqual([200, 'audio/mpeg'])
  expect(whole.headers.get('cache-control')).toBe('no-store')
  const bytes = Buffer.from(await whole.arrayBuffer())
  const part = await ask(kelly, `${plan}/listen/${rule}`, { Range: 'bytes=2-5' })
  expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 2-5/${bytes.length}`])
  expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(2, 6))

  const leanne = await comeIn(world, site, cast.leanne)
  const theirs = await ask(leanne, `${await planUrl(leanne)}/listen/${rule}`)
  const never = await ask(leanne, `${await planUrl(leanne)}/listen/AAAAAAAAAAAAAAAAAAAAAA`)
  expect([theirs.status, await theirs.text()]).toEqual([404, await never.text()])

  await world.db.write((db) => [
    db.update(voices).set({ english: 'There is no wine in the flat.' }).where(eq(voices.familyId, familyId)),
  ])
  expect((await kelly.get(`${plan}/listen`)).html).not.toContain('<audio')
  expect((await ask(kelly, `${plan}/listen/${rule}`)).status).toBe(404)
  expect(wordsOn((await browser.get(url)).html)).toContain('The words have changed since Priya read them')
})

test('a code word is read out by nobody, and only what is theirs can be listened to', async () => {
  const { html } = await kelly.get(`${await planUrl(kelly)}/listen`)
  expect(html).toContain('The blue bag is packed.')
  // Nobody sees who does it: it is said. Without script, what nobody has recorded is not there to be pressed in vain.
  expect(html).toMatch(/data-say="Nan: Ring at 7pm/)
  expect(html).toMatch(/<div class="card part" hidden="">[\s\S]*Ring at 7pm/)
  expect(html).not.toContain('Pineapple')
  const bev = await comeIn(world, site, cast.bev)
  expect((await bev.get(`${await planUrl(bev)}/listen`)).html).not.toContain('The blue bag is packed.')
})
