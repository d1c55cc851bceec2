import type { SeenRule } from '#app/domain/access/plan-as-seen'
import { Chip } from '../chip'
import { together } from '../lists'
import { Words } from '../wording'
import { useWords } from '../words'
import { type Holder, Open } from './part'

/** The rules, numbered as this reader sees them. */
export function Rules({ of, heading, In = Open }: { of: SeenRule[]; heading: string; In?: Holder }) {
  const { t, lang } = useWords('plan')
  if (of.length === 0) return null
  return (
    <In id="rules" heading={heading} hint={of.length}>
      <ol className="card steps">
        {of.map(({ id, words, bottomLine, makesSure, children }) => (
          <li key={id}>
            <Words of={words} />
            {children && (
              <small className="by">
                {t('forChildren', {
                  names: together(
                    children.map(({ name }) => name),
                    lang,
                  ),
                })}
              </small>
            )}
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
    </In>
  )
}
