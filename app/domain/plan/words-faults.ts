/** Words of a case file that nobody could read as they were meant, or that could not be looked for. */
import { type Fault, type Path, pathText, wordsAt } from './paths'

const NAMES = [
  ...['people.*.name', 'people.*.shownAs', 'people.*.alsoKnownAs.*', 'people.*.formerNames.*.name'],
  ...['children.*.firstName', 'sides.*.name', 'giveaways.*.words.*'],
]

export function wordsFaults(json: unknown): Fault[] {
  return [
    ...wordsAt(json, 'reference').flatMap(({ path, value }) => referenceFault(path, value)),
    ...NAMES.flatMap((pattern) => wordsAt(json, pattern)).flatMap(({ path, value }) => nameFault(path, value)),
    ...wordsAt(json, '**').flatMap(({ path, value }) => notUtf8(path, value)),
  ]
}

/** A reference is typed and compared by people and by other systems: two that look alike must not be two families. */
function referenceFault(path: Path, reference: string): Fault[] {
  if (/^[\p{L}\p{N}](?:[\p{L}\p{N} ./_-]*[\p{L}\p{N}])?$/u.test(reference)) return []
  const message = 'A reference has letters, digits, and - / . _ or a space between them. Write it as the council does.'
  return [{ path: pathText(path), message }]
}

function nameFault(path: Path, name: string): Fault[] {
  const fault = (message: string) => [{ path: pathText(path), message }]
  // The leak check looks for letters and digits: a picture alone would be no protection, and nobody would know.
  if (!/[\p{L}\p{N}]/u.test(name)) return fault(`“${name}” has no letter or digit to look for. Write it in words.`)
  if (/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(name))
    return fault('This holds signs that cannot be seen and change how it reads. Write it again without them.')
  return []
}

/**
 * A file saved in another alphabet's bytes (Windows-1252) loses every letter with an accent, and a name that has one is
 * never found again. What somebody said stays as it was kept, so that an export can always be brought back.
 */
function notUtf8(path: Path, words: string): Fault[] {
  if (!words.includes('\ufffd') || path[0] === 'said') return []
  return [
    { path: pathText(path), message: `“${words}” has lost letters. Save the file as UTF-8 and bring it in again.` },
  ]
}
