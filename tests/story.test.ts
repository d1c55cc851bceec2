/** The children's story as it is read: one frame a page, by its address alone. */
import { beforeAll, describe, expect, test } from 'vitest'
import { alsoSaidBy } from '#app/domain/access/read-log'
import { exportFamily } from '#app/domain/record/export'
import { newsFor } from '#app/domain/said/news'
import { publicIds, said } from '#db/schema'
import { agnieszka, bev, type CastMember, craig, kacper, kelly, leanne, wojcik } from './cast'
import { personOf } from './coming-in'
import { edited } from './edited'
import { served } from './served'
import { signedIn } from './signed-in'
import { viewOf } from './speaking'
import { type TestWorld, testWorld } from './world'

let world: TestWorld
let read: (who: CastMember, page?: string) => Promise<{ status: number; body: string }>

beforeAll(async () => {
  world = await testWorld({ families: true })
  const site = await served(world)
  const people = new Map<CastMember, Awaited<ReturnType<typeof signedIn>>>()
  for (const who of [kelly, bev, craig, kacper, leanne]) people.set(who, await signedIn(world, who))
  read = async (who, page = '') => {
    const { cookie = '', plan = '' } = people.get(who) ?? {}
    return site.ask(`${plan}/story${page}`, { headers: { Cookie: cookie } })
  }
})

/** The words of the frame that is on the screen, and how far it is. */
const onScreen = (body: string) => ({
  says: body.match(/<section class="frame">.*?<p class="say">(.*?)<\/p>/)?.[1],
  page: body.match(/<span>([^<]*)<\/span>/)?.[1]?.replaceAll('<!-- -->', ''),
  ways: [...(body.match(/<nav class="turn".*?<\/nav>/)?.[0] ?? '').matchAll(/href="([^"]*)"/g)].map(([, to]) => to),
})

describe('Kelly reads it with the children', () => {
  test('it opens at the first frame, and leads on', async () => {
    const { body } = await read(kelly)
    expect(onScreen(body)).toMatchObject({ says: expect.stringMatching(/^This is Alfie, Poppy/), page: '1 of 7' })
    expect(onScreen(body).ways).toEqual([expect.stringMatching(/story\?page=2$/)])
  })

  test('a frame in the middle leads on and back', async () => {
    const { says, ways } = onScreen((await read(kelly, '?page=2')).body)
    expect(says).toBe('Dad, Nan, Ms Orr and Priya are worried. Mum is worried too.')
    expect(ways).toEqual([expect.stringMatching(/story\?page=3$/), expect.stringMatching(/story$/)])
  })

  test('the last one says that it is the end, and leads home', async () => {
    const { body } = await read(kelly, '?page=7')
    expect(body).toContain('This is the end of the story.')
    expect(onScreen(body).ways).toEqual(['/home', expect.stringMatching(/story\?page=6$/)])
  })

  test('it has a look of its own, which no other page carries', async () => {
    expect((await read(kelly)).body).toContain('.frame[hidden]{display:none}')
    expect((await read(kelly, '-nowhere')).body).not.toContain('.frame')
  })

  test('every frame is there for the printer, and none but the one that is read for the screen', async () => {
    const { body } = await read(kelly, '?page=3')
    expect(body.match(/<section class="frame" hidden="">/g)).toHaveLength(6)
    expect(body.match(/<section class="frame"/g)).toHaveLength(7)
  })

  test.each([
    '?page=8',
    '?page=0',
    '?page=-1',
    '?page=1.5',
    '?page=two',
    '?page=',
  ])('%s is a page that never was', async (page) => {
    const none = await read(kelly, page)
    expect(none.status).toBe(404)
    expect(none.body).toBe((await read(kelly, '-nowhere')).body)
  })
})

test('nobody reads a frame of a story that is not theirs, or not yet', async () => {
  expect((await read(leanne, '?page=7')).status).toBe(200)
  for (const who of [bev, craig, kacper]) expect((await read(who, '?page=1')).status, who.id).toBe(404)
})

