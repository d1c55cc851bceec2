/** How a list begins a line in Word, in a mail, in a case system's print: a bullet, a number, a letter, a box. */
const BEGINS = /^\s*(?:[-–—•·◦▪●○■□☐☑✓*>]+|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+/i

/** Pasted text as its lines, each without its bullet, none empty. */
export function linesOf(pasted: string): string[] {
  return pasted
    .split(/\r\n?|\n|\u2028|\u2029|\v|\f/)
    .flatMap((line) => line.split(/\t+|\s+[•▪●]\s+/))
    .map((line) =>
      line
        .replace(BEGINS, '')
        .replace(/\u00a0/g, ' ')
        .trim(),
    )
    .filter((line) => /[\p{L}\p{N}]/u.test(line))
}
