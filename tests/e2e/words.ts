import { readdirSync, readFileSync } from 'node:fs'
import { createInstance, type TFunction } from 'i18next'
import type { Namespace } from '#app/views/words'
import type { Language } from '#locales/languages'

/** What the pages say in one language, to find a button by: `say('start')('goOn')`. */
export type Say = <N extends Namespace>(page: N) => TFunction<N>

/** The words of a language, read from where the pages have them. */
export function wordsIn(language: Language): Say {
  const words = createInstance()
  const files = readdirSync(`locales/${language}`).filter((file) => file.endsWith('.json'))
  const pages = files.map((file) => [
    file.replace('.json', ''),
    JSON.parse(readFileSync(`locales/${language}/${file}`, 'utf8')),
  ])
  const resources = { [language]: Object.fromEntries(pages) }
  words.init({ resources, lng: language, initAsync: false, interpolation: { escapeValue: false } })
  return <N extends Namespace>(page: N) => words.getFixedT(language, page) as TFunction<N>
}
