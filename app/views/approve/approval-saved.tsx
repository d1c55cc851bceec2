import type { StoryAsked } from '#app/domain/access/stories-asked'
import type { Readers } from '#app/domain/access/who-reads-it'
import type { Reads } from '#app/domain/said/who-reads'
import { WhatNext } from '../check-ins/entry-saved'
import { NotMineLink } from '../check-ins/not-mine'
import { ReadBy } from '../check-ins/who-may-read'
import { dayAndTime } from '../dates'
import { Saved } from '../saved'
import { Quote } from '../wording'
import { useWords } from '../words'
import { WordsStay } from '../words-stay'

export type ApprovalSavedProps = {
  plan: string
  name: string
  story: string
  mine: NonNullable<StoryAsked['mine']>
  /** Some of those who may read the words will not see them. */
  stay: boolean
  reads: Reads
  readers: Readers
}

/** It is on disk: thanks, what follows, and every word of it. */
export function ApprovalSaved({ plan, name, story, mine, stay, reads, readers }: ApprovalSavedProps) {
  const { t, lang } = useWords('approve')
  const worker = reads.worker.name
  const { view, words, language, on } = mine
  return (
    <>
      <h1>{t('thanks.title', { name })}</h1>
      <p>
        {t('thanks.saved')} <WhatNext reads={reads} />
      </p>
      <p>{t(`thanks.${view}`, { worker })}</p>
      {stay && <WordsStay worker={worker} />}
      <Saved
        heading={t('thanks.what')}
        lines={[
          [t('thanks.view'), t(`view.${view}`)],
          [t('thanks.words'), words && <Quote words={words} language={language} />],
          [t('thanks.on'), dayAndTime(on, lang)],
          [t('thanks.who'), <ReadBy key="who" of={readers} worker={worker} />],
        ]}
      />
      <NotMineLink plan={plan} what={mine.id} />
      <a className="btn" href="/home">
        {t('thanks.home')}
      </a>
      <a className="btn quiet" href={`/p/${plan}/approve/${story}`}>
        {t('thanks.back')}
      </a>
    </>
  )
}
