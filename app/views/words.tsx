import type { TFunction } from 'i18next'
import { createContext, useContext } from 'react'
import type english from '#locales/en'
import type { Language } from '#locales/languages'

export type Namespace = keyof typeof english

/** The words of one language. Made in `edge/i18n.server.ts`, put round every page by `entry.server.tsx`. */
export type Words = {
  lang: Language
  dir: 'ltr' | 'rtl'
  in: <N extends Namespace>(namespace: N) => TFunction<N>
}

export const WordsContext = createContext<Words | null>(null)

/** The page's words from `locales/<lang>/<namespace>.json`: `const { t, lang, dir } = useWords('home')`. */
export function useWords<N extends Namespace>(namespace: N) {
  const words = useContext(WordsContext)
  if (!words) throw new Error('A view stands outside WordsContext')
  return { t: words.in(namespace), lang: words.lang, dir: words.dir }
}
