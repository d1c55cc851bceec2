import type { PlanAsSeenBy, SeenAnswer, SeenCommitment } from '#app/domain/access/plan-as-seen'
import type { Readers } from '#app/domain/access/who-reads-it'
import type { Reads } from '#app/domain/said/who-reads'
import { WhatNext } from '../check-ins/entry-saved'
import { NotMineLink } from '../check-ins/not-mine'
import { ReadBy } from '../check-ins/who-may-read'
import { dayAndTime } from '../dates'
import { Saved } from '../saved'
import { Quote, Words } from '../wording'
import { useWords } from '../words'
import { WordsStay } from '../words-stay'

export type AnswerSavedProps = {
  plan: PlanAsSeenBy
  commitment: SeenCommitment
  answer: SeenAnswer
  /** Some of those who may read the words will not see them. */
  stay: boolean
  /** The next thing that waits for an answer. */
  next?: SeenCommitment
  reads: Reads
  readers: Readers
}

/** It is on disk: thanks, what happens with it, and every word of it. */
export function AnswerSaved({ plan, commitment, answer, stay, next, reads, readers }: AnswerSavedProps) {
  const { t, lang } = useWords('mine')
  const { choice, on, words, language } = answer
  return (
    <>
      <h1>{t('thanks.title', { name: plan.viewer.name })}</h1>
      <p>
        {t('thanks.saved')} <WhatNext reads={reads} />
      </p>
      <p>{t(choice === 'no' || choice === 'not-now' ? 'thanks.nextNo' : 'thanks.next')}</p>
      {stay && <WordsStay worker={reads.worker.name} />}
      <Saved
        heading={t('thanks.what')}
        lines={[
          [t('thanks.asked'), <Words key="asked" of={commitment.words} />],
          [t('answer'), t(`choice.${choice}`)],
          [t('thanks.words'), words && <Quote words={words} language={language} />],
          [t('thanks.on'), dayAndTime(on, lang)],
          [t('thanks.who'), <ReadBy key="who" of={readers} worker={reads.worker.name} />],
        ]}
      />
      <NotMineLink plan={plan.id} what={commitment.id} />
      {next && (
        <a className="btn" href={`/p/${plan.id}/mine/${next.id}`}>
          {t('thanks.another')}
        </a>
      )}
      <a className={next ? 'btn quiet' : 'btn'} href="/home">
        {t('thanks.home')}
      </a>
      <a className="btn quiet" href={`/p/${plan.id}/mine`}>
        {t('thanks.back')}
      </a>
    </>
  )
}
