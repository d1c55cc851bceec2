import type { FamilyFile, Id } from './case-file'

/** Nobody is called by these alone, and they tell nothing of whose they are. */
const TITLES =
  /^(mr|mrs|ms|miss|mx|dr|prof|professor|rev|revd|fr|sir|dame|lord|lady|cllr|pan|pani|ks|pc|wpc|pcso|dc|ds|di|dci|sgt|sergeant|inspector|constable|officer|nurse|pastor|imam|rabbi|judge)\.?$/i
/** Said before a first name, and part of what somebody is called: "Aunty Bev", "Nana Mo". */
const KIN =
  /^(aunt|aunty|auntie|uncle|nan|nana|nanny|nanna|gran|granny|grandma|grandad|granddad|grandpa|gramps|pops|papa|mama|ciocia|wujek|babcia|dziadek|sister|brother|cousin)$/i

/** Somebody as they may be called: each way tells them apart from more people than the one before. */
export type Callable = { fullName: string; addressAs?: string; ways: [string, ...string[]] }

/**
 * How a person may be called, shortest first: by the name the plan's own sentences use ("Nan", "Ms Orr", "Kelly"),
 * "Kelly M", "Kelly Marsh", "Kelly (neighbour)". Of what else they are known as, only the word that is for others to
 * read anyway (`addressAs`) is ever used. Covers children and council staff too. Throws for anybody else.
 */
export function callable(file: FamilyFile, staff: Record<Id, { name: string }>, id: Id): Callable {
  const child = file.children.find((child) => child.id === id)
  if (child) return { fullName: tidy(child.firstName), ways: [tidy(child.firstName)] }
  const person = file.people.find((person) => person.id === id)
  const written = person?.name ?? staff[id]?.name
  if (!written) throw new Error('Nobody of this id is in the family or its staff.')
  const fullName = tidy(written)
  const said = person ? person.addressAs : 'social worker'
  const addressAs = said && tidy(said)
  const isName = !!addressAs && !!person?.alsoKnownAs?.some((alias) => tidy(alias) === addressAs)
  const ways = isName ? waysByName(addressAs, fullName) : waysOf(fullName, addressAs)
  return { fullName, ...(addressAs && { addressAs }), ways }
}

/** "Kelly" of "Kelly Marsh"; the whole of "Ms Orr" and "PC Jones", because nobody says "Ms"; "Aunty Bev" of "Aunty Bev Hill". */
export function firstName(written: string): string {
  const fullName = tidy(written)
  const [first = fullName, second] = fullName.split(' ')
  if (TITLES.test(first)) return fullName
  return second && KIN.test(first) ? `${first} ${second}` : first
}

/** The parts of a name that point at a person: no titles. */
export function tellingParts(fullName: string): string[] {
  return fullName.split(/[\s-]+/).filter((part) => part && !TITLES.test(part))
}

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

/** As it would be said: no spaces at either end, one between words, no marks that cannot be seen but join letters. */
function tidy(written: string): string {
  return written
    .replace(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .trim()
    .replace(/\s+/g, ' ')
}
