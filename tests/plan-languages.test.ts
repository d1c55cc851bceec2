/** A plan goes to a translator and comes back: without a name on the way, whole or not at all, and marked unchecked. */
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { textsRead } from '#app/domain/access/texts-read'
import { sideBySide, textsFor, translating } from '#app/domain/desk/translating'
import type { FamilyFile } from '#app/domain/plan/case-file'
import { maskOf, unmasked } from '#app/domain/plan/languages/placeholders'
import { readXliff } from '#app/domain/plan/languages/read-xliff'
import { type Line, sheetOf, type ToTranslate } from '#app/domain/plan/languages/sheet'
import { readTable, tableOf } from '#app/domain/plan/languages/table'
import { takenFrom } from '#app/domain/plan/languages/taken'
import { translationOf, withTranslations } from '#app/domain/plan/languages/translations'
import { xliffOf } from '#app/domain/plan/languages/xliff'
import { allNames } from '#app/domain/plan/names'
import { changed } from './broken-files'
import * as cast from './cast'
import { familyIdOf } from './desk-world'
import { CASES, caseFile } from './situation'
import { testWorld } from './world'

const today = '2026-11-23'
const textsOf = (file: FamilyFile): ToTranslate[] =>
  textsRead({ file, narrowings: [], today }).map((text, at) => ({ ...text, id: `t-${at}` }))
const draft = { status: 'draft', by: 'A. Translator' } as const

describe('no name leaves', () => {
  test.each(CASES)('of %s: neither a name, an alias, a child nor a number is in either file', (name) => {
    const file = caseFile(name)
    const { lines, withheld } = sheetOf(file, maskOf(file), 'cs', textsOf(file))
    expect(lines.length).toBeGreaterThan(40)
    expect(withheld).toEqual([])
    const names = [...file.people.flatMap(allNames), ...file.children.map(({ firstName }) => firstName)]
    const words = names.flatMap((one) => one.split(/\s+/)).filter((word) => /^\p{Lu}\p{L}{2,}/u.test(word))
    const titles = new Set(['Mrs', 'Miss', 'Sgt'])
    for (const sent of [xliffOf(lines, 'cs'), tableOf(lines)])
      for (const word of words.filter((one) => !titles.has(one)))
        expect(sent).not.toMatch(new RegExp(`\\b${word}\\b`, 'u'))
    expect(xliffOf(lines, 'cs')).toContain('disp="{person ')
  })

  test('a phone number, spelt or not, and a name in a possessive, in two ways, in one text', () => {
    const file = caseFile('marsh')
    const masked = maskOf(file)('Kelly Marsh rings Danny on 07700 900134. Kelly’s key. Kelly.')
    expect(masked?.text).toMatch(
      /^\{person (\d+)\} rings \{person \d+\} on \{number 1\}\. \{person \1b\}’s key\. \{person \1b\}\.$/,
    )
    expect([...(masked?.stands.values() ?? [])]).toEqual(['Kelly Marsh', 'Danny', '07700 900134', 'Kelly'])
  })
})

test('a surname behind an initial, or that several have, is nobody’s of whom the plan speaks', () => {
  const file = caseFile('marsh')
  const kelly = maskOf(file)('Kelly Marsh')?.text
  const masked = maskOf(file)('Mr J. Marsh comes, Kelly Marsh not.')
  expect([...(masked?.stands.values() ?? [])]).toEqual(['J. Marsh', 'Kelly Marsh'])
  expect(masked?.text).toMatch(/^Mr \{person \d+\} comes, /)
  expect(masked?.text.split(', ')[0]).not.toContain(kelly)
  const person = { id: 'x', relationship: 'uncle', kind: 'network' as const }
  const shared = { ...file, people: [...file.people, { ...person, name: 'Ian Marsh' }] }
  const [whole, , surname] = ['Kelly Marsh', 'Ian Marsh', 'The Marsh house'].map((one) => maskOf(shared)(one)?.text)
  expect(surname).toMatch(/^The \{person \d+\} house$/)
  expect(surname).not.toContain(whole)
})

/** As a translator would: every text has its placeholders in it and "xx" before. */
const translated = (lines: Line[]): Line[] => lines.map((line) => ({ ...line, target: `xx ${line.source}` }))

