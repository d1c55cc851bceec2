import { createInstance, type Resource, type TFunction } from 'i18next'
import type { Namespace, Words } from '#app/views/words'
import { isLanguage, type Language, languageOf, languages } from '#locales/languages'

const files = import.meta.glob<Resource[string][string]>('../../locales/*/*.json', { eager: true, import: 'default' })

const resources: Resource = {}
for (const [path, words] of Object.entries(files)) {
  const [language = '', file = ''] = path.split('/').slice(-2)
  resources[language] = { ...resources[language], [file.replace('.json', '')]: words }
}

const i18n = createInstance()
i18n.init({
  resources,
  lng: 'en',
  supportedLngs: Object.keys(languages),
  initAsync: false,
  // React escapes what it prints.
  interpolation: { escapeValue: false },
})

/** The words of one language. The build has checked that every language has every one of them. */
function loadedWords(lang: Language): Words {
  const made = new Map<Namespace, TFunction<Namespace>>()
  const inNamespace = <N extends Namespace>(namespace: N) => {
    const t = made.get(namespace) ?? remembered(i18n.getFixedT(lang, namespace))
    made.set(namespace, t)
    return t as TFunction<N>
  }
  return { lang, dir: i18n.dir(lang), in: inNamespace }
}

/** Of filled-in sentences, how many are kept: those of a few hundred pages. */
const MOST = 5000

/** The same sentence filled in with the same words is made once: making it was a tenth of a page's time. */
function remembered(t: TFunction<Namespace>): TFunction<Namespace> {
  const known = new Map<string, string>()
  const ask = (key: string, ...filledIn: unknown[]) => {
    const asked = filledIn.length > 0 ? key + JSON.stringify(filledIn) : key
    const words = known.get(asked) ?? Reflect.apply(t, undefined, [key, ...filledIn])
    if (known.size >= MOST) known.clear()
    known.set(asked, words)
    return words
  }
  return Object.assign(ask, t) as TFunction<Namespace>
}

const all = new Map(
  Object.keys(languages)
    .filter(isLanguage)
    .map((language) => [language, loadedWords(language)]),
)

export const wordsIn = (language: Language): Words => all.get(language) ?? loadedWords(language)

/** The first of our languages that the browser asks for, in its order of liking, or English. */
export function languageAskedFor(acceptLanguage: string | null): Language {
  const wishes = (acceptLanguage ?? '').split(',').map((wish) => {
    const [tag = '', ...rest] = wish.trim().split(';')
    const q = rest.find((part) => part.trim().startsWith('q='))
    return { language: languageOf(tag.trim()), q: q ? Number(q.trim().slice(2)) || 0 : 1 }
  })
  return wishes.sort((a, b) => b.q - a.q).flatMap(({ language, q }) => (q > 0 && language ? [language] : []))[0] ?? 'en'
}
