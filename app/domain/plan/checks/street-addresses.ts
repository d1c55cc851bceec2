/** Words that name a street wherever they stand behind a number and a name; and those that only do with a capital. */
const STREET = 'road|rd|street|avenue|ave|lane|crescent|terrace|gardens|grove|mews'
const STREET_IN_CAPITALS = 'St|Close|Court|Drive|Place|Way|Walk|Row|Square|Hill|Park|Rise|View|Green'

/** "12 Hill Road", "Flat 3, Elm Court", "4a, St Mary’s Close", "ul. Długa 5/2". */
const ADDRESSES = [
  new RegExp(`(?<![\\p{L}\\p{N}:.])\\d{1,4}\\p{L}? (?:[\\p{L}'’.-]+ ){1,3}(?:${STREET})(?!\\p{L})`, 'giu'),
  new RegExp(
    `(?<![\\p{L}\\p{N}:.])\\d{1,4}\\p{L}? (?:\\p{Lu}[\\p{L}'’.-]+ ){1,3}(?:${STREET_IN_CAPITALS})(?!\\p{L})`,
    'gu',
  ),
  /(?<!\p{L})(?:flat|apartment|room) \d{1,4}\p{L}?,? (?:at |of )?\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+)*/giu,
  /(?<!\p{L})(?:ul\.?|ulica|ulicy|al\.|osiedle|os\.) ?\p{Lu}[\p{L}.-]+(?: \p{Lu}[\p{L}.-]+)*,? \d{1,4}\p{L}?(?:\/\d{1,4})?/gu,
]

/** The street addresses in a text, as they are written. A street without a number is none: it names no door. */
export function streetAddressesIn(text: string): string[] {
  const all = ADDRESSES.flatMap((address) => [...text.matchAll(address)].map(([found]) => found.replace(/[.\s]+$/, '')))
  return [...new Set(all)].filter((one) => !all.some((other) => other !== one && other.includes(one)))
}
