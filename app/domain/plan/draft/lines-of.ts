/** How a list begins a line in Word, in a mail, in a case system's print: a bullet, a box, "a)"; "1." before a tab. */
const BULLETS = '[-–—•·◦▪●○■□☐☑✓✔➢➤*\\uf0a7\\uf0b7\\uf0d8]+'
const BEGINS = new RegExp(
  `^\\s*(?:${BULLETS}|§(?!\\s*\\d)|\\[[ x]?\\]|\\(?(?:\\d{1,3}|[a-z]|[ivx]{2,5})\\)|(?:o|(?:\\d{1,3}\\.)+|[a-z]\\.|[ivx]+\\.)(?=\\t))\\s+`,
  'i',
)
const QUOTED = /^\s*>+\s+/
/** What may count a list, and may be a date, a time or somebody's initial: no mark but where the lines count on. */
const COUNTED =
  /^\s*(?:([1-9]\d?(?:\.\d{1,2})*)\.([1-9]\d?)|(\d{1,3})(?=\.)|([a-z])(?=\.)|([ivx]{2,5})(?=\.)|(o)(?= ))\.?\s+/
const MONTH = /^\s*\d+\.\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i

/** Pasted text as its lines, each without its bullet, none empty. A row of a table is one line. */
export function linesOf(pasted: string): string[] {
  const lines = unquoted(pasted.split(/\r\n?|\n|\u2028|\u2029|\v|\f/).filter((line) => line.trim()))
  const counted = countingOn(lines)
  return lines
    .map((line, at) => (counted.has(at) ? line.replace(COUNTED, '') : line.replace(BEGINS, '')).trim())
    .flatMap((line) => line.split(BETWEEN).map((one) => one.replace(BEGINS, '')))
    .map((line) =>
      line
        .trim()
        .replace(/\s*\t\s*/g, ' – ')
        .replace(/\u00a0/g, ' '),
    )
    .filter((line) => /[\p{L}\p{N}]/u.test(line))
}

/** Two things of a list that stand in one line. */
const BETWEEN = new RegExp(`\\t+(?=${BULLETS}\\s)|\\s+[•▪●]\\s+`)

/** A mail that is answered has ">" before its lines; before one alone it is "more than". */
function unquoted(lines: string[]): string[] {
  const quoted = lines.filter((line) => QUOTED.test(line)).length
  return quoted > 1 && quoted > lines.length / 2 ? lines.map((line) => line.replace(QUOTED, '')) : lines
}

type Count = { of: string; is: number }

/** "i." is a letter and a Roman number. */
function countsOf(line: string): Count[] {
  const [, within, last, number, letter, roman, o] = MONTH.test(line) ? [] : (COUNTED.exec(line) ?? [])
  const found: Count[] = [
    { of: within ?? '', is: Number(last) },
    { of: 'number', is: Number(number) },
    { of: 'letter', is: letter?.charCodeAt(0) ?? Number.NaN },
    { of: 'roman', is: ROMAN.indexOf(roman ?? letter ?? '-') },
    { of: 'o', is: o ? 0 : Number.NaN },
  ]
  return found.filter(({ is }) => is >= 0)
}

const ROMAN = ' i ii iii iv v vi vii viii ix x xi xii'.split(' ')

/** The lines that count on: the nearest before or after that counts alike is one less, or one more. */
function countingOn(lines: string[]): Set<number> {
  const last = new Map<string, { is: number; at: number }>()
  const found = new Set<number>()
  for (const [at, line] of lines.entries())
    for (const { of, is } of countsOf(line)) {
      const before = last.get(of)
      if (before?.is === (of === 'o' ? is : is - 1)) found.add(before.at).add(at)
      last.set(of, { is, at })
    }
  return found
}
