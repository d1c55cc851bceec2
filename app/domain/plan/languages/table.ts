/** A table of texts, for a translator with a spreadsheet: CSV as every spreadsheet reads it. */
import Papa from 'papaparse'
import type { Line, Returned } from './sheet'

const COLUMNS = ['id', 'where', 'english', 'translation', 'state'] as const

/** What a spreadsheet would take for a formula, also behind spaces; it gets an apostrophe before it. */
const FORMULA = /^\s*[=+\-@\t\r|%\uFF0B\uFF0D\uFF1D\uFF20][\s\S]*$/u

/** The same further on in a cell, behind what some spreadsheets take for its end. */
const INSIDE = /([;\t\r\n]\s*)(?='*[=+\-@|%\uFF0B\uFF0D\uFF1D\uFF20])/gu
const TAKEN_IN = /([;\t\r\n]\s*)'(?='*[=+\-@|%\uFF0B\uFF0D\uFF1D\uFF20])/gu

/** With the mark by which a spreadsheet knows that the letters are UTF-8. */
export function tableOf(lines: Line[]): string {
  const rows = lines.map(({ id, where, source, target, state }) =>
    [id, where, source, target, state].map((text) => text.replace(INSIDE, "$1'")),
  )
  return `\ufeff${Papa.unparse({ fields: [...COLUMNS], data: rows }, { escapeFormulae: FORMULA, newline: '\r\n' })}\r\n`
}

/** What a table that came back says, whatever its spreadsheet separates columns with; or why it is none, in plain English. */
export function readTable(text: string): { returned: Returned[] } | { fault: string } {
  const { data, errors, meta } = Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (name) => name.trim().toLowerCase(),
  })
  const missing = (['id', 'english', 'translation'] as const).filter((name) => !meta.fields?.includes(name))
  if (missing.length > 0)
    return { fault: `The table has no column “${missing[0]}”. Keep the first row as it was sent out.` }
  const twice = Object.values(meta.renamedHeaders ?? {}).find((name) => COLUMNS.some((one) => one === name))
  if (twice) return { fault: `Row 1 has the column “${twice}” twice. Keep the one that is right.` }
  const broken = errors.find(({ type }) => type === 'Quotes')
  if (broken)
    return {
      fault: `Row ${(broken.row ?? 0) + 2} has a quotation mark that does not end. Save the table as CSV again.`,
    }
  // A comma that nothing quotes cuts a text in two; empty cells at the end are a spreadsheet's own.
  const cut = data.findIndex(({ __parsed_extra: more }) => [more ?? []].flat().some((one) => one.trim()))
  if (cut >= 0)
    return {
      fault: `Row ${cut + 2} has more cells than the first row: a text in it may be cut in two. Save the table as CSV from a spreadsheet, or put the text in quotation marks.`,
    }
  const cell = (row: Record<string, string>, name: string) =>
    (row[name] ?? '').replace(/^'(?=\s*[=+\-@\t\r|%＋－＝＠])/u, '').replace(TAKEN_IN, '$1')
  return {
    returned: data.map((row) => ({
      id: cell(row, 'id').trim(),
      source: cell(row, 'english'),
      target: cell(row, 'translation'),
    })),
  }
}
