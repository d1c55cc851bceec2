import type { SeenRule } from '#app/domain/access/plan-as-seen'
import { Chip } from '../chip'
import { together } from '../lists'
import { Words } from '../wording'
import { useWords } from '../words'

/** The rules, numbered as this reader sees them. */
export function Rules({ of, heading }: { of: SeenRule[]; heading: string }) {
  const { t, lang } = useWords('plan')
  if (of.length === 0) return null
  return (
    <section id="rules">
      <h2>{heading}</h2>
      <ol className="card steps">
        {of.map(({ id, words, bottomLine, makesSure }) => (
          <li key={id}>
            <Words of={words} />
            {makesSure.length > 0 && (
              <small className="by">
                {t('makesSure', {
                  names: together(
                    makesSure.map(({ name }) => name),
                    lang,
                  ),
                })}
              </small>
            )}
            {bottomLine && (
              <div>
                <Chip>{t('hasToHappen')}</Chip>
              </div>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
