import type { Wording } from '#app/domain/access/plan-as-seen'
import { KeepFrom } from './keep-from'
import { useWords } from './words'

const rightToLeft = new Set(['ar', 'fa', 'he', 'ps', 'sd', 'ug', 'ur'])

export const directionOf = (language: string) => (rightToLeft.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr')

/** Plan text in whichever language the reader gets it: marked as such, a draft named as one, the English beneath. */
export function Words({ of }: { of: Wording }) {
  const { t, lang } = useWords('common')
  if ('byVoice' in of) return <span className="soft">{t('byVoice', { name: of.byVoice })}</span>
  return (
    <>
      {of.language === lang ? (
        of.text
      ) : (
        <span lang={of.language} dir={directionOf(of.language)}>
          {of.text}
        </span>
      )}
      {of.draft && <small> ({t('draft')})</small>}
      <KeepFrom item={of.item} words={of.text} />
      {of.english && lang !== 'en' && (
        <small className="en" lang="en" dir="ltr">
          {of.english}
        </small>
      )}
    </>
  )
}

/** Somebody's own words, in whatever language they wrote them. */
export function Quote({ words, language }: { words: string; language?: string }) {
  return (
    <q dir="auto" lang={language}>
      {words}
    </q>
  )
}

/** Several plan texts, as a list; nothing when there are none. */
export function WordsList({ of, className }: { of: Wording[]; className: string }) {
  if (of.length === 0) return null
  return (
    <ul className={className}>
      {of.map((wording) => (
        <li key={'text' in wording ? wording.text : wording.byVoice}>
          <Words of={wording} />
        </li>
      ))}
    </ul>
  )
}
