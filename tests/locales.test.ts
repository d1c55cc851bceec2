import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { wordsIn } from '#app/edge/i18n.server'
import { localeFaults } from '#locales/check'

type Files = Record<string, Record<string, unknown>>

/** A folder of words of its own: the same in all languages, but for what is said otherwise. */
function words(english: Files, otherwise: { pl?: Files; ur?: Files } = {}): string {
  const folder = mkdtempSync(join(inject('runFolder'), 'locales-'))
  const languages = { en: english, pl: { ...english, ...otherwise.pl }, ur: { ...english, ...otherwise.ur } }
  for (const [language, files] of Object.entries(languages)) {
    mkdirSync(join(folder, language))
    for (const [file, content] of Object.entries(files))
      writeFileSync(join(folder, language, file), JSON.stringify(content))
  }
  const imports = Object.keys(english).map((file) => `import words from './${file}'`)
  writeFileSync(join(folder, 'en/index.ts'), imports.join('\n'))
  return folder
}

it('a file without its like is named', () => {
  const folder = words({ 'home.json': { hello: 'Hello' } }, { pl: { 'alone.json': {} } })
  rmSync(`${folder}/ur/home.json`)
  writeFileSync(`${folder}/en/index.ts`, '')
  expect(localeFaults(folder)).toEqual([
    'locales/en/index.ts does not list home.json',
    'pl/alone.json has no English',
    'ur/home.json is missing',
  ])
})

it('a missing, empty or surplus key is named, however deep', () => {
  const english = { 'home.json': { hello: 'Hello', bye: { now: 'Bye', later: 'See you' } } }
  const folder = words(english, { pl: { 'home.json': { hello: '', bye: { now: 'Pa' }, more: 'x' } } })
  expect(localeFaults(folder)).toEqual([
    'pl/home.json lacks "hello"',
    'pl/home.json lacks "bye.later"',
    'pl/home.json has "more", which English has not',
  ])
})

it('another placeholder is named', () => {
  const folder = words(
    { 'home.json': { hello: 'Hello {{ name }}' } },
    { ur: { 'home.json': { hello: 'سلام {{nam}}' } } },
  )
  expect(localeFaults(folder)).toEqual(['ur/home.json "hello" has other placeholders than the English'])
})

it('every language needs the plural forms it has, and may leave out the number where it is a word', () => {
  const english = { day_one: 'one day', day_other: '{{count}} days', other_other: 'not a plural' }
  const polish = { ...english, day_few: '{{count}} dni' }
  const folder = words({ 'home.json': english }, { pl: { 'home.json': polish } })
  expect(localeFaults(folder)).toEqual(['pl/home.json lacks "day_many"'])
})

it('a view gets the words of the reader’s language and the way they run', () => {
  expect(wordsIn('ur')).toMatchObject({ lang: 'ur', dir: 'rtl' })
  expect(wordsIn('pl').in('errors')('missing.title')).toBe('Tu nic nie ma')
})

it('a key that English does not have is no key', () => {
  const t = wordsIn('en').in('errors')
  // @ts-expect-error The types know every key.
  expect(t('no.such.key')).toBe('no.such.key')
})
