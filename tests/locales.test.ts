import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { wordsIn } from '#app/edge/i18n.server'
import { localeFaults } from '#locales/check'

/** Our words, in a folder where they can be spoilt. */
function copied(): string {
  const folder = mkdtempSync(join(inject('runFolder'), 'locales-'))
  cpSync('locales', folder, { recursive: true })
  return folder
}

const write = (path: string, words: unknown) => writeFileSync(path, JSON.stringify(words))
const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'))

it('every language has every word, every plural form and every placeholder', () => {
  expect(localeFaults('locales')).toEqual([])
})

it('a file without its like is named', () => {
  const folder = copied()
  rmSync(`${folder}/ur/frame.json`)
  write(`${folder}/pl/alone.json`, { a: 'b' })
  write(`${folder}/en/new.json`, {})
  expect(localeFaults(folder)).toEqual([
    'locales/en/index.ts does not list new.json',
    'pl/new.json is missing',
    'pl/alone.json has no English',
    'ur/frame.json is missing',
    'ur/new.json is missing',
  ])
})

it('a missing, empty or surplus key is named, however deep', () => {
  const folder = copied()
  const errors = read(`${folder}/pl/errors.json`)
  write(`${folder}/pl/errors.json`, { ...errors, start: '', missing: { title: 'Tu nic nie ma' }, more: 'x' })
  expect(localeFaults(folder)).toEqual([
    'pl/errors.json lacks "missing.what"',
    'pl/errors.json lacks "start"',
    'pl/errors.json has "more", which English has not',
  ])
})

it('another placeholder is named, and each language needs the plural forms it has', () => {
  const folder = copied()
  for (const language of ['en', 'pl', 'ur']) {
    const english = { hello: 'Hello {{ name }}', day_one: 'one day', day_other: '{{count}} days', other_other: 'x' }
    write(`${folder}/${language}/language.json`, english)
  }
  write(`${folder}/ur/language.json`, { ...read(`${folder}/ur/language.json`), hello: 'سلام {{nam}}' })
  expect(localeFaults(folder)).toEqual([
    'pl/language.json lacks "day_few"',
    'pl/language.json lacks "day_many"',
    'ur/language.json "hello" has other placeholders than the English',
  ])
})

it('a view gets the words of the reader’s language and the way they run', () => {
  expect(wordsIn('ur')).toMatchObject({ lang: 'ur', dir: 'rtl' })
  expect(wordsIn('pl').in('errors')('missing.title')).toBe('Tu nic nie ma')
})
