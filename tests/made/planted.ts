/** One thing that tells, put into one text of a made family. */
import type { Id } from '#app/domain/plan/case-file'
import { type Path, pathText, wordsAt } from '#app/domain/plan/paths'
import type { Chance } from './chance'
import type { Made } from './family'
import { POLISH } from './names'
import { OF_ADDRESSES, OF_NUMBERS, OF_POSTCODES, OF_WORDS } from './spellings'

export type Plant = { path: string; kind: string; spelling: string; words: string; text: string; readers: Id[] }

const FIELDS = `text when object place means howOften how kind part picture forChildren relationship addressAs
  availability knows`.split(/\s+/)

/** How many texts a family has for people to read. */
export const textsOf = ({ file }: Made): number =>
  ['people.*.*', 'children.*.*', 'plan.**'].flatMap((pattern) =>
    wordsAt(file, pattern).filter(({ path }) => [...FIELDS, 'name', 'firstName'].includes(String(path.at(-1)))),
  ).length

/** Where a text stands that `dad` would read, or of what `nb` was told. */
function placesIn({ file }: Made): Path[] {
  const hisOwn = (path: Path) => path[0] !== 'people' || file.people[Number(path[1])]?.id !== 'hidden'
  return [...wordsAt(file, 'people.*.*'), ...wordsAt(file, 'plan.**')]
    .map(({ path }) => path)
    .filter((path) => FIELDS.includes(String(path.at(-1))))
    .filter((path) => hisOwn(path) && !(path[0] === 'people' && path[2] === 'kind'))
    .filter((path) => !pathText(path).startsWith('$.plan.triggers[1].sign'))
}

/** Puts so many leaks into a family, each into a text of its own. The family is changed. */
export function plant(c: Chance, made: Made, count: number): Plant[] {
  const plants = planted(c, made, count)
  const english = new Map(wordsAt(made.file, 'plan.**.id').map(({ path, value }) => [value, path.slice(0, -1)]))
  // A translation of other words than those that stand is shown to nobody.
  for (const translations of Object.values(made.file.plan.translations ?? {}))
    for (const [id, one] of Object.entries(translations))
      one.of = String(Object(at(made.file, english.get(id) ?? [])).text)
  return plants
}

const at = (json: unknown, path: Path) => path.reduce<unknown>((inner, step) => Object(inner)[step], json)

function planted(c: Chance, made: Made, count: number): Plant[] {
  return c.some(placesIn(made), count).map((path) => {
    const language = path[1] === 'translations' ? String(path[2]) : 'en'
    const { kind, words, spellings } = toldBy(c, made, language)
    const spelling = c.one(Object.keys(spellings))
    const spelt = spellings[spelling]?.(words) ?? words
    const holder = at(made.file, path.slice(0, -1))
    const key = String(path.at(-1))
    const before = String(Object(holder)[key])
    const text = c
      .one(language === 'en' ? AROUND : AROUND_ANY)
      .replace('{t}', () => before)
      .replace('{x}', () => spelt)
    Object.assign(Object(holder), { [key]: text })
    return { path: pathText(path), kind, spelling, words: spelt, text, readers: [key === 'knows' ? 'nb' : 'dad'] }
  })
}

const AROUND = [
  '{t} We met {x} there.',
  'Ask {x} first. {t}',
  '{t} Go with {x}',
  '{t} ({x} knows)',
  'It was {x} who said so: {t}',
  '{t}, {x}',
  'with {x}. {t}',
]
const AROUND_ANY = ['{t} {x}', '{t} ({x})', '{t} – {x}.']

type Told = { kind: string; words: string; spellings: Record<string, (words: string) => string> }

function toldBy(c: Chance, { hidden, giveaways, polish, everyday }: Made, language: string): Told {
  const { first, last, alias, former, real } = hidden
  const capitals = (words: string) => words
  const ofWords = everyday
    ? { 'as it is': capitals, 'in bold letters of mathematics': OF_WORDS['in bold letters of mathematics'] ?? capitals }
    : OF_WORDS
  const form = (name: string) => c.one(POLISH[name] ?? [name])
  const number = () => `${c.one(['07700900', '01632960'])}${String(c.below(1000)).padStart(3, '0')}`
  const inward = () => `${c.below(9) + 1}${c.one([...'ABDEFGHJLNPQRUWXYZ'])}${c.one([...'ABDEFGHJLNPQRUWXYZ'])}`
  const outward = () => `${c.one(['M', 'LS', 'BS', 'SE', 'B', 'NE', 'CF', 'EH', 'G', 'SW'])}${c.below(19) + 1}`
  const any: (() => Told)[] = [
    () => ({ kind: 'first name', words: first, spellings: ofWords }),
    () => ({ kind: 'surname', words: last, spellings: OF_WORDS }),
    () => ({ kind: 'whole name', words: `${first} ${last}`, spellings: OF_WORDS }),
    () => ({ kind: 'other name', words: alias, spellings: OF_WORDS }),
    () => ({ kind: 'former name', words: former, spellings: OF_WORDS }),
    () => ({ kind: 'name of others’ reading', words: real ?? last, spellings: OF_WORDS }),
    () => ({ kind: 'giveaway', words: c.one(giveaways), spellings: OF_WORDS }),
    () => ({ kind: 'phone number', words: number(), spellings: OF_NUMBERS }),
    () => ({
      kind: 'e-mail address',
      words: `${c.one(['k.m', 'anna_78', 'jo'])}@example.${c.one(['org', 'co.uk', 'com'])}`,
      spellings: OF_ADDRESSES,
    }),
    () => ({ kind: 'postcode', words: `${outward()} ${inward()}`, spellings: OF_POSTCODES }),
  ]
  const inPolish: () => Told = () => ({
    kind: 'form of a Polish name',
    words: form(c.one([first, last])),
    spellings: POLISH_SPELLINGS,
  })
  const inUrdu: () => Told = () => ({
    kind: 'name in Urdu',
    words: hidden.urdu,
    spellings: { 'as it is': capitals, 'with a zero-width joiner': (words) => `${words}\u200d` },
  })
  if (language === 'pl' && polish) return c.one([inPolish, inPolish, ...any])()
  if (language === 'ur') return c.one([inUrdu, inUrdu, ...any])()
  return c.one(any)()
}

const POLISH_SPELLINGS = Object.fromEntries(
  [
    'as it is',
    'in capitals',
    'without accents',
    'taken apart (NFD)',
    'in look-alike letters',
    'in full width',
    'with soft hyphens',
    'with a comma behind',
  ].map((name) => [name, OF_WORDS[name] ?? ((words: string) => words)]),
)
