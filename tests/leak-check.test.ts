import { describe, expect, test } from 'vitest'
import type { FamilyFile, Person } from '#app/domain/plan/case-file'
import { type Leak, leakCheck } from '#app/domain/plan/checks/leaks'
import { WORDS } from '#app/domain/plan/checks/polish-forms'
import { caseFile } from './situation'

type Hidden = Pick<Person, 'name' | 'alsoKnownAs' | 'shownAs' | 'formerNames'>

/** What a reader would learn from a text in a family where these people and words are kept from them. */
function leaksIn(
  text: string,
  { hidden = [], open = [], giveaways = [] }: { hidden?: Hidden[]; open?: Hidden[]; giveaways?: string[] } = {},
): Leak[] {
  const person = (id: string) => (one: Hidden, at: number) =>
    ({ ...one, id: `${id}${at}`, relationship: 'friend', kind: 'network' }) satisfies Person
  const file: FamilyFile = {
    ...caseFile('marsh'),
    people: [...hidden.map(person('hidden')), ...open.map(person('open'))],
    giveaways: giveaways.length > 0 ? [{ words: giveaways, keepFrom: ['reader'] }] : [],
  }
  return leakCheck(
    file,
    (id) => id.startsWith('hidden'),
    (list) => list.includes('reader'),
  )(text)
}

const kinds = (text: string, family?: Parameters<typeof leaksIn>[1]) => leaksIn(text, family).map(({ kind }) => kind)
const zoe = { hidden: [{ name: 'Zoë Wójcik' }] }
const marek = { hidden: [{ name: 'Marek Duda' }] }

