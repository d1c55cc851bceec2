import { readdirSync, readFileSync } from 'node:fs'
import type { CaseFile } from '#app/domain/plan/case-file'
import { type Page, type Visitor, wordsOn } from './visit'

/** Every page a visitor gets to from here by following links, each once; the way out is not taken. */
export async function crawl(visitor: Visitor, from: string[]): Promise<Map<string, Page>> {
  const pages = new Map<string, Page>()
  const todo = [...from]
  for (let path = todo.shift(); path !== undefined; path = todo.shift()) {
    const address = path.split('#')[0] ?? ''
    if (
      !address.startsWith('/') ||
      address.startsWith('/assets') ||
      /^\/(exit|desk|demo)/.test(address) ||
      pages.has(address)
    )
      continue
    const page = await visitor.get(address)
    pages.set(address, page)
    todo.push(...page.links)
  }
  return pages
}

/** All one can read off an answer: words, markup and headers. */
export function allOf(page: Page): string {
  return `${page.html}\n${wordsOn(page.html)}\n${JSON.stringify(page.headers)}`
}

/** Every text anywhere in a value. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : []
}

/** The ids of every part of a family: none of them leaves the server. */
export function caseIds(file: CaseFile): Set<string> {
  const ids = (value: unknown): string[] => {
    if (Array.isArray(value)) return value.flatMap(ids)
    if (!value || typeof value !== 'object') return []
    const own = 'id' in value && typeof value.id === 'string' ? [value.id] : []
    return [...own, ...Object.values(value).flatMap(ids)]
  }
  return new Set(ids({ ...file, staff: undefined }))
}

/** Which of these words stand on their own in a text: an id inside a longer name is none. */
export function standing(words: Iterable<string>, text: string): string[] {
  return [...words].filter((word) => new RegExp(`(?<![\\w-])${word}(?![\\w-])`).test(text))
}

/**
 * Runs of five words (the whole of a shorter text of at least three) that stand in the case and that the rule does
 * not give this viewer; what the portal's own sentences say is nobody's secret.
 */
export function forbiddenRuns(file: CaseFile, given: unknown, language: string): Set<string> {
  const { translations: _, ...plan } = file.plan
  const all = [file.plan.translations, plan, file.said, file.people, file.children].flatMap(textsIn).flatMap(runs)
  const open = [given, ownSentences(language), ownSentences('en')]
    .flatMap(textsIn)
    .map((text) => ` ${wordsIn(text).join(' ')} `)
  const openText = open.join('|')
  return new Set(all.filter((run) => !openText.includes(` ${run} `)))
}

/** The runs of a page that are among those. */
export function runsFound(forbidden: Set<string>, page: Page): string[] {
  const words = wordsIn(wordsOn(page.html))
  const here = [3, 4, 5].flatMap((length) => words.map((_, at) => words.slice(at, at + length).join(' ')))
  return [...new Set(here.filter((run) => forbidden.has(run)))]
}

function runs(text: string): string[] {
  const words = wordsIn(text)
  if (words.length < 3) return []
  const length = Math.min(5, words.length)
  return words.slice(0, words.length - length + 1).map((_, at) => words.slice(at, at + length).join(' '))
}

function wordsIn(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}'’]+/u)
    .filter(Boolean)
}

function ownSentences(language: string): unknown[] {
  return readdirSync(`locales/${language}`)
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(`locales/${language}/${file}`, 'utf8')))
}
