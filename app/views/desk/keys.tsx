import { useWords } from '../words'

const KEYS = [
  ['j', 'next'],
  ['k', 'before'],
  ['s', 'seen'],
  ['S', 'all'],
  ['u', 'undo'],
  ['r', 'reply'],
  ['1 2 3', 'call'],
  ['o', 'open'],
  ['/', 'search'],
  ['?', 'keys'],
] as const

/** Which keys there are; shown by the script that makes them work. */
export function Keys() {
  const { t } = useWords('desk')
  return (
    <details className="keys" hidden>
      <summary>
        <kbd>?</kbd> {t('keys.about')}
      </summary>
      <dl>
        {KEYS.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`keys.${what}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