describe('there and back', () => {
  const file = caseFile('marsh')
  const texts = textsOf(file)
  const mask = maskOf(file)
  const { lines } = sheetOf(file, mask, 'pl', texts)
  const asked = { file, mask, language: 'pl', texts }

  test.each([
    ['XLIFF', (some: Line[]) => readXliff(xliffOf(some, 'pl'), 'pl')],
    ['a table', (some: Line[]) => readTable(tableOf(some))],
  ])('by %s every text comes back with the right names', (_, way) => {
    const read = way(translated(lines))
    if (!('returned' in read)) throw new Error(read.fault)
    const taken = takenFrom(asked, read.returned, draft)
    if ('faults' in taken) throw new Error(taken.faults[0]?.message)
    expect(taken.left).toBe(0)
    expect(Object.keys(taken.changes).length).toBe(lines.length)
    for (const { key, english } of texts)
      expect(taken.changes[key]).toEqual({ text: `xx ${english}`, of: english, ...draft })
  })

  test('signs that XML and tables live by, quotation marks and lines survive', () => {
    const one = [
      { id: 'a', where: 'Rule 1', source: '<b> & "x", {person 1};\nnext', target: '', state: 'missing' as const },
    ]
    expect(readXliff(xliffOf(one, 'pl'), 'pl')).toEqual({ returned: [{ id: 'a', source: one[0]?.source, target: '' }] })
    expect(readTable(tableOf(one))).toEqual({ returned: [{ id: 'a', source: one[0]?.source, target: '' }] })
  })

  test('a program that cuts a text into segments, adds parts of its own and drops what a name showed brings it back whole', () => {
    const xml = `<?xml version="1.0"?><x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:2.0" xmlns:m="urn:other" version="2.1" srcLang="en" trgLang="pl-PL">
      <x:file id="f"><m:meta>Kot</m:meta><x:group id="g"><x:unit id="a"><x:notes><x:note>Rule</x:note></x:notes>
      <x:segment><x:source>One <x:ph id="person-2"/>.</x:source><x:target>Raz <x:pc id="1"><x:ph id="person-2.2"/></x:pc>.</x:target></x:segment>
      <x:ignorable><x:source> </x:source><x:target> </x:target></x:ignorable>
      <x:segment><x:source>Two.</x:source><x:target>Dwa &#xA0;&amp; trzy.</x:target></x:segment></x:unit></x:group></x:file></x:xliff>`
    expect(readXliff(xml, 'pl')).toEqual({
      returned: [{ id: 'a', source: 'One {person 2}. Two.', target: 'Raz {person 2}. Dwa \u00a0& trzy.' }],
    })
  })

  const unit = (inner: string) =>
    readXliff(
      `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0" version="2.0" srcLang="en" trgLang="pl"><file id="f"><unit id="a">${inner}</unit></file></xliff>`,
      'pl',
    )
  const part = (source: string, target = '', is = 'segment') => `<${is}><source>${source}</source>${target}</${is}>`

  test('half a text is a fault, the order of a translation is kept, and so is the space between its parts', () => {
    const half = part('Nan stays. ', '<target>Babcia zostaje. </target>') + part('Never leave her alone.')
    expect(unit(half)).toMatchObject({ returned: [{ fault: expect.stringContaining('Never leave her alone.') }] })
    const turned =
      part('Nan.', '<target order="3">Babcia.</target>') +
      part(' ', '', 'ignorable') +
      part('Never.', '<target order="1">Nigdy.</target>')
    expect(unit(turned)).toMatchObject({ returned: [{ target: 'Nigdy. Babcia.' }] })
    expect(unit(turned.replace(/ order="\d"/g, ''))).toMatchObject({ returned: [{ target: 'Babcia. Nigdy.' }] })
    expect(unit(turned.replace('order="3"', 'order="1"'))).toMatchObject({ returned: [{ fault: expect.anything() }] })
  })

  test('what a translation memory suggests beside a text is no word of it', () => {
    const match = `<mtc:matches><mtc:match ref="#1">${'<source>Nan stays.</source><target>Inne.</target>'}</mtc:match></mtc:matches>`
    expect(unit(match + part('Nan goes.', '<target>Babcia idzie.</target>'))).toEqual({
      returned: [{ id: 'a', source: 'Nan goes.', target: 'Babcia idzie.' }],
    })
  })

  test('a row that a comma cuts, and a column that stands twice, are refused with the row', () => {
    const head = 'id,where,english,translation,state'
    const cut = `${head}\na,R,Nan stays. Never leave her alone.,Nie zostawiaj jej, nigdy samej,new`
    expect(readTable(cut)).toEqual({ fault: expect.stringContaining('Row 2') })
    expect(readTable(`${head},,\na,R,Nan.,Babcia.,new,,`)).toHaveProperty('returned')
    expect(readTable(`${head},translation\na,R,Nan.,Babcia.,new,Inne.`)).toEqual({
      fault: expect.stringContaining('“translation” twice'),
    })
  })

  test('what a spreadsheet would run as a formula is only ever words, and comes back as it was', () => {
    const evil = ['=cmd|"/c calc"!A1', '+1', '-2+3', '@SUM(A1)', '\t=1', ' =1', '＝1', "a; =1+1;'@b\n-c"]
    const some = evil.map((source, at) => ({
      id: `-${at}`,
      where: '=W',
      source,
      target: source,
      state: 'draft' as const,
    }))
    const table = tableOf(some)
    const { data } = Papa.parse<string[]>(table.slice(1))
    for (const cell of data.flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝]/)
    // Where a spreadsheet of Polish settings would end a cell.
    expect(table).not.toMatch(/[;\n]\s*[=+@]/)
    const read = readTable(table)
    expect('returned' in read && read.returned.map(({ target, id }) => [id, target])).toEqual(
      evil.map((target, at) => [`-${at}`, target]),
    )
  })

  test('a table saved with semicolons by a Polish spreadsheet is read', () => {
    const rows = Papa.parse<string[]>(tableOf(translated(lines)).slice(1)).data
    const read = readTable(`\ufeff${Papa.unparse(rows, { delimiter: ';' })}`)
    expect('returned' in read && read.returned.length).toBe(lines.length)
  })
})

