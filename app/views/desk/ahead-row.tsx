import type { Ahead } from '#app/domain/desk/week-ahead'
import { Chip } from '../chip'
import { together } from '../lists'
import { Quote, Words } from '../wording'
import { useWords } from '../words'
import { shortWhen } from './when'

/** Something of the plan in the week ahead: when, what, who; and that nobody does it, or not quite. */
export function AheadRow({ of: { is, on, when, words, names, nobody, but } }: { of: Ahead }) {
  const { t, lang } = useWords('desk-staff')
  const plan = useWords('plan').t
  return (
    <li className="line">
      <div className="at">{on && shortWhen(on, lang)}</div>
      <div className="what">
        <p>
          <small>{t(`handover.is.${is}`)}</small> {names.length > 0 && <b>{together(names, lang)}</b>}{' '}
          {nobody && <Chip is="ask">{t('handover.nobody')}</Chip>}{' '}
          {but && <Chip is="ask">{plan(`answer.${but.choice}`)}</Chip>} {but?.words && <Quote words={but.words} />}{' '}
          <Words of={{ text: words, language: 'en' }} />{' '}
          {when && (
            <small>
              <Words of={{ text: when, language: 'en' }} />
            </small>
          )}
        </p>
      </div>
    </li>
  )
}
