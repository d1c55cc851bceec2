/**
 * The word agreed face to face: it proves the person, where the text proves only the phone. People write it as they
 * like, so case, accents, spaces and punctuation do not count.
 */
import { scrypt, timingSafeEqual } from 'node:crypto'
import { withPlainDigits } from '#app/domain/plan/digits'
import { tellingParts } from '#app/domain/plan/names'
import type { World } from '#app/domain/world'

export type WordRefusal = 'word-too-short' | 'word-is-name' | 'word-is-number'

const SHORTEST = 4

/** Letters that Unicode does not take apart, but that many keyboards do not have. */
const PLAIN: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' }
/** Two alphabets write Urdu: an Arabic keyboard has other codes for the same letters. */
const URDU: Record<string, string> = { ي: 'ی', ى: 'ی', ك: 'ک', ه: 'ہ', ة: 'ہ' }
const LATIN_ACCENTS = /[\u0300-\u036f]/g
const VOWEL_MARKS = /[\u064b-\u0652\u0670]/g

/** The word as it is compared. */
export function normalised(word: string): string {
  return withPlainDigits(word)
    .toLowerCase()
    .normalize('NFKD')
    .replace(LATIN_ACCENTS, '')
    .normalize('NFKC')
    .replace(VOWEL_MARKS, '')
    .replace(/\p{L}/gu, (letter) => PLAIN[letter] ?? URDU[letter] ?? letter)
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
}

/** Why this cannot be somebody's word: too easy to guess for whoever holds their phone. `names` are all their names. */
export function whyNotWord(
  word: string,
  { names, phone }: { names: string[]; phone: string },
): WordRefusal | undefined {
  const plain = normalised(word)
  if ((plain.match(/[\p{L}\p{N}]/gu) ?? []).length < SHORTEST) return 'word-too-short'
  if (names.flatMap((name) => [name, ...tellingParts(name)]).some((name) => normalised(name) === plain))
    return 'word-is-name'
  const digits = phone.replace(/\D/g, '')
  if (/^\d+$/.test(plain) && `${digits} ${digits.replace(/^44/, '0')}`.includes(plain)) return 'word-is-number'
  return undefined
}

/** What is kept of a word: `scrypt$N$r$p$salt$hash`. */
export async function hashWord(world: World, word: string): Promise<string> {
  const salt = world.random(16)
  const { N, r, p } = world.settings.wordCost
  const hash = await derive(normalised(word), salt, { N, r, p })
  return ['scrypt', N, r, p, salt.toString('base64url'), hash.toString('base64url')].join('$')
}

/** Whether this is the word that was hashed. Keeps another thread busy for about a quarter of a second. */
export async function isWord(word: string, kept: string): Promise<boolean> {
  const [, N, r, p, salt = '', hash = ''] = kept.split('$')
  const expected = Buffer.from(hash, 'base64url')
  const given = await derive(normalised(word), Buffer.from(salt, 'base64url'), {
    N: Number(N),
    r: Number(r),
    p: Number(p),
  })
  return timingSafeEqual(given, expected)
}

type Cost = World['settings']['wordCost']

function derive(word: string, salt: Buffer, cost: Cost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(word, salt, 32, cost, (error, key) => (error ? reject(error) : resolve(key)))
  })
}