describe('what does not fit is refused whole, in clear sentences', () => {
  const file = caseFile('marsh')
  const texts = textsOf(file)
  const mask = maskOf(file)
  const { lines } = sheetOf(file, mask, 'pl', texts)
  const named = lines.find(({ source }) => source.includes('{person')) as Line
  const back = (target: string, over: Partial<Line> = {}) =>
    takenFrom({ file, mask, language: 'pl', texts }, [{ ...named, ...over, target }], draft)
  const says = (taken: ReturnType<typeof back>) => ('faults' in taken ? taken.faults[0]?.message : taken)

  test('a name left out, one that was not there, half a placeholder, and signs nobody sees', () => {
    const placeholder = /\{person \d+\}/.exec(named.source)?.[0] ?? ''
    expect(says(back('Ona dzwoni.'))).toContain('stands in the English and not in the translation')
    expect(says(back(`${named.source} {person 99}`))).toContain('{person 99} does not stand in the English')
    expect(says(back(`${named.source} {person`))).toContain('is alone')
    expect(says(back(`${named.source}\u202e`))).toContain('signs that nobody sees')
    const loose = named.source.replaceAll(placeholder, placeholder.toUpperCase().replace(' ', '  '))
    const taken = back(`xx ${loose}`)
    expect('changes' in taken && Object.keys(taken.changes)).toHaveLength(1)
  })

  test('letters that a program ruined, and the English in the place of a translation', () => {
    const keep = [...named.source.matchAll(/\{[^{}]*\}/g)].map(([one]) => one).join(' ')
    for (const ruined of [
      '???? ?? ????',
      'Babcia zostajÄ™ Å¼',
      'Dom jest ĹĽĂłĹ‚ty',
      '#######',
      '#NAME?',
      '#NAZWA?',
      'za?wiadczy\ufffd',
    ])
      expect(says(back(`${ruined}${ruined.startsWith('#N') ? '' : ` ${keep}`}`)), ruined).toContain('ruined')
    for (const whole of ['Czy zostaje? Nigdy sama, żółty dom…', 'نانی کہاں ہے؟ «Ä»', 'Pokój #12, Øystein'])
      expect(back(`${whole} ${keep}`), whole).toHaveProperty('changes')
    expect(back(named.source)).toEqual({ changes: {}, left: 0 })
  })

  test('a text of another plan, a text twice, a file with nothing of this plan', () => {
    expect(says(back(named.source, { id: 'other' }))).toContain('None of this')
    const twice = takenFrom({ file, mask, language: 'pl', texts }, [named, named], draft)
    expect(says(twice)).toContain('twice')
  })

  test('a document type, entities, a file that is no XLIFF, of another language, or that ends too early', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY f SYSTEM "file:///etc/passwd">]>${xliffOf(lines, 'pl')}`
    expect(readXliff(bomb, 'pl')).toEqual({ fault: expect.stringContaining('document type') })
    const entity = xliffOf(lines, 'pl').replace('<target xml:space="preserve">', '<target>&f;')
    expect(readXliff(entity, 'pl')).toHaveProperty('fault')
    expect(readXliff('<html/>', 'pl')).toEqual({ fault: expect.stringContaining('no XLIFF 2') })
    expect(readXliff(xliffOf(lines, 'ur'), 'pl')).toEqual({ fault: expect.stringContaining('“ur”') })
    expect(readXliff(xliffOf(lines, 'pl').slice(0, 900), 'pl')).toHaveProperty('fault')
    expect(
      readXliff(`<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0">${'<a>'.repeat(5000)}`, 'pl'),
    ).toHaveProperty('fault')
    expect(readTable('a;b\n1;2')).toEqual({ fault: expect.stringContaining('no column “id”') })
  })

  test('a tag of thousands of attributes is refused at once, and one of some more than ours is read', () => {
    const root = '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0"'
    const many = (count: number) => Array.from({ length: count }, (_, at) => ` a${at}=">"`).join('')
    const began = performance.now()
    expect(readXliff(`${root}${many(40_000)}></xliff>`, 'pl')).toEqual({ fault: expect.stringContaining('not built') })
    expect(performance.now() - began).toBeLessThan(1000)
    expect(readXliff(`${root}${many(40)}></xliff>`, 'pl')).toEqual({ returned: [] })
  })

  test('what has no translation, is as it was, or is of an English that has changed since is left as it is', () => {
    expect(back('  ')).toEqual({ changes: {}, left: 0 })
    expect(back(named.source, { source: 'Something else {person 1}.' })).toEqual({ changes: {}, left: 1 })
  })
})

