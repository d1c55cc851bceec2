import type { Unanswered } from '#app/domain/desk/unanswered'
import { Chip } from '../chip'
import { Quote, Words } from '../wording'
import { useWords } from '../words'
import { Line } from './gap-rows'
import { Moment } from './moment'

/** Somebody who does not agree, or says that a sentence is wrong: to be answered, or the words changed. */
export function UnansweredRow({ of: { id, view, words, on, family, person, about, item } }: { of: Unanswered }) {
  const { t } = useWords('agree')
  const desk = useWords('desk').t
  const act = (
    <>
      {item && (
        <a className="press" href={`/desk/families/${family.id}/plan/edit?item=${item}`}>
          {t('desk.change')}
        </a>
      )}
      <a className="press answer" href={`/desk/log/${id}/reply`} aria-label={desk('replyTo', { name: person.name })}>
        {desk('reply')}
      </a>
    </>
  )
  return (
    <Line family={family} page="plan" at={<Moment at={on} />} name={person.name} who={person} act={act}>
      <Chip is="ask">{t(`view.${view}`)}</Chip> {words && <Quote words={words} />}{' '}
      {about && (
        <span className="soft">
          <Words of={{ text: about, language: 'en' }} />
        </span>
      )}
    </Line>
  )
}
