/** Lays pictures out on sheets of many, and writes what is where. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { patterns } from '../patterns'
import type { Picture } from './camera'
import { NO_PICTURE } from './no-picture'

const FOLDER = 'docs/pictures'

/** One file a sheet, in place of all that were there, and a README that says which page is on which. */
export async function layOut(page: Page, pictures: Picture[]) {
  mkdirSync(FOLDER, { recursive: true })
  for (const file of readdirSync(FOLDER)) rmSync(`${FOLDER}/${file}`)
  const sheets = [...new Set(pictures.map(({ sheet }) => sheet))]
  for (const sheet of sheets) {
    const on = pictures.filter((picture) => picture.sheet === sheet)
    writeFileSync(`${FOLDER}/${sheet}.jpg`, await asSheet(page, on))
  }
  writeFileSync(`${FOLDER}/README.md`, readme(pictures, sheets))
}

async function asSheet(page: Page, pictures: Picture[]) {
  const [wide, most] = pictures.every(({ isDesk }) => isDesk) ? [480, 4] : [232, 6]
  const columns = Math.min(most, pictures.length)
  const figures = pictures.map(
    ({ name, jpeg }) =>
      `<figure><img src="data:image/jpeg;base64,${jpeg.toString('base64')}"><figcaption>${name}</figcaption></figure>`,
  )
  await page.setViewportSize({ width: columns * (wide + 16), height: 600 })
  await page.setContent(`<!DOCTYPE html><style>
    body { margin: 8px; background: #d8d4cc; columns: ${columns}; column-gap: 16px; font: 12px system-ui }
    figure { margin: 0 0 12px; break-inside: avoid } img { width: 100%; display: block; border-radius: 6px }
    figcaption { overflow-wrap: anywhere; padding: 3px 2px }
  </style>${figures.join('')}`)
  return page.screenshot({ type: 'jpeg', quality: 55, fullPage: true })
}

function readme(pictures: Picture[], sheets: string[]): string {
  const where = (pattern: string) => {
    const on = sheets.filter((sheet) => pictures.some((one) => one.sheet === sheet && one.pattern === pattern))
    return on.length > 0 ? on.map((sheet) => `[${sheet}](${sheet}.jpg)`).join(', ') : NO_PICTURE[pattern]
  }
  return [
    '# Pictures of every page',
    '',
    '`npm run pictures` makes them anew: it walks through the demo as each kind of person and takes a picture of every page they get to, on a phone of 360 × 740 (three screens of it at the most) and at a desk of 1280 × 800. It fails, and names them, when pages of `app/routes.ts` have neither a picture nor a reason in `tests/pictures/no-picture.ts`; `npm test` asks the same of this list.',
    '',
    '| Page | Sheets |',
    '|---|---|',
    ...patterns.map((pattern) => `| \`/${pattern}\` | ${where(pattern) ?? 'none'} |`),
    '',
  ].join('\n')
}
