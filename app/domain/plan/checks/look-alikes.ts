/**
 * Letters that look like a Latin one, by the Latin letter. Cyrillic, Greek, Armenian and small capitals are taken from
 * Unicode's confusables.txt (UTS 39), as far as they are on keyboards or in the styled writing of messengers; the
 * letters with strokes, which Unicode does not take apart, from CLDR's "Latin-ASCII". A Greek or Cyrillic letter goes
 * where its capital goes, so that a name in these scripts folds alike in either case. No npm package of that table is
 * kept up.
 */
const ALIKE: Record<string, string> = {
  a: 'аαɑᴀ',
  b: 'вβьʙƀɓ',
  c: 'сϲᴄƈ',
  d: 'ԁđᴅɖɗð',
  e: 'еεᴇǝɛ',
  f: 'ꜰƒ',
  g: 'ɡɢցǥɠԍ',
  h: 'нηһհʜħ',
  i: 'іιıɪɩɨӏ',
  j: 'јȷʝᴊɉ',
  k: 'кκᴋƙ',
  l: 'łʟƚɫⱡǀ',
  m: 'мμᴍ',
  n: 'νոɴŋɲƞ',
  o: 'оοօøᴏɵσ',
  p: 'рρᴘþƥ',
  q: 'ԛզʠ',
  r: 'гᴦʀɍɽ',
  s: 'ѕꜱʂ',
  t: 'тτᴛŧƭʈ',
  u: 'սᴜʉ',
  v: 'ѵᴠʋ',
  w: 'ԝшωᴡ',
  x: 'хχ×',
  y: 'уυγʏɏƴ',
  z: 'ζᴢƶȥʐ',
  ae: 'æ',
  oe: 'œ',
  ss: 'ß',
  // Arabic and Urdu keyboards write one letter by several code points.
  ا: 'ٱ',
  ی: 'يىےې',
  ک: 'كڪ',
  ہ: 'هةھەۃ',
  ن: 'ں',
}

const latin = new Map(Object.entries(ALIKE).flatMap(([to, letters]) => [...letters].map((letter) => [letter, to])))

/** The letter this one (lower case, without its marks) looks like, or itself. */
export function lookAlike(letter: string): string {
  return latin.get(letter) ?? letter
}