describe('a hidden name is found however it is spelt', () => {
  test.each([
    ['without its accents', 'Zoe'],
    ['the surname without its accents', 'Wojcik'],
    ['in capitals, taken apart (NFD)', 'ZOË'.normalize('NFD')],
    ['in small letters', 'zoë'],
    ['with joiners between the letters', 'Z\u200do\u200dë'],
    ['with spaces and joiners between the letters', 'Z \u200do \u200dë'],
    ['letter by letter', 'Z.o.e'],
    ['with a soft hyphen', 'Zo\u00adë'],
    ['in Cyrillic letters that look alike', 'Zое'],
    ['in full width', 'Ｚｏｅ'],
    ['in script letters', '𝒵𝑜𝑒'],
    ['with its surname, by a space that does not break', 'Zoë\u00a0Wójcik'],
    ['in one word', 'ZoeWojcik'],
    ['as whose something is', 'Zoe’s'],
    ['as whose something is, without an apostrophe', 'Zoes'],
    ['between direction marks', '\u2066Zoe\u2069'],
    ['with a long vowel', 'Zóë'],
    ['with a number behind', 'Zoe1'],
    ['in one with another word', 'AuntieZoe'],
    ['with a letter of the surname', 'ZoëW'],
    ['in one word with its surname behind another', 'myZoeWojcik2'],
    ['as a name on a phone', '@zoewojcik82'],
    ['in white letters on black', '🆉🅾🅴'],
  ])('%s', (_, spelt) => {
    expect(leaksIn(`I saw ${spelt} at the shop.`, zoe)).toEqual([{ kind: 'name', found: expect.any(String) }])
  })

  test('and is named as it was written', () => {
    expect(leaksIn('Ask ZOË'.normalize('NFD').concat(', or Zoe Wojcik.'), zoe)).toEqual([
      { kind: 'name', found: 'ZOË'.normalize('NFD') },
      { kind: 'name', found: 'Zoe Wojcik' },
    ])
  })

  test('each part of a double name, apart and in one', () => {
    const family = { hidden: [{ name: 'Anne-Marie O’Brien' }] }
    for (const spelt of ['Anne–Marie', 'Annemarie', 'Anne Marie', 'Marie', "O'Brien", 'OBrien', 'O Brien', 'o`brien'])
      expect(kinds(`Is ${spelt} in?`, family), spelt).toEqual(['name'])
  })

  test('in pieces, however a space or a dash got in', () => {
    const mcDonald = { hidden: [{ name: 'Ian McDonald' }, { name: 'Kelly' }, { name: 'Maureen' }] }
    for (const text of ['Mc Donald came', 'Mau reen came', 'Kel-ly came', 'Kel\nly came'])
      expect(kinds(text, mcDonald), text).toEqual(['name'])
    expect(kinds('عبد اللہ آئے', { hidden: [{ name: 'عبدالله' }] })).toEqual(['name'])
    const other = { hidden: [{ name: 'Justin' }, { name: 'Martin' }, { name: 'Robin' }, { name: 'Diana' }] }
    expect(kinds('Just in case, the mart in town, Rob in tears, Di, Ana and Jo.', other)).toEqual([])
  })

  test.each([
    ['Jens Müller', 'Mueller'],
    ['Jens Mueller', 'Müller'],
    ['Søren Lind', 'Soeren'],
    ['Åse Lind', 'Aase'],
    ['Olek Lis', 'Olka'],
    ['Adam Gołąb', 'Gołębia'],
    ['Jan Kozioł', 'Kozła'],
    ['Jan Nowak', 'Nowakową'],
    ['김민수', '김민수가'],
    ['김민수', '민수는'],
    ['محمد', 'ومحمد'],
  ])('%s, written %s', (name, spelt) => expect(kinds(`So ${spelt} came.`, { hidden: [{ name }] })).toEqual(['name']))

  test.each(['Di Fox', 'Ms Judge', 'Sam Nurse', 'Ann Constable'])('that reads like a title: %s', (name) => {
    const [first = '', last = ''] = name.split(' ')
    expect(kinds(`${first === 'Ms' ? last : first} came round.`, { hidden: [{ name }] })).toEqual(['name'])
    expect(kinds(`${last} came round.`, { hidden: [{ name }] })).toEqual(['name'])
  })

  test('though somebody the reader knows has it for a surname', () => {
    const family = { hidden: [{ name: 'Kelly Marsh' }], open: [{ name: 'Danny Kelly' }] }
    for (const text of ['Kelly picks Poppy up.', 'Kelly Marsh', 'Danny, Kelly and Poppy', 'Kelly’s'])
      expect(kinds(text, family), text).toEqual(['name'])
    expect(kinds('Danny Kelly came, and Mr Kelly went. Danny Kelly’s car.', family)).toEqual([])
    expect(kinds('Kelly came.', { hidden: family.open, open: family.hidden })).toEqual([])
  })

  test('by what else they are called', () => {
    const family = { hidden: [{ name: 'Robert Dunn', alsoKnownAs: ['Uncle Bob', 'Dobby', '王伟'] }] }
    for (const text of ['uncle  bob came', 'Bob came', 'DOBBY', '昨天王伟来了'])
      expect(kinds(text, family), text).toEqual(['name'])
    expect(kinds('My uncle came.', family)).toEqual([])
    expect(kinds('昨天小明来了', { hidden: [{ name: '王小明' }] })).toEqual(['name'])
    const young = { hidden: [{ name: 'Maria Young' }] }
    expect(kinds('Mr Young came.', young)).toEqual(['name'])
    expect(kinds('They are too young to walk alone.', young)).toEqual([])
  })

  test('by what they were called before, and by a name nobody is shown', () => {
    const hidden = [{ name: 'Kelly Marsh', shownAs: 'Kel', formerNames: [{ name: 'Kelly Dunn', until: '2020-01-01' }] }]
    for (const text of ['Kel came.', 'Ms Dunn came.', 'The Marsh house'])
      expect(kinds(text, { hidden })).toEqual(['name'])
  })

  test('though somebody the reader knows had it before, or has it and goes by another', () => {
    const hidden = [{ name: 'Craig Dunn' }]
    expect(kinds('Dunn rang.', { hidden, open: [{ name: 'Ann Dunn' }] })).toEqual([])
    expect(kinds('Dunn rang.', { hidden, open: [{ name: 'Ann', formerNames: [{ name: 'Ann Dunn' }] }] })).toEqual([
      'name',
    ])
    expect(kinds('Dunn rang.', { hidden, open: [{ name: 'Ann Dunn', shownAs: 'Ann' }] })).toEqual(['name'])
  })

  test.each([
    'Marka',
    'Markowi',
    'Markiem',
    'Marku',
    'MARKA',
    'markowi',
    'Dudy',
    'Dudę',
    'Dudą',
    'Dudzie',
  ])('in Polish: %s', (form) => {
    expect(kinds(`Widziałam ${form} wczoraj.`, marek)).toEqual(['name'])
  })

  test.each([
    ['Zofia Kowalska', 'Zofii', 'Zofię', 'Zofią', 'Kowalskiej', 'Kowalską', 'Kowalskich'],
    ['Piotr Zieliński', 'Piotra', 'Piotrowi', 'Piotrze', 'Zielińskiego', 'zielinskiego'],
    ['Paweł Nowak', 'Pawła', 'Pawłowi', 'Nowaka', 'Nowakiem'],
    ['Agnieszka Lis', 'Agnieszki', 'Agnieszkę', 'Agnieszce', 'Agnieszko'],
    ['Kelly Marsh', 'Kelly’ego', 'Marsha'],
  ])('%s in all its Polish forms', (name, ...forms) => {
    for (const form of forms) expect(kinds(`Byłam u ${form} dziś.`, { hidden: [{ name }] }), form).toEqual(['name'])
  })
})

