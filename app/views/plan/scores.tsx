import type { SeenScore, SeenWorry } from '#app/domain/access/plan-as-seen'
import { Scale } from '../scale'
import { Quote } from '../wording'
import { useWords } from '../words'

/** Where people think things are: drawn, and said in words. Whoever has not said theirs is asked for it first. */
export function Scores({ of, scaleUrl }: { of: SeenWorry; scaleUrl: string }) {
  const { t } = useWords('plan')
  if (!of.zero && !of.ten && !of.mine && of.others.length === 0) return null
  return (
    <>
      <h3>{t('scale')}</h3>
      <Scale of={of} />
      {of.mine && (
        <p className="mt-3">
          <Score of={of.mine} />
        </p>
      )}
      {of.others.length > 0 && (
        <details open={!of.mine}>
          <summary>{t('othersScores')}</summary>
          <ul>
            {of.others.map((score) => (
              <li key={score.by.id} className="mb-2">
                <Score of={score} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {of.mayScore && of.mine && (
        <p className="go">
          <a href={scaleUrl}>{t('scoreAgain')}</a>
        </p>
      )}
      {of.mayScore && !of.mine && (
        <a className="btn quiet" href={scaleUrl}>
          {t('scoreFirst')}
        </a>
      )}
    </>
  )
}

function Score({ of: { by, value, words, oneUp, language } }: { of: SeenScore }) {
  const { t, lang } = useWords('plan')
  return (
    <>
      <b>{t('score', { name: by.you ? t('youCapital') : by.name, value: value.toLocaleString(lang) })}</b>{' '}
      {words && <Quote words={words} language={language} />}
      {oneUp && (
        <small className="by">
          {t('oneUp')} <Quote words={oneUp} language={language} />
        </small>
      )}
    </>
  )
}
