import { readdirSync, readFileSync } from 'node:fs'
import { languages } from './languages'

type Words = { [key: string]: string | Words }
type Sentences = Map<string, string>

const PLURAL = /_(zero|one|two|few|many|other)$/

/**
 * Everything the languages lack or have too much of, measured against English: files, keys, plural forms (each
 * language has its own, by CLDR) and placeholders. One plain sentence each; empty when all is well.
 */
export function localeFaults(folder: string): string[] {
  const read = (language: string) =>
    new Map(jsonIn(`${folder}/${language}`).map((file) => [file, sentences(`${folder}/${language}/${file}`)]))
  const english = read('en')
  const listed = readFileSync(`${folder}/en/index.ts`, 'utf8')
  const unlisted = [...english.keys()].filter((file) => !listed.includes(`'./${file}'`))
  const others = Object.keys(languages).flatMap((language) => {
    const theirs = read(language)
    const surplus = [...theirs.keys()]
      .filter((file) => !english.has(file))
      .map((file) => `${language}/${file} has no English`)
    return [...english]
      .flatMap(([file, words]) => faultsInFile(`${language}/${file}`, language, words, theirs.get(file)))
      .concat(surplus)
  })
  return unlisted.map((file) => `locales/en/index.ts does not list ${file}`).concat(others)
}

function faultsInFile(name: string, language: string, english: Sentences, theirs: Sentences | undefined): string[] {
  if (!theirs) return [`${name} is missing`]
  const plurals = new Set(
    [...english.keys()].filter((key) => key.endsWith('_one')).map((key) => key.replace(PLURAL, '')),
  )
  const base = (key: string) => (plurals.has(key.replace(PLURAL, '')) ? key.replace(PLURAL, '') : key)
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  const wanted = [...new Set([...english.keys()].map(base))].flatMap((key) =>
    plurals.has(key) ? forms.map((form) => `${key}_${form}`) : [key],
  )
  const gaps = wanted.flatMap((key) => {
    const text = theirs.get(key)
    if (!text) return [`${name} lacks "${key}"`]
    const source = english.get(key) ?? english.get(`${base(key)}_other`) ?? ''
    return placeholders(text) === placeholders(source)
      ? []
      : [`${name} "${key}" has other placeholders than the English`]
  })
  const surplus = [...theirs.keys()]
    .filter((key) => !wanted.includes(key))
    .map((key) => `${name} has "${key}", which English has not`)
  return [...gaps, ...surplus]
}

/** `{{count}}` may be left out of a plural form ("one day"), so it does not count. */
const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/{{\s*(\w+)[^}]*}}/g)].map((match) => match[1]))]
    .filter((name) => name !== 'count')
    .sort()
    .join()

const jsonIn = (folder: string) => readdirSync(folder).filter((file) => file.endsWith('.json'))

function sentences(path: string): Sentences {
  const flat = (words: Words, prefix: string): [string, string][] =>
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value]] : flat(value, `${prefix}${key}.`),
    )
  return new Map(flat(JSON.parse(readFileSync(path, 'utf8')), ''))
}
