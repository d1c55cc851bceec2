/** The ways a name, a number or an address may be written so that a check that compares letters would miss it. */
const ALIKE: Record<string, string> = { a: 'а', e: 'е', o: 'о', i: 'і', c: 'с', p: 'р', s: 'ѕ', x: 'х', y: 'у' }
const ACCENTED: Record<string, string> = { a: 'á', e: 'ê', i: 'ï', o: 'ò', u: 'ü', n: 'ñ', c: 'ç' }

const each = (words: string, change: (sign: string) => string) => [...words.normalize('NFC')].map(change).join('')
const wide = (sign: string) =>
  /[!-~]/.test(sign) ? String.fromCharCode((sign.codePointAt(0) ?? 0) + 0xfee0) : sign === ' ' ? '\u3000' : sign
const bold = (sign: string) => {
  const code = sign.codePointAt(0) ?? 0
  if (/[a-z]/.test(sign)) return String.fromCodePoint(0x1d41a + code - 97)
  return /[A-Z]/.test(sign) ? String.fromCodePoint(0x1d400 + code - 65) : sign
}
const digitsFrom = (zero: number) => (words: string) =>
  words.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)))

/** Of words: names, other names, giveaways. */
export const OF_WORDS: Record<string, (words: string) => string> = {
  'as it is': (words) => words,
  'in capitals': (words) => words.toUpperCase(),
  'without accents': (words) => words.normalize('NFD').replace(/\p{M}/gu, ''),
  'with other accents': (words) =>
    each(words.toLowerCase(), (sign) => ACCENTED[sign] ?? sign).replace(/^\S/, (s) => s.toUpperCase()),
  'taken apart (NFD)': (words) => words.normalize('NFD'),
  'in look-alike letters': (words) => each(words, (sign) => ALIKE[sign] ?? sign),
  'in full width': (words) => each(words, wide),
  'in bold letters of mathematics': (words) => each(words, bold),
  'with nothing one can see between its letters': (words) => each(words, (sign) => `${sign}\u200b`),
  'with joiners': (words) => each(words, (sign) => `${sign}\u2060`),
  'with soft hyphens': (words) => each(words, (sign) => (/\p{L}/u.test(sign) ? `${sign}\u00ad` : sign)),
  'between direction marks': (words) => `\u2068${words}\u2069`,
  'by spaces that do not break': (words) => words.replaceAll(' ', '\u00a0'),
  'by thin spaces': (words) => words.replaceAll(' ', '\u2009'),
  'with typographic apostrophes': (words) => words.replaceAll("'", '’'),
  'without apostrophes': (words) => words.replaceAll("'", ''),
  'as whose something is': (words) => (/s$/i.test(words) ? words : `${words}’s`),
  'in brackets': (words) => `(${words})`,
  'with a comma behind': (words) => `${words},`,
}

/** Of numbers: what stands between the digits, and whose digits they are. */
export const OF_NUMBERS: Record<string, (number: string) => string> = {
  'as it is dialled': (number) => number,
  'in groups': (number) => number.replace(/^(\d{5})(\d{3})/, '$1 $2 '),
  'with dashes': (number) => number.replace(/^(\d{5})(\d{3})/, '$1–$2-'),
  'with dots': (number) => number.replace(/^(\d{5})(\d{3})/, '$1.$2.'),
  'in brackets': (number) => number.replace(/^(\d{5})/, '($1) '),
  'with +44': (number) => number.replace(/^0/, '+44 '),
  'with 0044': (number) => number.replace(/^0/, '0044'),
  'with +44 (0)': (number) => number.replace(/^0/, '+44 (0) '),
  'in Arabic digits': digitsFrom(0x660),
  'in Urdu digits': digitsFrom(0x6f0),
  'in Hindi digits': digitsFrom(0x966),
  'in Bengali digits': digitsFrom(0x9e6),
  'in full width': (number) => each(number, wide),
  'with nothing one can see in it': (number) => each(number, (sign) => `${sign}\u200b`),
  'with the letter o': (number) => number.replaceAll('0', 'O'),
  'by spaces that do not break': (number) => number.replace(/^(\d{5})(\d{3})/, '$1\u00a0$2\u00a0'),
}

export const OF_ADDRESSES: Record<string, (address: string) => string> = {
  'as it is': (address) => address,
  'in capitals': (address) => address.toUpperCase(),
  'with (at)': (address) => address.replace('@', ' (at) '),
  'with (at) and (dot)': (address) => address.replace('@', '(at)').replaceAll('.', ' (dot) '),
  'in full width': (address) => each(address, wide),
  'with spaces': (address) => address.replace('@', ' @ '),
  'with nothing one can see in it': (address) => each(address, (sign) => `${sign}\u200b`),
}

export const OF_POSTCODES: Record<string, (postcode: string) => string> = {
  'as it is': (postcode) => postcode,
  'in small letters': (postcode) => postcode.toLowerCase(),
  'in one': (postcode) => postcode.replace(' ', ''),
  'with a dash': (postcode) => postcode.replace(' ', '-'),
  'by a space that does not break': (postcode) => postcode.replace(' ', '\u00a0'),
  'in full width': (postcode) => each(postcode, wide),
  'in look-alike letters': (postcode) => each(postcode, (sign) => ({ M: 'М', B: 'В', S: 'Ѕ' })[sign] ?? sign),
  'with nothing one can see in it': (postcode) => each(postcode, (sign) => `${sign}\u200b`),
}
