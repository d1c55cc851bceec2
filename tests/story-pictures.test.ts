/** A picture in a story: what is kept of the file that was sent, who gets it, and what is refused. */
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { openDraftOf } from '#app/domain/council/open-draft'
import type { FamilyFile } from '#app/domain/plan/case-file'
import { frameIn, rowOf } from '#app/domain/record/pictures/put-picture'
import { type Picture, redrawn } from '#app/domain/record/pictures/redrawn'
import { pictures } from '#db/schema'
import { deskOf, familyUrl, MAIN } from './at-the-desk'
import * as cast from './cast'
import { comeIn } from './come-in'
import { familyIdOf, publicIdOf } from './desk-world'
import { edited } from './edited'
import { served } from './served'
import type { Visitor } from './visit'
import { type TestWorld, testWorld } from './world'

type Site = Awaited<ReturnType<typeof served>>

/** A drawing as a phone takes it: on its side, and with where it was taken. */
const photo = (width = 900, height = 600) =>
  sharp({
    create: { width, height, channels: 3, background: '#fff', noise: { type: 'gaussian', mean: 200, sigma: 30 } },
  })
    .jpeg()
    .withMetadata({ orientation: 6 })
    .withExif({ IFD0: { Make: 'Ruths phone', Copyright: 'Ruth Hale' }, IFD3: { GPSLatitude: '51/1 30/1 12/1' } })
    .toBuffer()

const drawn = async (bytes: Uint8Array) => {
  const picture = await redrawn(bytes)
  if ('refused' in picture) throw new Error(picture.refused)
  return picture
}

test('of a phone’s photo nothing is kept but what is to be seen in it, the right way up', async () => {
  const sent = await photo()
  expect((await sharp(sent).metadata()).exif).toBeDefined()
  expect(sent.toString('latin1')).toContain('Ruth Hale')
  const { bytes, width, height } = await drawn(Buffer.concat([sent, Buffer.from('<script>alert(1)</script>')]))
  const kept = await sharp(bytes).metadata()
  expect([kept.format, kept.exif, kept.xmp, kept.iptc, kept.icc, kept.orientation]).toEqual(['jpeg', ...Array(5)])
  expect(bytes.toString('latin1')).not.toMatch(/Exif|Ruth|<script>/)
  expect([width, height]).toEqual([600, 900])
})

test('what is no whole still picture of a phone’s size is refused', async () => {
  const white = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#fff' } })
  const whole = await photo()
  const frames = ['#f00', '#0f0'].map((background) => ({
    create: { width: 8, height: 8, channels: 3, background },
  }))
  const huge = Buffer.from(await white(10, 10).png().toBuffer())
  // Its head alone says 20,000 by 20,000: it is refused before anything is unpacked.
  huge.writeUInt32BE(20_000, 16)
  huge.writeUInt32BE(20_000, 20)
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
  const hostile: [string, Uint8Array, string][] = [
    ['a drawing that may hold code', Buffer.from(svg), 'not-a-picture'],
    [
      'a page that says it is a picture',
      Buffer.from('\xff\xd8\xff<html><script>alert(1)</script>', 'latin1'),
      'not-a-picture',
    ],
    [
      'an animation',
      await sharp(frames as never, { join: { animated: true } })
        .webp()
        .toBuffer(),
      'moves',
    ],
    ['a GIF', await white(9, 9).gif().toBuffer(), 'not-a-picture'],
    ['a TIFF', await white(9, 9).tiff().toBuffer(), 'not-a-picture'],
    ['half a photo', whole.subarray(0, whole.length / 2), 'not-a-picture'],
    ['more pixels than any phone takes', huge, 'too-many-pixels'],
    ['so many in truth', await white(8100, 8100).png().toBuffer(), 'too-many-pixels'],
    ['nothing', Buffer.alloc(0), 'not-a-picture'],
  ]
  for (const [what, bytes, why] of hostile) expect(await redrawn(bytes), what).toEqual({ refused: why })
})

let world: TestWorld
let site: Site
let picture: Picture
let ids: Record<'kelly' | 'danny', string>

/** The Marsh story with Alfie's drawing in its second frame, which Danny may not see, and a symbol in its third. */
beforeAll(async () => {
  world = await testWorld({ families: true })
  site = await served(world)
  picture = await drawn(await photo())
  const familyId = await familyIdOf(world, cast.marsh)
  await world.db.write((db) => [db.insert(pictures).values(rowOf(world, familyId, picture))])
  const [version] = await world.db.read.query.versions.findMany({ where: (row) => eq(row.familyId, familyId) })
  const story = (version?.document as FamilyFile | undefined)?.plan.story
  if (!story) throw new Error('No story.')
  const [, second, third] = story.frames
  if (second)
    Object.assign(second, {
      image: { file: `${picture.hash}.jpg`, alt: { id: 'F2-alt', text: 'Nan with a big key', hiddenFrom: ['danny'] } },
    })
  if (third) Object.assign(third, { image: { file: 'symbol-door.svg', alt: { id: 'F3-alt', text: 'An open door' } } })
  await edited(world, cast.marsh.reference, { story })
  ids = { kelly: await publicIdOf(world, familyId, 'F2-alt'), danny: await publicIdOf(world, familyId, 'F3-alt') }
})

async function asked(browser: Visitor, path: string) {
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const answer = await fetch(`http://${site.host}${path}`, { headers: { Cookie: cookie }, redirect: 'manual' })
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) }
}
const planUrl = async (browser: Visitor) =>
  (await browser.get('/home')).links.find((link) => /^\/p\/[\w-]+$/.test(link)) ?? ''

