import type { Asked, OwnView } from '#app/domain/access/asked-of'
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
import { Texts } from './texts'

export type ViewSavedProps = {
  plan: string
  name: string
  of: Asked
  mine: OwnView
  /** Some of those who may read the words will not see them. */
  stay: boolean
  reads: Reads
  readers: Readers
}

/** It is on disk: thanks, who reads it, and every word of it. */
export function ViewSaved({ plan, name, of, mine, stay, reads, readers }: ViewSavedProps) {
  const { t, lang } = useWords('agree')
  const worker = reads.worker.name
  const { view, words, language, on } = mine
  const yes = view === 'agree' || view === 'accept'
  return (
    <>
      <h1>{t('thanks.title', { name })}</h1>
      <p>
        {t('thanks.saved')} <WhatNext reads={reads} />
      </p>
      {!yes && <p>{t(of.kind === 'sentence' ? 'mustAnswer' : 'thanks.fine', { worker })}</p>}
      {stay && <WordsStay worker={worker} />}
      <Saved
        heading={t('thanks.what')}
        lines={[
          [t(`ask.${of.kind}`), of.words.length > 0 ? <Texts key="of" of={of.words} /> : undefined],
          [t('thanks.view'), t(`view.${view}`)],
          [t('thanks.words'), words && <Quote words={words} language={language} />],
          [t('thanks.on'), dayAndTime(on, lang)],
          [t('thanks.who'), <ReadBy key="who" of={readers} worker={worker} />],
        ]}
      />
      {mine.entry && <NotMineLink plan={plan} what={mine.entry} />}
      <a className="btn" href={`/p/${plan}/agree`}>
        {t('back')}
      </a>
      <a className="btn quiet" href="/home">
        {t('thanks.home')}
      </a>
    </>
  )
}