describe('how a translation stands', () => {
  test('a changed English makes its translation stale, and no reader is shown it', () => {
    const file = caseFile('wojcik')
    const key = Object.keys(file.plan.translations?.pl ?? {})[0] ?? ''
    const { of = '' } = file.plan.translations?.pl?.[key] ?? {}
    expect(translationOf(file, 'pl', key, of).state).not.toBe('stale')
    expect(translationOf(file, 'pl', key, `${of} Now.`).state).toBe('stale')
    expect(translationOf(file, 'pl-PL', key, of).translation).toBeDefined()
    expect(translationOf(file, 'cs', key, of).state).toBe('missing')
    expect(withTranslations(file, 'pl-PL', { [key]: null }).plan.translations?.pl).not.toHaveProperty(key)
  })

  test('a translation goes out to be checked when it names the same people, and not when it may name one otherwise', () => {
    const file = caseFile('wojcik')
    const { lines } = sheetOf(file, maskOf(file), 'ur', textsOf(file))
    // زوسیا is Zosia in letters in which her name is not noted.
    expect(lines.filter(({ state }) => state === 'draft').map(({ target }) => target)).not.toContain(
      expect.stringContaining('زوسیا'),
    )
    expect(xliffOf(lines, 'ur')).not.toContain('زوسیا')
    const polish = sheetOf(file, maskOf(file), 'pl', textsOf(file)).lines.filter(({ target }) => target)
    expect(polish.length).toBeGreaterThan(0)
  })

  test('only what somebody who reads it sees is asked for; the rest is named as read by nobody', async () => {
    const world = await testWorld({ families: true })
    const of = await translating(world, await familyIdOf(world, cast.wojcik))
    if (!of) throw new Error('No plan.')
    const { lines, unread, readers } = sideBySide(of, 'ur')
    expect(readers).toEqual(['Nasreen'])
    expect(lines.length).toBeGreaterThan(0)
    expect(unread.length).toBeGreaterThan(lines.length)
    expect(textsFor(of, 'ur').map(({ id }) => id)).toEqual(lines.map(({ id }) => id))
    expect(JSON.stringify(lines.map(({ id }) => id))).not.toContain('nasreen')
  })
})

test('in a language that runs the other way a name and a number keep to themselves', () => {
  const stands = new Map([
    ['person 1', 'Kelly'],
    ['number 1', '07700 900134'],
  ])
  expect(unmasked('{person ۱} کو {number 1} پر', stands, 'ur')).toBe('\u2068Kelly\u2069 کو \u206607700 900134\u2069 پر')
  expect(unmasked('{person 1}, {number 1}', stands, 'pl')).toBe('Kelly, 07700 900134')
  const file = changed('wojcik', {}) as FamilyFile
  const again = maskOf(file)('\u2068Nasreen\u2069')
  expect(again?.text).toContain('{person')
})

test('neither the code word nor where somebody would be safe leaves in a translator’s file', () => {
  const text = (id: string, words: string) => ({ id, text: words })
  const safety = { codeWord: [text('S-1', 'Say bluebird.')], safePlaces: [text('S-2', '14 Mill Lane')] }
  const file = changed('wojcik', { 'plan.safety': safety }) as FamilyFile
  const texts = Object.values(safety).flatMap(([one]) =>
    one ? [{ id: one.id, key: one.id, where: 'Safety', english: one.text }] : [],
  )
  const { lines, withheld } = sheetOf(file, maskOf(file), 'pl', texts)
  expect([lines, withheld]).toEqual([[], texts])
})
