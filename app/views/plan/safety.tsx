import { Fragment } from 'react'
import type { SeenSafety } from '#app/domain/access/plan-as-seen'
import { KeepFrom } from '../keep-from'
import { together } from '../lists'
import { Words, WordsList } from '../wording'
import { useWords } from '../words'
import { type Holder, Open } from './part'

const LISTS = ['bag', 'safePlaces', 'wayOut'] as const

/** What to take, where to go and who may collect a child. The code word takes one press more: somebody may look on. */
export function Safety({ of, In = Open }: { of: SeenSafety; In?: Holder }) {
  const { t, lang } = useWords('plan')
  const { codeWord, mayCollect, health } = of
  if (Object.values(of).every((list) => list.length === 0)) return null
  return (
    <In heading={t('safety.title')}>
      <div className="card">
        {LISTS.map(
          (list) =>
            of[list].length > 0 && (
              <Fragment key={list}>
                <h3>{t(`safety.${list}`)}</h3>
                <WordsList of={of[list]} className="dots" />
              </Fragment>
            ),
        )}
        {mayCollect.length > 0 && <h3>{t('safety.mayCollect')}</h3>}
        {mayCollect.map(({ id, child, who }) => (
          <p key={id}>
            <b>{child.name}</b>{' '}
            {together(
              who.map((one) => (one.you ? t('you') : one.name)),
              lang,
            )}
            <KeepFrom item={id} />
          </p>
        ))}
        {health.length > 0 && <h3>{t('safety.health')}</h3>}
        {health.map(({ child, words }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a page drawn once, on the server
          <p key={i}>
            <b>{child.name}</b> <Words of={words} />
          </p>
        ))}
        {codeWord.length > 0 && (
          <details>
            <summary>{t('safety.codeWord')}</summary>
            <WordsList of={codeWord} className="dots" />
          </details>
        )}
      </div>
    </In>
  )
}
