import type { SeenAnswer, SeenCommitment } from '#app/domain/access/plan-as-seen'
import { Chip } from '../chip'
import { withSpokenDates } from '../dates'
import { Face } from '../face'
import { Quote, Words } from '../wording'
import { useWords } from '../words'
import { Facts } from './facts'
import { type Holder, Open } from './part'

/** What the reader said they will do, with their answer, and where to give one or change it. */
export function MyPart({ of, mineUrl }: { of: SeenCommitment[]; mineUrl: string }) {
  const { t } = useWords('plan')
  const mine = of.filter((commitment) => commitment.mine)
  if (mine.length === 0) return null
  const waiting = mine.some(({ answer }) => !answer || answer.stale)
  return (
    <section id="mine">
      <h2>{t('mine')}</h2>
      <div className="card mine">
        <ul className="rows">
          {mine.map((commitment) => (
            <li key={commitment.id}>
              <div>
                <b>
                  <Words of={commitment.words} />
                </b>
                <Details of={commitment} />
              </div>
            </li>
          ))}
        </ul>
        <a className={waiting ? 'btn' : 'btn quiet'} href={mineUrl}>
          {t(waiting ? 'answerMine' : 'changeMine')}
        </a>
      </div>
    </section>
  )
}

/** What everyone else does, and what nobody does yet. */
export function WhoDoesWhat({ of, In = Open }: { of: SeenCommitment[]; In?: Holder }) {
  const { t } = useWords('plan')
  const others = of.filter((commitment) => !commitment.mine)
  if (others.length === 0) return null
  return (
    <In id="who" heading={t('whoDoesWhat')} hint={others.length}>
      <ul className="card rows">
        {others.map((commitment) => (
          <li key={commitment.id}>
            <Face of={commitment.who} />
            <div>
              <b>{commitment.who?.name ?? t('needsSomeone')}</b>
              <br />
              <Words of={commitment.words} />
              <Details of={commitment} />
            </div>
          </li>
        ))}
      </ul>
    </In>
  )
}

function Details({ of }: { of: SeenCommitment }) {
  const { t } = useWords('plan')
  const { when, who, backup, mine, answer, hasSaidYes } = of
  const backupWords =
    backup &&
    (mine || !who ? t('backupMine', { backup: backup.name }) : t('backup', { who: who.name, backup: backup.name }))
  return (
    <>
      <small className="by">
        <When of={when} />
        {backup && ` · ${backupWords}`}
      </small>
      <Facts of={of} />
      {!who && <Chip is="ask">{t('gap')}</Chip>}
      {mine && !answer && <Chip is="ask">{t('waiting')}</Chip>}
      {answer ? <Answered of={answer} mine={mine} /> : hasSaidYes && <Chip is="yes">{t('answer.yes')}</Chip>}
    </>
  )
}

function Answered({ of: { choice, words, language, stale }, mine }: { of: SeenAnswer; mine?: true }) {
  const { t } = useWords('plan')
  return (
    <>
      <Chip is={choice === 'yes' ? 'yes' : 'ask'}>{t(`${mine ? 'myAnswer' : 'answer'}.${choice}`)}</Chip>{' '}
      {words && (
        <small>
          <Quote words={words} language={language} />
        </small>
      )}
      {stale && mine && <small className="by">{t('stale')}</small>}
    </>
  )
}

/** When it is to be done, with dates as people say them. */
export function When({ of }: { of: SeenCommitment['when'] }) {
  if ('byVoice' in of) return <Words of={of} />
  const english = of.english && withSpokenDates(of.english, 'en')
  return <Words of={{ ...of, text: withSpokenDates(of.text, of.language), english }} />
}
