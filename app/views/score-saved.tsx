import type { PlanAsSeenBy, SeenScore, SeenWorry } from '#app/domain/access/plan-as-seen'
import type { Readers } from '#app/domain/access/who-reads-it'
import type { Reads } from '#app/domain/said/who-reads'
import { WhatNext } from './check-ins/entry-saved'
import { NotMineLink } from './check-ins/not-mine'
import { ReadBy } from './check-ins/who-may-read'
import { dayAndTime } from './dates'
import { Saved } from './saved'
import { Scale } from './scale'
import { numberIn } from './scoring'
import { Quote } from './wording'
import { useWords } from './words'
import { WordsStay } from './words-stay'

export type ScoreSavedProps = {
  plan: PlanAsSeenBy
  worry: SeenWorry
  score: SeenScore
  /** Some of those who may read the words will not see them. */
  stay: boolean
  reads: Reads
  readers: Readers
}

/** It is on disk: thanks, every word of it, and now where the others think things are. */
export function ScoreSaved({ plan, worry, score, stay, reads, readers }: ScoreSavedProps) {
  const { t, lang } = useWords('scale')
  const { value, words, oneUp, language, on } = score
  return (
    <>
      <h1>{t('thanks.title', { name: plan.viewer.name })}</h1>
      <p>
        {t('thanks.saved')} <WhatNext reads={reads} />
      </p>
      <p>{t('thanks.next')}</p>
      {stay && <WordsStay worker={reads.worker.name} />}
      <Saved
        heading={t('thanks.what')}
        lines={[
          [t('thanks.number'), numberIn(value, lang)],
          [t('words'), words && <Quote words={words} language={language} />],
          [t('oneUp'), oneUp && <Quote words={oneUp} language={language} />],
          [t('thanks.on'), dayAndTime(on, lang)],
          [t('thanks.who'), <ReadBy key="who" of={readers} worker={reads.worker.name} />],
        ]}
      />
      <NotMineLink plan={plan.id} what={worry.id} />
      <section className="card">
        <Scale of={worry} />
      </section>
      <a className="btn" href="/home">
        {t('thanks.home')}
      </a>
      <a className="btn quiet" href={`/p/${plan.id}/scale`}>
        {t('thanks.back')}
      </a>
    </>
  )
}
