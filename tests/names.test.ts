import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { seenBy, seenByStaff } from '#app/domain/access/who-sees-what'
import { personCalled } from '#app/domain/plan/called'
import type { CaseFile, Person } from '#app/domain/plan/case-file'
import { firstName } from '#app/domain/plan/names'
import { Face } from '#app/views/face'
import { caseFile, situationOf } from './situation'

/** The Marsh family with these people changed, or more beside them. */
function marshWith(...people: (Pick<Person, 'id'> & Partial<Person>)[]): CaseFile {
  const file = caseFile('marsh')
  const changed = file.people.map((one) => ({ ...one, ...people.find(({ id }) => id === one.id) }))
  const more = people
    .filter(({ id }) => !file.people.some((one) => one.id === id))
    .map((one) => ({ name: one.id, relationship: 'friend', kind: 'network', circle: 'inner', ...one }) as Person)
  return { ...file, people: [...changed, ...more] }
}

/** What this viewer reads each person called, by full name. */
function calledBy(viewer: string, file: CaseFile): Record<string, string> {
  const seen = seenBy(situationOf(file), viewer)
  if (!seen) throw new Error(`${viewer} has no view`)
  return Object.fromEntries([seen.viewer, ...seen.people].map(({ fullName, name }) => [fullName, name]))
}