describe('no false alarm about names', () => {
  test('a surname shared with someone the reader knows, and a title, tell nothing', () => {
    const family = { hidden: [{ name: 'Ms Zoë Wójcik' }], open: [{ name: 'Tomasz Wojcik' }] }
    expect(kinds('Ms Wójcik rang. The Wojciks came.', family)).toEqual([])
    expect(kinds('Zoe rang', family)).toEqual(['name'])
    const couple = { hidden: [{ name: 'Jan Kowalski' }], open: [{ name: 'Ewa Kowalska' }] }
    expect(kinds('Pani Kowalska, i pan Kowalski.', couple)).toEqual([])
  })

  test('a name within another word, and words that an ending would make out of a name', () => {
    expect(kinds('Annual plan, banner, Hannah.', { hidden: [{ name: 'Ann Lee' }] })).toEqual([])
    expect(kinds('I am very fond of the sofa, and a party.', { hidden: [{ name: 'Vera Soft' }] })).toEqual([])
    expect(kinds('By the willow, behind the window.', { hidden: [{ name: 'Will Wind' }] })).toEqual([])
    expect(kinds('I an apple ate', { hidden: [{ name: 'Ian' }] })).toEqual([])
    expect(kinds('The dog marks his tree', { hidden: [{ name: 'Mark' }] })).toEqual([])
  })
})

test('words in letters in which a hidden name was never noted may name anybody', () => {
  expect(kinds('ماگدا کو فون کریں', { hidden: [{ name: 'Magda' }] })).toEqual(['script'])
  expect(kinds('ماگدا کو فون کریں', { giveaways: ['St Anne’s'] })).toEqual(['script'])
  const noted = [{ name: 'Magda', alsoKnownAs: ['ماگدا'] }]
  expect(kinds('ماگدا کو فون کریں', { hidden: noted })).toEqual(['name'])
  expect(kinds('ان کو فون کریں', { hidden: noted })).toEqual([])
  expect(kinds('ماگدا کو فون کریں', { open: [{ name: 'Magda' }] })).toEqual([])
})

