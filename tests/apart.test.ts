/** Who stands apart: drawn round the children for nobody, and named so to nobody who may not know. */
import { describe, expect, test } from 'vitest'
import { isApart, whyApart } from '#app/domain/access/apart'
import { seenBy } from '#app/domain/access/who-sees-what'
import { deskOf, familyUrl, follow } from './at-the-desk'
import * as cast from './cast'
import { caseFile, situationOf } from './situation'
import { wordsOn } from './visit'
import { testWorld } from './world'

const today = '2026-11-23'

test('someone under an order in force stands apart, and so does whoever sees only their own items or must not know of somebody', () => {
  const file = caseFile('harker')
  const why = (id: string, on = today) => whyApart({ file, narrowings: [], today: on }, id)
  expect(why('craig')).toEqual(['own-items', 'order', 'hidden'])
  expect(why('craig', '2027-05-15')).toEqual(why('craig'))
  expect(why('steve')).toEqual(['own-items', 'hidden'])
  expect([why('leanne'), why('ruth'), why('maisie')]).toEqual([[], [], []])
  expect(whyApart({ file, narrowings: [{ itemId: 'ruth', shutTo: 'leanne' }], today }, 'leanne')).toEqual(['hidden'])
})

test('a namesake hidden from Craig changes no byte of what he gets, whom he may ring in his own step included', () => {
  const file = caseFile('harker')
  const steve = file.people.find(({ id }) => id === 'steve')
  if (!steve) throw new Error('Steve is in the family.')
  const craigs = (people: typeof file.people) => JSON.stringify(seenBy(situationOf({ ...file, people }), 'craig'))
  const { phone: _, ...without } = steve
  const namesake = { ...without, id: 'steve-2', name: 'Steve Ames', hiddenFrom: ['craig'] }
  expect(craigs(file.people)).toContain(steve.phone)
  expect(craigs([...file.people, namesake])).toBe(craigs(file.people))
})

test('that somebody is hidden from Danny changes no byte of what Kelly gets', () => {
  const file = caseFile('marsh')
  const kellys = (narrowings: { itemId: string; shutTo: string }[]) =>
    JSON.stringify(seenBy(situationOf(file, { narrowings }), 'kelly'))
  expect(kellys([{ itemId: 'toni', shutTo: 'danny' }])).toBe(kellys([]))
  expect(isApart({ file, today }, 'danny')).toBe(false)
})

test('whoever is under an order without a narrow view is apart for all, and their own page has no drawing either', () => {
  const file = caseFile('marsh')
  file.courtOrders = [{ kind: 'an order', against: 'danny', until: '2027-01-01' }]
  const apartFor = (viewer: string) =>
    seenBy(situationOf(file), viewer)?.people.flatMap(({ name, apart }) => (apart ? [name] : []))
  expect([apartFor('kelly'), apartFor('toni')]).toEqual([['Danny'], ['Danny']])
  expect(seenBy(situationOf(file), 'danny')?.viewer.apart).toBe(true)
  expect(seenBy(situationOf(file, { today: '2027-06-01' }), 'danny')?.viewer.apart).toBe(true)
})

describe('at the desk', () => {
  test('they stand in a band of their own, never under a circle, and in no ring', async () => {
    const world = await testWorld({ families: true })
    const { browser } = await deskOf(world, 'tom')
    const people = await browser.get(`${await familyUrl(world, cast.harker)}/people`)
    const bands = people.html.split('<h2>').slice(1)
    const craigs = bands.filter((band) => band.includes('<b>Craig Dunn</b>'))
    expect(craigs).toHaveLength(1)
    expect(craigs[0]).toMatch(/^Sees only what is about them</)
    expect(craigs[0]).toContain('<b>Steve Dunn</b>')
    expect(wordsOn(craigs[0] ?? '')).toContain('court order')
    const ring = people.html.match(/<svg class="circles"[\s\S]*?<\/svg>/)?.[0] ?? ''
    expect(ring).toMatch(/>RO?</)
    expect(ring).not.toMatch(/>CD?<|>SD?</)
  })

  test('one line has one next act; the rest stands behind “More”, without script', async () => {
    const world = await testWorld({ families: true })
    const { browser } = await deskOf(world, 'tom')
    const people = await browser.get(`${await familyUrl(world, cast.harker)}/people`)
    const rows = people.html.match(/<li class="line"[\s\S]*?<\/li>/g) ?? []
    for (const row of rows) expect((row.match(/button next/g) ?? []).length).toBeLessThanOrEqual(1)
    const leannes = rows.find((row) => row.includes('Leanne Harker')) ?? ''
    expect(leannes).toMatch(/button next"[^>]*>Invite</)
    expect(leannes).toMatch(/<details class="menu"><summary[^>]*>More<[\s\S]*See as Leanne/)
  })

  test('before Craig is invited, all that he will see is shown; of Leanne nothing of the kind', async () => {
    const world = await testWorld({ families: true })
    const { browser } = await deskOf(world, 'tom')
    const people = await browser.get(`${await familyUrl(world, cast.harker)}/people`)
    const page = await follow(browser, people, 'Invite Craig')
    expect(wordsOn(page.html)).toContain('This is all Craig will see')
    const frame = page.html.match(/<iframe[^>]*src="([^"]*)"/)?.[1] ?? ''
    const phone = await browser.get(frame)
    expect(wordsOn(phone.html)).toContain('Go to the course.')
    expect(phone.html).not.toContain('Maureen')
    expect((await follow(browser, people, 'Invite Leanne')).html).not.toContain('<iframe')
  })
})
