import type { FamilyFile, Id, Person } from './case-file'

/** Before a name; nobody is called by these alone, and they tell nothing of whose they are. */
const TITLES =
  /^(mr|mrs|ms|miss|mx|dr|prof|professor|rev|revd|fr|sir|dame|lord|lady|cllr|pan|pani|ks|pc|wpc|pcso|dc|ds|dci|sgt|sergeant|inspector|constable|officer|nurse|pastor|imam|rabbi|judge)\.?$/i
/** A rank in capitals alone: "DI Fox" is an inspector, and Di Fox is Diana. */
const RANKS = /^DI\.?$/
/** Said before a first name, and part of what somebody is called: "Aunty Bev", "Great Nana Mo", "Step-dad Gary". */
const KIN =
  /^((?:great|step)-?\p{L}*|big|little|old|wee|young|aunt|aunty|auntie|uncle|nan|nana|nanny|nanna|gran|granny|grandma|grandad|granddad|grandpa|gramps|pops|papa|mama|father|mother|ciocia|wujek|babcia|dziadek|sister|brother|cousin)$/iu

/** Somebody as they may be called: each way tells them apart from more people than the one before. */
export type Callable = { fullName: string; addressAs?: string; ways: [string, ...string[]] }

/**
 * How a person may be called, shortest first: by the name the plan's own sentences use ("Nan", "Ms Orr", "Kelly"),
 * "Kelly M", "Kelly Marsh", "Kelly (neighbour)". Of what else they are known as, only the word that is for others to
 * read anyway (`addressAs`) is ever used, and `shownAs` stands in place of the name. Covers children and council staff too. Throws for anybody else.
 */
export function callable(file: FamilyFile, staff: Record<Id, { name: string }>, id: Id): Callable {
  const child = file.children.find((child) => child.id === id)
  if (child) return { fullName: tidy(child.firstName), ways: [tidy(child.firstName)] }
  const person = file.people.find((person) => person.id === id)
  const written = (person && shownName(person)) ?? staff[id]?.name
  if (!written) throw new Error('Nobody of this id is in the family or its staff.')
  const fullName = tidy(written)
  const said = person ? person.addressAs : 'social worker'
  const addressAs = said && tidy(said)
  const isName = !!addressAs && !!person?.alsoKnownAs?.some((alias) => tidy(alias) === addressAs)
  const ways = isName ? waysByName(addressAs, fullName) : waysOf(fullName, addressAs)
  return { fullName, ...(addressAs && { addressAs }), ways }
}

type Named = Pick<Person, 'name' | 'shownAs' | 'alsoKnownAs' | 'formerNames'>

/** The name others read. */
export const shownName = ({ name, shownAs }: Pick<Named, 'name' | 'shownAs'>): string => shownAs ?? name

/** Every name somebody goes by or went by, the one others read first. */
export function allNames({ name, shownAs, alsoKnownAs = [], formerNames = [] }: Named): [string, ...string[]] {
  const others = [...alsoKnownAs, ...formerNames.map((former) => former.name)]
  return shownAs === undefined ? [name, ...others] : [shownAs, name, ...others]
}

/** "Kelly" of "Kelly Marsh"; the whole of "Ms Orr" and "PC Jones", because nobody says "Ms"; "Aunty Bev" of "Aunty Bev Hill". */
export function firstName(written: string): string {
  const fullName = tidy(written)
  const words = fullName.split(' ')
  if (isTitle(words[0])) return fullName
  const kin = words.slice(0, -1).findIndex((word) => !KIN.test(word))
  return words.slice(0, (kin < 0 ? words.length - 1 : kin) + 1).join(' ')
}

/** The parts of a name that point at a person: no titles before it, and in "Ms Judge" the judge is a name. */
export function tellingParts(fullName: string): string[] {
  return withoutTitles(fullName).flatMap((word) => word.split('-').filter(Boolean))
}

/** The words of a name without the titles before it and what stands in brackets, "Bev (next door)". */
export function withoutTitles(written: string): string[] {
  const fullName = tidy(written)
  const words = (fullName.replace(/\([^)]*\)/g, ' ').trim() || fullName).split(/\s+/)
  const begins = words.findIndex((word, at) => at === words.length - 1 || !isTitle(word))
  return words.slice(begins)
}

export const isTitle = (word = '') => TITLES.test(word) || RANKS.test(word)

/** Somebody called by a word that is a name in this family; two grandmothers may both be "Nan". */
function waysByName(name: string, fullName: string): Callable['ways'] {
  return [name, `${name} (${firstName(fullName)})`, `${name} (${fullName})`]
}

function waysOf(fullName: string, addressAs: string | undefined): Callable['ways'] {
  const first = firstName(fullName)
  const rest = fullName.slice(first.length).split(' ').filter(Boolean)
  const surname = /^[\p{L}\p{N}]/u.exec(rest.at(-1)?.normalize('NFC') ?? '')?.[0]
  return [
    first,
    // "Bev (next door)" has no surname that a letter could stand for.
    ...(surname && !/[()]/.test(fullName) ? [`${first} ${surname.toUpperCase()}`] : []),
    ...(rest.length > 0 ? [fullName] : []),
    ...(addressAs ? [`${first} (${addressAs})`, `${fullName} (${addressAs})`] : []),
  ]
}

/**
 * As it would be said: no spaces at either end, one between words, no marks that cannot be seen but join letters; and
 * "Marsh, Kelly", as registers have it, the other way round.
 */
function tidy(written: string): string {
  return written
    .replace(/^([^,]+),([^,]+)$/, '$2 $1')
    .replace(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .trim()
    .replace(/\s+/g, ' ')
}