describe('words that give something away', () => {
  test.each([
    'St Anne’s',
    'St Annes',
    "Saint Anne's",
    "st. anne's",
    'ST ANNE`S',
    'St\u00a0Anne‘s',
    'Saint Anne',
    'StAnnes',
  ])('St Anne’s as %s', (spelt) => {
    expect(kinds(`I fetch them from ${spelt} at three.`, { giveaways: ["St Anne's"] })).toEqual(['giveaway'])
  })

  test.each([
    'Rowan-centre',
    'ROWAN CENTRE',
    'Rowan–Centre',
    'Rowan\u2009Centre',
    'Rowan\nCentre',
    'rowancentre',
    'Rowan Center',
  ])('Rowan Centre as %s', (spelt) => {
    expect(kinds(`We met at the ${spelt}.`, { giveaways: ['Rowan Centre'] })).toEqual(['giveaway'])
  })

  test.each([
    ['7B', '7 b'],
    ['7 b', '7B'],
    ['Tesco', 'Tescos'],
    ['blue door mat', 'blue door mats'],
    ['Green Lane', 'green lanes'],
    ['Schönau', 'Schoenau'],
  ])('%s as %s', (words, spelt) => {
    expect(kinds(`Meet by ${spelt} at three.`, { giveaways: [words] })).toEqual(['giveaway'])
  })

  test('tell nothing to others, nor in part', () => {
    expect(kinds('Anne and Rowan', { giveaways: ["St Anne's", 'Rowan Centre'] })).toEqual([])
    expect(
      leakCheck(
        caseFile('marsh'),
        () => false,
        () => false,
      )("St Anne's"),
    ).toEqual([])
  })
})

describe('phone numbers', () => {
  test.each([
    '07700–900713',
    '07700/900112',
    '۰۷۷۰۰ ۹۰۰۱۹۹',
    '٠٧٧٠٠٩٠٠١٩٩',
    '০৭৭০০ ৯০০১৯৯',
    '07700 900 112',
    '07700900112',
    '0 7 7 0 0 9 0 0 1 1 2',
    '07700.900.112',
    '+44 7700 900112',
    '+44 (0)7700 900112',
    '0044 7700 900112',
    '447700900112',
    '7700 900112',
    '(01632) 960121',
    '01632 960121',
    '07700\u00a0900112',
    '07700\u200b900112',
    '07700\n900112',
    '０７７００９００１１２',
    '+48 601 234 567',
    '07700:900112',
    '07700...900112',
    '07700…900112',
    '07700~900112',
    '07700=900112',
    '07700|900112',
    '[07700] 900112',
    'O7700 9OO112',
    'o77oo9oo112',
  ])('%s', (number) => {
    expect(kinds(`Ring ${number} please`)).toEqual(['phone'])
  })

  test.each([
    'nurse comes 28.11.2026 10.30',
    '2026-11-28 10:30',
    '2026-11-28T10:30',
    '2024-2026',
    '2024–2026 and 2026/27',
    'from 09:30 to 14:30 on 28/11/2026',
    '28.11.2026 10.30–11.30',
    '28/11/26 - 30/11/26',
    '9.30-10.15, 11.00-12.30, 13.00-14.45',
    'Mon 23, Tue 24, Wed 25, Thu 26, Fri 27',
    'CS-20417',
    'He scored 3, then 5, then 7, 8, 8, 9, 9, 10.',
    'Childline 0800 1111',
    'Ring 999 or 112 or 111',
    '£1,250.00 by 01.12.2026',
    'Room 12345: 67890 is the code',
    'At 09:30: 12 people, at 10:30: 250 people',
    'Oo! 10 of 12, so 2 to go',
    '07 11 26 09 30',
    'scores 0 1 2 3 4 5 6 7 8 9 10',
    'week 1 2 3 4 5 6 7 8 9 10 11',
  ])('%s is none', (text) => {
    expect(leaksIn(text)).toEqual([])
  })
})

