import type { Span } from './phone-numbers'

/** The 124 areas: a row of letters and digits of the right shape is no postcode outside them. Source: Royal Mail's PAF. */
const AREAS =
  'AB|AL|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|EC|EH|EN|EX|FK|FY|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|LA|LD|LE|LL|LN|LS|LU|ME|MK|ML|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE|B|E|G|L|M|N|S|W'

/** Outward, whatever stands between, inward (never with C, I, K, M, O, V). Source: BS 7666-0:2006, Royal Mail's programmer's guide. */
const POSTCODE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${AREAS})\\d[a-z\\d]?[ \\-_./,']{0,3}\\d[abdefghjlnpqrstuwxyz]{2}(?![\\p{L}\\p{N}])`,
  'giu',
)

/** "M6, 1st floor": an ordinal, unless all of it is written in one case. */
const ORDINAL = /(?:1st|2nd|3rd|\dth)$/

/** "M 14 5TQ", "M14 5 TQ", in capitals: small letters so far apart are words. */
const APART = new RegExp(
  `(?<![a-z\\d'])(?:${AREAS}) {0,2}\\d ?[a-z\\d]?(?: *[-_./,] *| {0,3})\\d ?[abdefghjlnpqrstuwxyz] ?[abdefghjlnpqrstuwxyz](?![a-z\\d])`,
  'giu',
)

/** The UK postcodes in folded text; `written` is what the folded signs stood for. */
export function postcodesIn(text: string, written: (span: Span) => string): Span[] {
  if (!/\d ?[a-z] ?[a-z]/.test(text)) return []
  const spans = (found: Iterable<RegExpMatchArray>) =>
    [...found].map(({ 0: { length }, index = 0 }) => ({ start: index, end: index + length }))
  const whole = spans(text.matchAll(POSTCODE)).filter(
    (span) => !(ORDINAL.test(written(span)) && /^\p{Lu}/u.test(written(span))),
  )
  const apart = spans(text.matchAll(APART)).filter((span) => !/\p{Ll}/u.test(written(span)))
  return [...whole, ...apart]
}