describe('what people are called', () => {
  test.each([
    ['Kelly Marsh', 'Kelly'],
    ['  Kelly   Marsh ', 'Kelly'],
    ['\u00a0Kelly\u00a0Marsh', 'Kelly'],
    ['\u200eKelly Marsh\u200f', 'Kelly'],
    ['PC Jones', 'PC Jones'],
    ['Ms Orr', 'Ms Orr'],
    ['Dr. Amina Patel', 'Dr. Amina Patel'],
    ['Aunty Bev', 'Aunty Bev'],
    ['Great Aunt Vi Hill', 'Great Aunt Vi'],
    ['Big Dave', 'Big Dave'],
    ['Step-dad Gary', 'Step-dad Gary'],
    ['Marsh, Kelly', 'Kelly'],
    ['Di Fox', 'Di'],
    ['DI Fox', 'DI Fox'],
    ['Aunty Bev Adeyemi', 'Aunty Bev'],
    ['Halina', 'Halina'],
    ['D’Arcy O’Brien', 'D’Arcy'],
    ["d'Arcy O'Brien", "d'Arcy"],
    ['Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschaferswessenschafe', undefined],
  ])('%s', (fullName, called = fullName) => {
    expect(firstName(fullName)).toBe(called)
  })

  test('two of one first name are told apart by as little as does it, and nobody else changes', () => {
    const file = marshWith({ id: 'k2', name: 'Kelly Frost' }, { id: 't2', name: 'Toni Marlow' })
    expect(calledBy('danny', file)).toMatchObject({
      'Kelly Marsh': 'Kelly M',
      'Kelly Frost': 'Kelly F',
      'Toni Marsh': 'Toni Marsh',
      'Toni Marlow': 'Toni Marlow',
      'Danny Frost': 'Danny',
    })
  })

  test('of one whole name, by what they are to the family, and when nothing else is left by a number', () => {
    const senior = { id: 'd2', name: 'Danny Frost', addressAs: 'grandad' }
    const plain = [
      { id: 'x1', name: 'Sam' },
      { id: 'x2', name: 'Sam' },
    ]
    const all = seenBy(situationOf(marshWith(senior, ...plain)), 'kelly')
    const names = all?.people.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['Danny (Dad)', 'Danny (grandad)', 'Sam', 'Sam 2']))
  })

  test('a worker of a relative’s first name is told apart too, wherever the plan speaks of them', () => {
    const seen = seenBy(situationOf(marshWith({ id: 'p2', name: 'Priya Sen' })), 'danny')
    expect(seen?.worker.name).toBe('Priya N')
  })

  test('a child keeps the plain name; the grown-up of that name has the letter', () => {
    const seen = seenBy(situationOf(marshWith({ id: 'a2', name: 'Alfie Marsh' })), 'danny')
    expect(seen?.children.map(({ name }) => name)).toEqual(['Alfie', 'Poppy'])
    expect(seen?.people.map(({ name }) => name)).toContain('Alfie M')
  })

  test('never by a surname that would tell the reader what is kept from them', () => {
    const file = marshWith({ id: 'k2', name: 'Kelly Blackthorn', addressAs: 'friend' })
    file.giveaways = [{ words: ['Blackthorn'], keepFrom: ['danny'] }]
    const seen = seenBy(situationOf(file), 'danny')
    const names = seen?.people.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['Kelly M', 'Kelly B']))
    const both = marshWith({ id: 'k2', name: 'Kelly Marshwood', addressAs: 'friend' })
    both.giveaways = [{ words: ['Marshwood'], keepFrom: ['danny'] }]
    const told = seenBy(situationOf(both), 'danny')?.people.map(({ name }) => name)
    expect(told).toEqual(expect.arrayContaining(['Kelly Marsh', 'Kelly (friend)']))
  })

  test('never by the name of somebody shut to the reader since, in nobody’s name, word or times', () => {
    const file = marshWith(
      { id: 'k2', name: 'Zoe’s nan', addressAs: 'Zoe’s nan', alsoKnownAs: ['Zoe’s nan'] },
      { id: 'k3', name: 'Zoe’s', addressAs: 'friend' },
      { id: 'k4', name: 'Mo', addressAs: 'Zoe’s boss', availability: 'After Zoe’s shift' },
      { id: 'zoe', name: 'Zoe' },
    )
    const narrowings = [{ itemId: 'zoe', shutTo: 'danny' }]
    const reads = (viewer: string) => JSON.stringify(seenBy(situationOf(file, { narrowings }), viewer))
    expect(reads('danny')).not.toContain('Zoe')
    const names = seenBy(situationOf(file, { narrowings }), 'danny')?.people.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['nan', 'friend', 'Mo']))
    expect(reads('kelly')).toContain('After Zoe’s shift')
    expect(reads('kelly')).toContain('Zoe’s boss')
  })

  test('by nothing else they are known as: only a word that is for others anyway becomes the name', () => {
    const file = marshWith({ id: 'toni', alsoKnownAs: ['Redshoes', 'Tonks'] })
    expect(calledBy('danny', file)).toMatchObject({ 'Toni Marsh': 'Toni', 'Sheila Marsh': 'Nan' })
    for (const seen of [seenBy(situationOf(file), 'danny'), seenByStaff(situationOf(file), 'priya')])
      expect(JSON.stringify(seen)).not.toMatch(/Redshoes|Tonks/)
    expect(personCalled(file, {}, 'toni').name).toBe('Toni')
  })

  test('by the name that is for others, wherever there is one; the desk has the record’s behind it', () => {
    const names = { shownAs: 'Tonia Hill', formerNames: [{ name: 'Toni Frost', until: '2019-01-01' }] }
    const file = marshWith({ id: 'toni', ...names })
    expect(calledBy('danny', file)).toMatchObject({ 'Tonia Hill': 'Tonia' })
    for (const who of ['danny', 'toni', 'bev'])
      expect(JSON.stringify(seenBy(situationOf(file), who))).not.toMatch(/Toni Marsh|Toni Frost/)
    expect(personCalled(file, {}, 'toni')).toMatchObject({ name: 'Tonia', fullName: 'Tonia Hill (Toni Marsh)' })
  })

  test('the desk tells everyone in the family apart, hidden from each other or not', () => {
    const file = marshWith({ id: 'k2', name: 'Kelly Frost', hiddenFrom: ['danny'] })
    expect(calledBy('danny', file)).toMatchObject({ 'Kelly Marsh': 'Kelly' })
    expect(personCalled(file, {}, 'kelly').name).toBe('Kelly M')
    const staffView = seenByStaff(situationOf(file), 'priya')
    expect(staffView.people.map(({ name }) => name)).toEqual(expect.arrayContaining(['Kelly M', 'Kelly F']))
  })
})

describe('initials in a circle', () => {
  const initials = (viewer: string, file: CaseFile) => {
    const seen = seenBy(situationOf(file), viewer)
    return Object.fromEntries((seen?.people ?? []).map(({ name, initials }) => [name, initials]))
  }

  test('are one letter, two for a name of two words, and none of a title', () => {
    const shown = initials('danny', marshWith({ id: 'n2', name: 'Nana Mo' }, { id: 'pc', name: 'PC Shah' }))
    expect(shown).toMatchObject({ Kelly: 'K', 'Nana Mo': 'NM', 'PC Shah': 'S', 'Ms Orr': 'O' })
  })

  test('are more where two would be alike: in accents and capitals too', () => {
    const file = marshWith({ id: 'k2', name: 'Kacper Nowak' }, { id: 'z1', name: 'Żaneta' }, { id: 'z2', name: 'zoe' })
    expect(initials('danny', file)).toMatchObject({ Kelly: 'Ke', Kacper: 'Ka', Żaneta: 'Ża', zoe: 'Zo' })
  })

  test('stand in the face as they are', () => {
    expect(renderToStaticMarkup(Face({ of: { name: 'Kelly M', initials: 'KM' } }))).toContain('>KM<')
  })
})