describe('postcodes', () => {
  test.each([
    'M14  5TQ',
    'M14–5TQ',
    'M14\u00a05TQ',
    'M14\n5TQ',
    'm14 5tq',
    'M145TQ',
    'SW1A 1AA',
    'М14 5ТQ',
    'M1\u200b4 5TQ',
    'M 14 5TQ',
    'M14 5 TQ',
    'M1 4 5TQ',
    'M14 5T Q',
    'M14   -   5TQ',
  ])('%s', (postcode) => {
    expect(kinds(`They are at ${postcode} now`)).toEqual(['postcode'])
  })

  test.each([
    'Take the M6, 1st exit',
    'room B12, 3rd floor',
    'WK12 3AB',
    'A4 paper, 2 sheets',
    'Year 5 and year 6',
    'We go 10 5ft boards, me 12 6lb bags',
    'Kelly’s 10 2nd choices',
  ])('%s is none', (text) => {
    expect(leaksIn(text)).toEqual([])
  })
})

describe('e-mail addresses', () => {
  test.each([
    'zoe.w@example.org',
    'zoe.w＠example.org',
    'zoe (at) example.org',
    'ZOE@EXAMPLE.CO.UK',
    'zoe[at]example[dot]org',
    'zoe at example dot org',
    'zoe @ example . com',
    'zoe[@]example.com',
    'zoe@example。com',
    'zoe.w at mail dot example dot co dot uk',
  ])('%s', (address) => {
    expect(kinds(`Write to ${address}.`)).toEqual(['email'])
  })

  test('a handle and a time are none', () => {
    expect(leaksIn('@kelly, at 3 @ the park. Meet (at) school. Look at example.org. A blue dot at school')).toEqual([])
  })
})

describe('a hidden name that is an everyday word', () => {
  const hidden = [
    'Will Day',
    'May Summers',
    'Mark Long',
    'Hope Bell',
    'Rob Brown',
    'Sue King',
    'June Price',
    'He An',
    'Do Young',
  ]
  const family = { hidden: hidden.map((name) => ({ name })) }

  test.each([
    'It will be a good day. Will you come? You may.',
    'In May, on 2 May, last June: not long, all summer.',
    'In May and June, or on the 3rd June.',
    'May I ring? Hope you are well. Ring the bell.',
    'He came, I do, an apple. The price of brown bread.',
    'WILL IT BE A LONG DAY?',
    'Do not mark it. Mark the day. King of the castle.',
    'they are too young to go, and rob banks',
  ])('is not found where it is that word: %s', (text) => expect(leaksIn(text, family)).toEqual([]))

  test.each([
    ['I saw Will today.', 'Will'],
    ['Will came round.', 'Will'],
    ['will is at the door', 'will'],
    ['it was will’s car', 'will’s'],
    ['she rang mark', 'mark'],
    ['Ask Mr Day.', 'Day'],
    ['with May', 'May'],
    ['We met He at noon', 'He'],
    ['will day', 'will day'],
    ['the Brown family', 'Brown'],
    ['June rang', 'June'],
    ['From 16.00. June', 'June'],
    ['School at 08:20 (May knows)', 'May'],
    ['At 10.30 May picks her up', 'May'],
  ])('is found where it reads as a name: %s', (text, found) => {
    expect(leaksIn(text, family).map((leak) => leak.found)).toContain(found)
  })
})

test('an apostrophe in the surname makes no name of the everyday word before it', () => {
  const family = { hidden: [{ name: 'Will O’Sullivan' }] }
  expect(leaksIn('I will stay till you come.', family)).toEqual([])
  expect(kinds('I will stay with O Sullivan.', family)).toEqual(['name'])
})

test('a name or a code word that is a common word too is found wherever it stands', () => {
  // Dame and Lady are titles, and no names.
  for (const word of [...WORDS].filter((one) => !['dame', 'lady'].includes(one))) {
    expect([word, kinds(`They ask ${word} to come.`, { hidden: [{ name: word }] })]).toEqual([word, ['name']])
    expect([word, kinds(`Text the word ${word.toUpperCase()}.`, { giveaways: [word] })]).toEqual([word, ['giveaway']])
  }
})
