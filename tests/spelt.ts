import fc from 'fast-check'

/** Letters that look like the Latin ones, as somebody who wants a name through might type them. */
const ALIKE: Record<string, string> = {
  a: 'аα𝐚ａā',
  e: 'еε𝗲ｅé',
  o: 'оο𝑜ｏöø',
  i: 'іι𝒊ｉí',
  c: 'сⅽｃç',
  p: 'рρｐ',
  t: 'τｔţ',
  u: 'սüú',
  r: 'ｒř',
  n: 'ｎñ',
}
const UNSEEN = ['', '', '', '\u200b', '\u200d', '\u200c', '\u00ad', '\u2060', '\ufeff', '\u0301', '\u0308']

const letter = (plain: string) =>
  fc
    .tuple(
      fc.constantFrom(plain, plain, plain, plain.toUpperCase(), ...(ALIKE[plain.toLowerCase()] ?? plain)),
      fc.constantFrom(...UNSEEN),
    )
    .map((parts) => parts.join(''))

/** A name as nobody else would write it: any case, look-alikes, accents, unseen signs, apart or with an ending. */
export const spelt = (name: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.tuple(...[...name.normalize('NFC')].map(letter)),
      fc.constantFrom('', '', '', ' ', '.', '-', '\u00a0'),
      fc.constantFrom('', '', '’s', "'s", '!', ','),
      fc.constantFrom('NFC', 'NFD'),
    )
    .map(([letters, between, ending, form]) => letters.join(between).normalize(form) + (between ? '' : ending))