test('Kelly reads the story with its picture; nothing on her page says by what name it is kept, and nothing is kept of it', async () => {
  const kelly = await comeIn(world, site, cast.kelly)
  const plan = await planUrl(kelly)
  const { html } = await kelly.get(`${plan}/story?page=2`)
  expect(html).toContain(`src="${plan}/story/${ids.kelly}" alt="Nan with a big key"`)
  expect(html).not.toContain(picture.hash.slice(0, 12))
  const { status, headers, bytes } = await asked(kelly, `${plan}/story/${ids.kelly}`)
  expect(status).toBe(200)
  expect(bytes.equals(picture.bytes)).toBe(true)
  expect(headers.get('content-type')).toBe('image/jpeg')
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  const symbol = await asked(kelly, `${plan}/story/${ids.danny}`)
  expect(symbol.headers.get('content-type')).toBe('image/svg+xml')
})

test('a picture that is not theirs is what never was: of a frame they may not see, of another family, of a story not yet released', async () => {
  const never = async (browser: Visitor, path: string) => {
    const one = await asked(browser, path)
    const none = await asked(browser, `${path.slice(0, -22)}AAAAAAAAAAAAAAAAAAAAAA`)
    expect([one.status, one.bytes.toString()]).toEqual([404, none.bytes.toString()])
  }
  const danny = await comeIn(world, site, cast.danny)
  const plan = await planUrl(danny)
  expect((await danny.get(`${plan}/story?page=2`)).html).not.toMatch(/big key|class="drawn"/)
  await never(danny, `${plan}/story/${ids.kelly}`)
  expect((await asked(danny, `${plan}/story/${ids.danny}`)).status).toBe(200)
  const bev = await comeIn(world, site, cast.bev)
  await never(bev, `${await planUrl(bev)}/story/${ids.kelly}`)
  const leanne = await comeIn(world, site, cast.leanne)
  await never(leanne, `${await planUrl(leanne)}/story/${ids.kelly}`)
  const { browser: tom } = await deskOf(world, 'tom', site)
  const url = `${await familyUrl(world, cast.marsh)}/pictures/${picture.hash}.jpg`
  expect((await asked(tom, url)).status).toBe(404)
  const { browser: priya } = await deskOf(world, 'priya', site)
  expect((await asked(priya, url)).bytes.equals(picture.bytes)).toBe(true)
})

test('the worker puts a photo into a frame without script, or is told what is wrong with it and keeps her words; what nothing names goes after 30 days', async () => {
  const { browser } = await deskOf(world, 'priya', site)
  const url = `${await familyUrl(world, cast.marsh)}/plan`
  await browser.send(await browser.get(`${url}/edit`), MAIN)
  const familyId = await familyIdOf(world, cast.marsh)
  const frame = await publicIdOf(world, familyId, 'F4')
  const page = `${url}/picture/${frame}`
  const send = async (file: Uint8Array, fields: Record<string, string>) => {
    const ticket = (await browser.get(page)).forms.find(({ html }) => html.includes('name="symbol"'))?.fields.ticket
    const form = new FormData()
    for (const [name, value] of Object.entries({ ticket: ticket ?? '', do: 'put', ...fields })) form.set(name, value)
    if (file.length > 0) form.set('file', new File([new Uint8Array(file)], 'at Ruth’s house.jpg'))
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const to = { method: 'POST', body: form, headers: { Cookie: cookie }, redirect: 'manual' as const }
    const answer = await fetch(`http://${site.host}${page}`, to)
    return { status: answer.status, html: await answer.text(), to: answer.headers.get('location') }
  }
  const inDraft = async () => {
    const draft = await openDraftOf(world, familyId)
    return draft && frameIn(draft.writing.document, 'F4')
  }
  const wrong = await send(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), { alt: 'Priya’s words' })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toMatch(/This is no photo we can read[\s\S]*Priya’s words/)
  expect((await send(await photo(), { alt: ' ' })).html).toContain('Write what is to be seen')
  expect((await send(Buffer.alloc(17 * 1024 * 1024), { alt: 'Too much' })).status).toBe(413)

  // Larger than any other form may be.
  const large = Buffer.concat([await photo(), Buffer.alloc(3 * 1024 * 1024)])
  expect((await send(large, { alt: 'Alfie’s drawing' })).to).toContain('/plan/edit/dates#i-')
  const put = await inDraft()
  expect(put?.alt.text).toBe('Alfie’s drawing')
  expect(put?.file).toMatch(/^[0-9a-f]{64}\.jpg$/)
  expect((await browser.get(`${url}/edit/dates`)).html).toContain(`/pictures/${put?.file}`)

  await send(new Uint8Array(), { symbol: 'house', alt: 'A house' })
  expect((await inDraft())?.file).toBe('symbol-house.svg')
  const kept = async () => (await world.db.read.select({ hash: pictures.hash }).from(pictures)).map(({ hash }) => hash)
  expect(await kept()).toHaveLength(2)
  world.clock.forward({ days: 31 })
  const again = (await deskOf(world, 'priya', site)).browser
  for (const [name, value] of again.cookies) browser.cookies.set(name, value)
  await send(new Uint8Array(), { do: 'none' })
  expect(await inDraft()).toMatchObject({ file: '', alt: { text: '' } })
  // What a version names stays.
  expect(await kept()).toEqual([picture.hash])
})