describe('how a yes to it was given is a worker’s note', () => {
  const NOTE = /frames 3-4|drank too much/

  test('and nobody reads it as words of their own', async () => {
    for (const who of [craig, kelly, leanne]) {
      const kept = (await exportFamily(world, who.family)).said?.approvals?.map(({ words }) => words)
      expect(kept?.join()).toMatch(NOTE)
      expect((await alsoSaidBy(world, await viewOf(world, who))).words.map(({ words }) => words).join()).not.toMatch(
        NOTE,
      )
    }
  })

  test('what was written back to it is still theirs, without the note', async () => {
    const { familyId } = await personOf(world, craig)
    const at = world.now().toISOString()
    const entry = { id: 'back', by: 'tom', on: at.slice(0, 10), words: 'Ring me about it.', to: 'ap2' }
    const row = { familyId, id: 'back', kind: 'replies' as const, by: 'tom', about: 'ap2', savedAt: at, entry }
    await world.db.write((db) => [
      db.insert(said).values({ ...row, sharedWith: 'worker' }),
      db.insert(publicIds).values({ familyId, itemId: 'back', publicId: 'back' }),
    ])
    const plan = await viewOf(world, craig)
    const { words } = await alsoSaidBy(world, plan)
    expect(words).toMatchObject([{ replies: [{ words: 'Ring me about it.' }] }])
    expect(JSON.stringify([words, await newsFor(world, plan, at.slice(0, 10))])).not.toMatch(NOTE)
  })
})

/** As somebody who has it in front of them. */
async function saysYes(own: TestWorld, by: string, about: string, frames: { text: string; picture: string }[]) {
  const { familyId } = await personOf(own, agnieszka)
  const savedAt = own.now().toISOString()
  const entry = { id: `yes-${by}`, by, on: savedAt.slice(0, 10), about, view: 'yes' as const }
  const textRead = JSON.stringify(frames.map(({ text, picture }) => JSON.stringify([text, picture])))
  const row = { familyId, id: entry.id, kind: 'approvals' as const, by, about, savedAt, entry, textRead }
  await own.db.write((db) => [
    db.insert(said).values(row),
    db.insert(publicIds).values({ familyId, itemId: entry.id, publicId: entry.id }),
  ])
}

test('a story of one child by itself is read by that child and by who knows everything, and by no other child', async () => {
  const own = await testWorld({ families: true })
  const frame = (id: string, text: string) => ({ id, text, part: id, picture: 'A house' })
  const stories = [
    {
      child: 'kacper',
      readyForChildren: true,
      frames: [frame('K-1', 'Kacper helps too much.'), frame('K-2', 'Now others help.')],
    },
    { child: 'zosia', readyForChildren: true, frames: [frame('L-1', 'Zosia was frightened.')] },
  ]
  await edited(own, wojcik.reference, { stories })
  const site = await served(own)
  const pageOf = async (who: CastMember) => {
    const { cookie, plan } = await signedIn(own, who)
    return (path: string) => site.ask(`${plan}${path}`, { headers: { Cookie: cookie } })
  }
  const [his, hers] = [await pageOf(kacper), await pageOf(agnieszka)]
  const linksTo = (body: string) => [...new Set([...body.matchAll(/\/story\?of=([\w-]+)/g)].map(([, child]) => child))]
  // Until each parent has said yes to it, he reads nothing.
  expect(linksTo((await his('')).body)).toEqual([])
  for (const by of ['agnieszka', 'tomasz']) await saysYes(own, by, 'kacper', stories[0]?.frames ?? [])
  const [mine] = linksTo((await his('')).body)
  const all = linksTo((await hers('')).body)
  expect(all).toHaveLength(2)
  expect(linksTo((await his('')).body)).toEqual([mine])
  const first = await his(`/story?of=${mine}`)
  expect(first.body).toContain('Kacper helps too much.')
  expect(onScreen(first.body)).toMatchObject({ page: '1 of 2', ways: [expect.stringMatching(`of=${mine}&amp;page=2`)] })
  const other = all.find((child) => child !== mine)
  expect((await hers(`/story?of=${other}`)).body).toContain('Zosia was frightened.')
  expect((await his(`/story?of=${other}`)).status).toBe(404)
})
