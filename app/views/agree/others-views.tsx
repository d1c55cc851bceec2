import type { OthersView } from '#app/domain/access/asked-of'
import { day } from '../dates'
import { Quote } from '../wording'
import { useWords } from '../words'

/** What others think of it, as far as they let this reader know. */
export function OthersViews({ of }: { of: OthersView[] }) {
  const { t, lang } = useWords('agree')
  if (of.length === 0) return null
  return (
    <details>
      <summary>{t('others')}</summary>
      {of.map(({ by, view, words, language, on }) => (
        <p key={by.id}>
          <b>{by.name}:</b> {t(`view.${view}`)} {words && <Quote words={words} language={language} />}
          <small className="by">{day(on, lang)}</small>
        </p>
      ))}
    </details>
  )
}
